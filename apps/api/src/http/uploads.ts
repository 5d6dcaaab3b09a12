import { CodedError } from '@huiyin/loop';
import fastifyMultipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Largest file, bytes. */
export const FILE_LIMIT_BYTES = 100 * 1024 * 1024;

/** Routes that take files. Everywhere else `multipart/form-data` is refused. */
const UPLOAD_PATHS = new Set(['/api/v1/imports', '/api/v1/imports/preview']);

/** A request must have arrived whole within so long, milliseconds; one with a file may take as long as a slow line needs. */
export const REQUEST_TIMEOUT_MS = 30_000;
export const UPLOAD_TIMEOUT_MS = 900_000;

/** Whoever is refused in the middle of a file may go on sending for so long, milliseconds: some only read the answer then. */
const LINGER_MS = 3_000;

/** Parts of a form around its file, bytes. */
const FORM_BYTES = 1024 * 1024;

// Whoever reads the file counts its bytes, and stops at the limit.
const LIMITS = {
  fileSize: FILE_LIMIT_BYTES + FORM_BYTES,
  files: 1,
  fields: 30,
  parts: 31,
  fieldSize: 65_536,
  fieldNameSize: 100,
};

/** Lets the upload routes take files, as streams. */
export async function acceptUploads(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    const upload = UPLOAD_PATHS.has(request.routeOptions.url ?? '') && request.method === 'POST';
    if (!upload) limitTime(request);
    if (!upload && /^multipart\//i.test(request.headers['content-type'] ?? ''))
      throw new CodedError('unsupported-media-type', 'Send Content-Type: application/json; this route takes no files.');
    if (upload && Number(request.headers['content-length'] ?? 0) > FILE_LIMIT_BYTES + FORM_BYTES) {
      hangUpSoon(request, reply);
      throw tooLarge();
    }
  });
  await app.register(fastifyMultipart, { limits: LIMITS });
}

/** The error for a file over the limit. */
export function tooLarge(): CodedError {
  return new CodedError('body-too-large', 'A file may have at most 100 MB. Split it and send the parts one by one.');
}

/** After the answer, what is still being sent is passed over for a moment, and then the connection is closed. */
export function hangUpSoon(request: FastifyRequest, reply: FastifyReply): void {
  const { raw } = request;
  reply.raw.once('finish', () => {
    const timer = setTimeout(() => raw.socket.destroy(), LINGER_MS);
    raw.once('close', () => clearTimeout(timer));
    raw.resume();
  });
}

function limitTime({ raw }: FastifyRequest): void {
  const timer = setTimeout(() => {
    if (!raw.complete) raw.socket.destroy();
  }, REQUEST_TIMEOUT_MS);
  timer.unref();
  raw.once('close', () => clearTimeout(timer));
}
