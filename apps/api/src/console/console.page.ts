import { CodedError } from '@huiyin/loop';
import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONSOLE_FOLDER } from './console-files.js';

/**
 * Answers with the page of the console. Ant Design writes style sheets while it runs; the nonce lets these in and nothing else.
 * @throws {CodedError} `unavailable` when the console has not been built
 */
export async function consolePage(reply: FastifyReply): Promise<void> {
  const page = await readFile(join(CONSOLE_FOLDER, 'index.html'), 'utf8').catch(() => {
    throw new CodedError('unavailable', 'The console is not built; run "npm run build" and start again.');
  });
  const nonce = randomBytes(16).toString('base64');
  await reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', policy(nonce))
    .send(page.replace('__NONCE__', nonce));
}

function policy(nonce: string): string {
  return [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
