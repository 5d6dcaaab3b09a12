import { loadConfig } from '@huiyin/config';
import { SystemClock } from '@huiyin/loop';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../apps/api/src/app.module.js';
import { openApiDocument } from '../../apps/api/src/openapi.js';

/** The text of docs/openapi.json: the OpenAPI document that the API serves at /docs/json. */
export async function openApi(): Promise<string> {
  const module = AppModule.with(loadConfig({ DATABASE_URL: 'postgres://none' }), new SystemClock());
  // A preview makes no provider, so nothing asks for a database; the document is read from the classes.
  const options = { preview: true, logger: false, abortOnError: false } as const;
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), options);
  const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
  await app.close();
  return text;
}
