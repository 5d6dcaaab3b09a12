import { describe, expect, it } from '@jest/globals';
import { Chance } from './chance.js';
import { Contract, type FuzzAnswer } from './contract.js';
import { operationsOf } from './document.js';
import { Requests } from './requests.js';

const text = { type: 'string' };
const problem = {
  type: 'object',
  properties: { status: { type: 'number' }, detail: text, requestId: text },
  required: ['status'],
};
const thing = { type: 'object', properties: { id: text, note: { ...text, nullable: true } }, required: ['id', 'note'] };
const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
const DOCUMENT = {
  paths: {
    '/things/{id}': {
      patch: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        requestBody: { content: json('Thing') },
        responses: {
          200: { content: json('Thing') },
          204: {},
          '4XX': { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
        },
      },
    },
  },
  components: { schemas: { Thing: thing, Problem: problem } },
};
const [operation] = operationsOf(DOCUMENT);
const contract = new Contract(DOCUMENT);

function answer(status: number, body: unknown, type = 'application/json'): FuzzAnswer {
  const headers = { 'content-type': `${type}; charset=utf-8`, 'x-request-id': 'r1' };
  return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}
const refusal = (detail: string, more: object = {}) =>
  answer(400, { status: 400, detail, requestId: 'r1', ...more }, 'application/problem+json');

describe('what the fuzzer holds answers against', () => {
  it.each([
    ['as declared', answer(200, { id: '1', note: null })],
    ['without a body where none is declared', { status: 204, headers: {}, body: '' }],
    ['a problem that tells what to do', refusal('Send at most 10 rows from one table where that is possible.')],
  ])('lets pass what is %s', (_, good) => {
    expect(contract.complaints(operation!, good)).toEqual([]);
  });

  it.each([
    ['a failure', answer(500, {}), 'status 500'],
    ['a status that nobody declared', answer(201, { id: '1', note: null }), 'not declared'],
    ['a field that nobody named', answer(200, { id: '1', note: null, passwordHash: 'x' }), 'additional properties'],
    ['a field that is missing', answer(200, { id: '1' }), 'required'],
    ['a field of another type', answer(200, { id: 1, note: null }), 'string'],
    ['null where there must be something', answer(200, { id: null, note: null }), 'string'],
    ['what is no JSON', answer(200, '<html>'), 'no JSON'],
    ['another content type', answer(200, '<html>', 'text/html'), 'not declared'],
    ['an error that is no problem', answer(400, { message: 'Bad Request' }), 'not declared'],
    ['a problem that says another status', refusal('x', { status: 404 }), 'says 404'],
    ['a problem with another requestId', refusal('x', { requestId: 'r2' }), 'requestId'],
    ['a body where none is declared', answer(204, 'x'), 'has a body'],
    ['a stack', refusal('boom\n    at Lane.run (/srv/huiyin/lane.js:10:3)'), 'inside'],
    ['words of Postgres', refusal('invalid input syntax for type uuid: "x"'), 'inside'],
    ['a statement', refusal('select id from feedback where id = $1'), 'inside'],
    ['words of the engine', refusal("Cannot read properties of undefined (reading 'id')"), 'inside'],
  ])('complains of %s', (_, bad, about) => {
    expect(contract.complaints(operation!, bad).join()).toContain(about);
  });
});

describe('the requests of the fuzzer', () => {
  const written = (seed: number) => {
    const writer = new Requests(DOCUMENT, { id: ['known-id'] }, new Chance(seed));
    return Array.from({ length: 2_000 }, () => writer.write(operation!));
  };

  it('are the same for the same seed, and others for another', () => {
    const told = (seed: number) =>
      written(seed).map(({ target, headers, body }) => JSON.stringify([target, headers, body?.toString()]));
    const [one, again, other] = [told(1).join(), told(1).join(), told(2).join()];
    expect({ same: one === again, another: one === other }).toEqual({ same: true, another: false });
  });

  it('are right, nearly right, and nothing like it', () => {
    const bodies = written(3).map(({ body }) => body?.toString() ?? '');
    const targets = written(3).map(({ target }) => target);
    for (const part of ['"__proto__"', '\\ud800', '\\u0000', 'null', '{'.repeat(2), '[[', '💣'.slice(2)])
      expect({ part, found: bodies.some((body) => body.includes(part)) }).toMatchObject({ found: true });
    expect(bodies.some((body) => body.length > 262_144)).toBe(true);
    expect(targets).toEqual(expect.arrayContaining(['/things/known-id', '/things/%', '/things/__proto__']));
  });
});
