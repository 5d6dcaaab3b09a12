import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from './support/call.js';
import { LoopWorld } from './support/loop-world.js';
import { makeProvinces } from './support/provinces.js';
import { ROOT } from './support/recipes.js';

const DOCUMENT = JSON.parse(readFileSync(`${ROOT}docs/openapi.json`, 'utf8'));
const SOME_ID = '019aa5d2-7c1e-7b3a-9f64-2f1c8a3e5d70';

/** Every operation that takes JSON, with its example. */
const TAKING = Object.entries(DOCUMENT.paths as Record<string, Record<string, Json>>).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { requestBody, parameters = [] }]): [string, string, string, Json][] => {
    const body = requestBody?.content['application/json']?.example;
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name, parameters as Json[]));
    return body === undefined ? [] : [[`${method.toUpperCase()} ${path}`, method.toUpperCase(), filled, body]];
  }),
);

function valueOf(name: string, parameters: Json[]): string {
  const { schema, example } = parameters.find((one) => one.in === 'path' && one.name === name) ?? {};
  return String(example ?? schema?.example ?? schema?.enum?.[0] ?? (/^(id|idOrReference)$/.test(name) ? SOME_ID : '1'));
}

describe('the examples of the OpenAPI document', () => {
  let world: LoopWorld;

  beforeAll(async () => {
    world = await LoopWorld.start();
    await makeProvinces(world);
  });
  afterAll(() => world.stop());

  it.each(TAKING)('%s: what it shows is not refused as ill-formed', async (_, method, path, body) => {
    const { status, body: answer } = await world.call(method, path, { body });
    // Whom it is about may not be there; a key cannot sign in or change its password.
    expect(/validation-failed|malformed-body/.test(String(answer.code)) ? answer : 'well formed').toBe('well formed');
    expect(status).toBeLessThan(500);
  });
});
