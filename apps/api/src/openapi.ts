import { LOOP, STAGES } from '@huiyin/loop';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from './http/problem.js';

/** The OpenAPI document of the whole API. Every operation may answer with a problem. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const description = `Closed-loop customer feedback: ${STAGES.map((stage) => `${LOOP[stage].en} ${LOOP[stage].zh}`).join(' → ')}.`;
  const config = new DocumentBuilder()
    .setTitle('Huiyin 回音')
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key, `hy_<id>_<secret>`.' })
    .addCookieAuth('huiyin_session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  addProblems(document);
  return document;
}

function addProblems(document: OpenAPIObject): void {
  const problem = {
    description: 'What is wrong and what to do',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (operation) operation.responses['default'] = problem;
    }
  }
}
