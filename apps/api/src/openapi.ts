import { LOOP, STAGES } from '@huiyin/loop';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from './http/problem.js';
import { addExamples } from './openapi/examples.js';
import { operationsOf, type Answer } from './openapi/openapi-objects.js';
import { TAGS } from './openapi/tags.js';

/** The OpenAPI document of the whole API. Every operation has an example, and may answer with a problem. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description = `Closed-loop customer feedback: ${STAGES.map((stage) => `${LOOP[stage].en} ${LOOP[stage].zh}`).join(' → ')}.`;
  const builder = new DocumentBuilder()
    .setTitle('Huiyin 回音')
    .setDescription(description)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'This instance')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'hy_<id>_<secret>',
      description: 'An API key, `hy_<id>_<secret>`.',
    })
    .addCookieAuth('huiyin_session');
  const document = SwaggerModule.createDocument(app, builder.build(), {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  document.tags = tagsOf(document);
  addProblems(document);
  tellPublicFromKept(document);
  correctLines(document);
  addExamples(document);
  return document;
}

/** The tags in use, with what each is for. */
function tagsOf({ paths }: OpenAPIObject): { name: string; description: string }[] {
  const used = new Set(
    Object.values(paths).flatMap((path) => Object.values(path).flatMap(({ tags = [] }) => tags as string[])),
  );
  return Object.entries(TAGS).flatMap(([name, description]) => (used.has(name) ? [{ name, description }] : []));
}

/** Every error is a problem, whatever its status. */
function addProblems(document: OpenAPIObject): void {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const problem = { description: 'What is wrong and what to do', content };
  for (const { responses } of operationsOf(document)) {
    for (const [status, answer] of Object.entries(responses)) if (/^[45]/.test(status)) answer.content ??= content;
    responses['4XX'] = problem satisfies Answer;
    responses['default'] = problem satisfies Answer;
  }
}

/** A route without a declared access is public, and says so. */
function tellPublicFromKept(document: OpenAPIObject): void {
  for (const operation of operationsOf(document)) if (operation['x-access'] === undefined) operation.security = [];
}

/** In NDJSON a body is lines of text, not the object that JSON would have. */
function correctLines(document: OpenAPIObject): void {
  for (const { requestBody } of operationsOf(document)) {
    const lines = requestBody?.content['application/x-ndjson'];
    if (lines) lines.schema = { type: 'string' };
  }
}
