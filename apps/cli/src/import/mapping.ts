import { FIELDS, isField } from '@huiyin/collect';
import { OperatorError } from '@huiyin/config';

/**
 * Reads what stands behind `--map`: `text=detail,subject=title,customer.phone=tel,attributes.shop=shop`. Names of columns may
 * hold commas, as long as what follows does not look like the next field.
 * @param others fields besides those of a piece
 * @throws {OperatorError} naming what is wrong and the fields there are
 */
export function parseMap(maps: readonly string[], others: readonly string[] = []): Map<string, string> {
  const columns = new Map<string, string>();
  for (const pair of maps.flatMap((map) => map.split(/,(?=\s*[A-Za-z][\w.]*\s*=)/))) {
    const [, field = '', column = ''] = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/s.exec(pair) ?? [];
    if (field === '' || column === '')
      throw new OperatorError(`--map "${pair}" is no pair; write field=column, such as text=detail`);
    if (!isField(field) && !others.includes(field))
      throw new OperatorError(
        `--map: there is no field "${field}"; there are ${[...FIELDS, 'attributes.<name>', ...others].join(', ')}`,
      );
    if (columns.has(field)) throw new OperatorError(`--map names the field "${field}" twice; keep one of them`);
    columns.set(field, column);
  }
  return columns;
}
