import { writeFile } from 'node:fs/promises';
import { OperatorError } from '@huiyin/config';
import { personCsv } from '../../../api/src/customers/person-csv.js';
import { defineCommand } from '../command.js';
import { PERSON_OPTIONS, PERSON_USAGE, withPerson } from '../person.js';

export const command = defineCommand({
  summary: {
    en: 'Writes everything held about one customer, in full, to a file (mode 0600) or to the screen.',
    zh: '将某位客户的全部信息（完整）写入文件（权限 0600）或输出到屏幕。',
  },
  usage: `${PERSON_USAGE} [--format json|csv] [--out <file>]`,
  options: { ...PERSON_OPTIONS, format: { type: 'string', default: 'json' }, out: { type: 'string' } },
  async run({ values: { format, out, ...values } }, config) {
    if (format !== 'json' && format !== 'csv') throw new OperatorError('--format is json or csv.');
    await withPerson(config(), 'export', values, async (rights, id) => {
      const file = await rights.export(id);
      const text = format === 'csv' ? personCsv(file) : `${JSON.stringify(file, null, 2)}\n`;
      if (out === undefined) process.stdout.write(text);
      else await writeFile(out, text, { mode: 0o600 });
    });
  },
});
