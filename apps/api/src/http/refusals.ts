import { CodedError } from '@huiyin/loop';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { problem } from './problem.js';

const TYPE = 'application/problem+json; charset=utf-8';

/** Answers where the router itself gives up, before any route and its filter: an address that cannot be read or is too long. */
export function refuseAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const error = new CodedError('not-found', 'There can be nothing at this address. Check how it is written.');
  void reply
    .status(error.status)
    .header('content-type', TYPE)
    .send(JSON.stringify(problem(error, request.id)));
}

/** Answers, and hangs up, where what came is not HTTP at all or its head is too large. */
export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [coded, line] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [
          new CodedError('body-too-large', 'The headers are too large. Send fewer or shorter ones.'),
          '413 Content Too Large',
        ]
      : [
          new CodedError('malformed-body', 'This is not HTTP/1.1 as it should be. Check the request.'),
          '400 Bad Request',
        ];
  const body = JSON.stringify(problem(coded, randomUUID()));
  const head = [
    `HTTP/1.1 ${line}`,
    `Content-Type: ${TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
