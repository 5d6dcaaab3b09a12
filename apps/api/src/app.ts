import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import type { Config } from '@huiyin/config';
import { CodedError, SystemClock, type Clock } from '@huiyin/loop';
import { givenRequestId, REQUEST_ID_HEADER, useLog } from '@huiyin/observability';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import express from 'express';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import swaggerUi from 'swagger-ui-express';
import { AppModule } from './app.module.js';
import { Gate } from './auth/gate.js';
import { serveConsoleFiles } from './console/console-files.js';
import { addBodyParsers, BODY_LIMIT_BYTES } from './http/body-parsers.js';
import { refuseAddress, refuseConnection } from './http/refusals.js';
import { acceptUploads, REQUEST_TIMEOUT_MS, UPLOAD_TIMEOUT_MS } from './http/uploads.js';
import { RequestPipe } from './http/validation.js';
import { openApiDocument } from './openapi.js';

/** Builds the API, ready to listen. Close it to stop. */
export async function createApp(config: Config, clock: Clock = new SystemClock()): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: ({ headers }: { headers: Record<string, unknown> }) =>
      givenRequestId(headers[REQUEST_ID_HEADER]) ?? randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    requestTimeout: UPLOAD_TIMEOUT_MS,
    http: { headersTimeout: REQUEST_TIMEOUT_MS },
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    routerOptions: { maxParamLength: 256 },
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseConnection,
  });
  const app = await NestFactory.create<NestFastifyApplication>(await AppModule.with(config, clock), adapter, {
    logger: ['error', 'warn'],
    bodyParser: false,
  });
  addBodyParsers(app);
  addHooks(app.getHttpAdapter().getInstance(), app.get(Gate));
  await acceptUploads(app);
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'self'"], styleSrc: ["'self'"], upgradeInsecureRequests: null },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
  });
  app.useGlobalPipes(new RequestPipe());
  mountDocs(app);
  serveConsoleFiles(app);
  await app.init();
  await useLog(app, { level: config.logLevel });
  return app;
}

function addHooks(fastify: FastifyInstance, gate: Gate): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header(REQUEST_ID_HEADER, request.id);
    // Postgres cannot hold a NUL character, wherever in the address it stands.
    if (request.url.includes('%00')) return done(new CodedError('validation-failed', 'Remove %00 from the address.'));
    done();
  });
  // Nest asks its guards only after the body has been read and parsed, which is too much work for a stranger.
  fastify.addHook('preParsing', (request) => gate.pass(request));
}

/** Swagger UI at /docs and the document at /docs/json. The page needs inline style; nothing else does. */
function mountDocs(app: NestFastifyApplication): void {
  const document = openApiDocument(app);
  const docs = express();
  docs.disable('x-powered-by');
  docs.get('/json', (_request, response) => void response.json(document));
  docs.use((_request, response, next) => {
    response.setHeader(
      'content-security-policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
    );
    next();
  });
  docs.use(swaggerUi.serve, swaggerUi.setup(document, { customSiteTitle: 'Huiyin API' }));
  app.use('/docs', docs);
}
