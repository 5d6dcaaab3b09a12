import { Select } from 'antd';
import { Grid } from '../grid';
import type { FilePreview } from './send-file';
import { FIELDS, useTexts } from './texts';

interface ColumnsTableProps {
  readonly read: FilePreview;
  /** Field → column. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly onChange: (mapping: Record<string, string>) => void;
}

/** Every column of the file, what stands in it, and what it becomes; changed by choosing something else. */
export function ColumnsTable({ read, mapping, onChange }: ColumnsTableProps) {
  const t = useTexts();
  const fieldOf = (column: string) => Object.entries(mapping).find(([, taken]) => taken === column)?.[0];
  const choose = (column: string, field: string | undefined) => {
    const others = Object.entries(mapping).filter(([taken, from]) => from !== column && taken !== field);
    onChange(Object.fromEntries(field ? [...others, [field, column]] : others));
  };
  return (
    <section>
      <h3>{t('columns')}</h3>
      <Grid
        label={t('columns')}
        rows={read.columns}
        keyOf={(column) => column}
        dimmed={(column) => fieldOf(column) === undefined}
        columns={[
          { title: t('column'), cell: (column) => column },
          {
            title: t('field'),
            cell: (column) => (
              <Select<string>
                className="filter-wide"
                aria-label={`${t('field')}: ${column}`}
                placeholder={t('notTaken')}
                allowClear
                value={fieldOf(column) ?? null}
                options={[
                  ...FIELDS.map((field) => ({ value: field, label: t(`field.${field}`) })),
                  { value: attribute(column), label: t('attribute') },
                ]}
                onChange={(field) => choose(column, field || undefined)}
              />
            ),
          },
          { title: t('sample'), wide: true, cell: (column) => <span className="faint">{sampleOf(read, column)}</span> },
        ]}
      />
    </section>
  );
}

function attribute(column: string): string {
  return `attributes.${column.replaceAll('.', '_')}`;
}

const LONGEST_SAMPLE = 60;

function sampleOf({ rows }: FilePreview, column: string): string {
  const cells = rows
    .map((row) => row.cells[column])
    .filter((cell) => cell !== null && cell !== undefined && cell !== '');
  const found = cells[0];
  const text = typeof found === 'string' ? found : found === undefined ? '' : JSON.stringify(found);
  return text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text;
}
