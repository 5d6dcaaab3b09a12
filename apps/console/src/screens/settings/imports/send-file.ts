import { HuiyinError, type Problem } from '@huiyin/client';
import type { Got } from '../../../api/client';

/** How a file would be read. */
export interface FilePreview {
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: readonly string[];
  /** Field → column. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly problems: readonly { readonly field: string; readonly message: string }[];
  readonly rows: readonly PreviewRow[];
}

/** A row as it would be read. */
export interface PreviewRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly piece: Readonly<Record<string, unknown>> | null;
  readonly problem: string | null;
}

/** An import and how far it is. */
export type Import = Got<'/api/v1/imports/{id}'>;

/** What is said of a file beside it. */
export interface Said {
  readonly mapping?: Readonly<Record<string, string>> | undefined;
  readonly source?: string | undefined;
  readonly unit?: string | undefined;
  readonly channel?: string | undefined;
  readonly kind?: string | undefined;
}

/** The most that the API takes, in bytes. */
export const LARGEST_FILE = 100 * 1024 * 1024;
/** Twenty rows stand in much less than this. */
const FIRST_BYTES = 2 * 1024 * 1024;
const NEW_LINE = 10;

/** Asks how a file would be read. Of a long text only the beginning is sent, up to the end of a line. */
export async function previewFile(file: File, said: Said, signal: AbortSignal): Promise<FilePreview> {
  const beginning = file.size > FIRST_BYTES && !/\.xlsx$/i.test(file.name) ? await wholeLines(file) : file;
  return (await send('/api/v1/imports/preview', formOf(beginning, said), signal)) as FilePreview;
}

/** Hands the file in; resolves with the id of the import when it is stored. */
export async function startImport(file: File, said: Said): Promise<{ id: string }> {
  return (await send('/api/v1/imports', formOf(file, said))) as { id: string };
}

async function wholeLines(file: File): Promise<File> {
  const bytes = new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer());
  const end = bytes.lastIndexOf(NEW_LINE);
  return end > 0 ? new File([bytes.slice(0, end + 1)], file.name) : file;
}

function formOf(file: File, { mapping, ...plain }: Said): FormData {
  const form = new FormData();
  if (mapping) form.set('mapping', JSON.stringify(mapping));
  for (const [name, value] of Object.entries(plain)) if (value) form.set(name, value);
  form.set('file', file);
  return form;
}

async function send(path: string, body: FormData, signal: AbortSignal | null = null): Promise<unknown> {
  const answer = await fetch(path, { method: 'POST', body, signal });
  if (answer.ok) return answer.json();
  const problem = (await answer.json().catch(() => undefined)) as Problem | undefined;
  throw new HuiyinError(answer.status, typeof problem?.code === 'string' ? problem : undefined);
}
