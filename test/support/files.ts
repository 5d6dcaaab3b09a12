import ExcelJS from 'exceljs';
import type { Answer } from './call.js';
import type { LoopWorld } from './loop-world.js';

/** What goes with a file; objects as JSON. */
export type FormFields = Readonly<Record<string, string | object>>;

/** Sends a file as a form, the fields behind it. */
export async function upload(
  world: LoopWorld,
  content: string | Buffer,
  fields: FormFields = {},
  { path = '/api/v1/imports', key = world.key, name = 'rows.bin' } = {},
): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  for (const [field, value] of Object.entries(fields))
    form.append(field, typeof value === 'string' ? value : JSON.stringify(value));
  const answer = await fetch(world.address(path), {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${key}` },
  });
  const text = await answer.text();
  const headers = Object.fromEntries(answer.headers);
  return { status: answer.status, body: JSON.parse(text), text, headers };
}

/** An XLSX file with one sheet for each list of rows, as Excel would write it. */
export async function workbook(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}
