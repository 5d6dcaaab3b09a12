import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { NO_EXAMPLE } from '../../apps/api/src/openapi/examples.js';
import type { Json } from '../support/call.js';
import { ROOT } from './planted.js';

/** Warnings count too. */
const RULES: Parameters<typeof createConfig>[0] = {
  extends: ['recommended'],
  rules: {
    // `{id}` of an import is a UUID, so that `mappings` is never one.
    'no-ambiguous-paths': 'off',
    'no-unused-components': 'error',
    'operation-operationId-unique': 'error',
    'operation-singular-tag': 'error',
    'operation-tag-defined': 'error',
    'tag-description': 'error',
    'no-invalid-media-type-examples': 'error',
    'no-invalid-schema-examples': 'error',
    'no-schema-type-mismatch': 'error',
  },
};

interface Named {
  readonly id: string;
  readonly operation: Json;
}

async function problemsOf(source: string): Promise<string[]> {
  const found = await lintFromString({ source, config: await createConfig(RULES) });
  return found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer ?? ''}`);
}

describe('the OpenAPI document', () => {
  const source = readFileSync(`${ROOT}docs/openapi.json`, 'utf8');
  let operations: Named[];
  const offenders = (wrong: (operation: Json) => boolean) =>
    operations.filter(({ operation }) => wrong(operation)).map(({ id }) => id);
  const contents = (operation: Json): [string, Json][] => {
    const good = Object.entries(operation.responses as Record<string, Json>).filter(([status]) => /^2/.test(status));
    return [operation.requestBody, good.sort(([a], [b]) => a.localeCompare(b)).at(-1)?.[1]].flatMap((body: Json) =>
      Object.entries((body?.content ?? {}) as Record<string, Json>),
    );
  };

  beforeAll(() => {
    const paths = (JSON.parse(source) as { paths: Record<string, Record<string, Json>> }).paths;
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ id: `${method.toUpperCase()} ${path}`, operation })),
    );
    expect(operations.length).toBeGreaterThan(80);
  });

  it('passes the linter, examples against their schemas included', async () => {
    expect(await problemsOf(source)).toEqual([]);
  });

  it('is looked at by a linter that would say so', async () => {
    const document = JSON.parse(source);
    const submit = document.paths['/api/v1/feedback'].post;
    submit.requestBody.content['application/json'].example.text = 7;
    submit.operationId = 'Read.list';
    submit.tags = ['nothing that is declared'];
    delete document.paths['/livez'].get.security;
    const told = (await problemsOf(JSON.stringify(document))).map((line) => line.split(':')[0]);
    expect(new Set(told)).toEqual(
      new Set([
        'no-invalid-media-type-examples',
        'operation-operationId-unique',
        'operation-tag-defined',
        'security-defined',
      ]),
    );
  });

  it('names every operation after what does it, and says in a line what it does', () => {
    expect(offenders(({ operationId }) => !/^[A-Z][A-Za-z]+\.[a-z][A-Za-z]+$/.test(String(operationId)))).toEqual([]);
    expect(offenders(({ summary, tags }) => !summary || tags?.length !== 1)).toEqual([]);
  });

  // Missing one? Put `example` at the property, or an entry into apps/api/src/openapi/examples.data.ts.
  it('shows an example of every body and of every answer', () => {
    const blank = (media: Json) => media.example === undefined || JSON.stringify(media.example).includes(NO_EXAMPLE);
    expect(offenders((operation) => contents(operation).some(([, media]) => blank(media)))).toEqual([]);
  });

  it('says what every answer that is not empty looks like', () => {
    const empty = /^(204|30\d)$/;
    const silent = offenders(({ responses }) =>
      Object.entries(responses as Record<string, Json>).some(
        ([status, { content }]) => !content && !empty.test(status),
      ),
    );
    // Nothing to say but that it will be done.
    expect(silent).toEqual(['POST /api/v1/webhooks/{id}/replay']);
  });

  it('answers every error with a problem', () => {
    const errors = ({ responses }: Json) =>
      Object.entries(responses as Record<string, Json>).filter(([s]) => !/^[23]/.test(s));
    // What a customer opens answers with a page.
    const isProblem = (answer: Json) => Object.keys(answer.content as object).every((type) => /^(application\/problem\+json|text\/html)$/.test(type)); // prettier-ignore
    expect(offenders((operation) => !errors(operation).every(([, answer]) => isProblem(answer)))).toEqual([]);
    const pages = offenders((operation) => errors(operation).some(([, answer]) => 'text/html' in answer.content));
    expect(pages.filter((id) => !/^\w+ \/([su]\/|board)/.test(id))).toEqual([]);
    expect(offenders((operation) => errors(operation).length < 2)).toEqual([]);
  });

  it('declares as public what has no declared access, and nothing else', () => {
    expect(
      offenders((operation) => (operation.security.length === 0) !== (operation['x-access'] === undefined)),
    ).toEqual([]);
  });
});
