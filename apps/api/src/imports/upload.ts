import { invalid, type Imports, type ImportSender, type Received } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FILE_LIMIT_BYTES, hangUpSoon, tooLarge } from '../http/uploads.js';

/** A form that has come whole: its file, stored, and its other fields as they were sent. */
export interface Upload {
  readonly received: Received;
  readonly fields: Readonly<Record<string, string>>;
}

/** Characters of a file's name that are kept. */
const LONGEST_NAME = 200;

/**
 * Stores the file of a form while it is sent, and collects the fields, whichever come first.
 * @throws {CodedError} `body-too-large` as soon as the file is over the limit, `validation-failed`, `malformed-body`
 */
export async function receiveUpload(
  request: FastifyRequest,
  reply: FastifyReply,
  to: { readonly imports: Imports; readonly sender: ImportSender },
): Promise<Upload> {
  if (!request.isMultipart())
    throw new CodedError('unsupported-media-type', 'Send Content-Type: multipart/form-data with the field "file".');
  const fields: Record<string, string> = {};
  let received: Received | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file') throw invalid([{ field: part.fieldname, message: 'the file goes into "file"' }]);
        const name = part.filename ? [...part.filename].slice(0, LONGEST_NAME).join('') : null;
        received = await to.imports.receive(limited(part.file), wellFormed(name), to.sender);
      } else fields[part.fieldname] = text(part);
    }
    if (!received) throw invalid([{ field: 'file', message: 'is missing' }]);
    return { received, fields };
  } catch (error) {
    hangUpSoon(request, reply);
    if (received) await to.imports.drop(received.id);
    throw refusal(error);
  }
}

/** The form's own limit would be told only when the last byte has come. */
async function* limited(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of file) {
    bytes += chunk.length;
    if (bytes > FILE_LIMIT_BYTES) throw tooLarge();
    yield chunk;
  }
}

function text(part: { fieldname: string; value: unknown; valueTruncated: boolean }): string {
  if (part.valueTruncated) throw invalid([{ field: part.fieldname, message: 'is too long' }]);
  return typeof part.value === 'string' ? part.value : JSON.stringify(part.value);
}

function wellFormed(name: string | null): string | null {
  return name === null ? null : name.toWellFormed().replaceAll('\u0000', '');
}

function refusal(error: unknown): unknown {
  const { code = '', statusCode } = (error ?? {}) as { code?: string; statusCode?: number };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge();
  if (code === 'FST_PARTS_LIMIT' || code === 'FST_FILES_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return invalid([{ field: 'file', message: 'send one file and at most 30 fields' }]);
  if (statusCode !== undefined && statusCode < 500) return error;
  if (error instanceof Error && /multipart|unexpected end of form|boundary|premature/i.test(error.message))
    return new CodedError('malformed-body', 'The form ended too early or is no multipart/form-data. Send it again.');
  return error;
}
