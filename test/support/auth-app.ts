import cookie from '@fastify/cookie';
import { ConfigModule, loadConfig } from '@huiyin/config';
import { DatabaseModule } from '@huiyin/database';
import { CodedError, SystemClock } from '@huiyin/loop';
import { ApiKeys } from '@huiyin/org';
import { createTestDatabase } from '@huiyin/testing';
import { Catch, Controller, Get, Module, Post, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyReply } from 'fastify';
import { Requires } from '../../apps/api/src/auth/access.js';
import { AuthModule } from '../../apps/api/src/auth/auth.module.js';
import { problem } from '../../apps/api/src/http/problem.js';
import { RequestPipe } from '../../apps/api/src/http/validation.js';
import { cookieOf, send, type Answer, type Call } from './call.js';

/** Of everybody in these tests. */
export const PASSWORD = 'quiet-lantern-harbour';

@Controller('planted')
class PlantedController {
  @Get('undeclared')
  undeclared(): string {
    return 'nobody should read this';
  }

  @Post('declared')
  @Requires('loop:operate')
  declared(): string {
    return 'done';
  }
}

@Module({ controllers: [PlantedController] })
class PlantedModule {}

/** The errors of the API as they are answered, without the log. */
@Catch(CodedError)
class CodedErrors implements ExceptionFilter {
  catch(error: CodedError & { retryAfterSeconds?: number }, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error.retryAfterSeconds) void reply.header('retry-after', error.retryAfterSeconds);
    void reply.status(error.status).send(problem(error, 'spec'));
  }
}

/** The part of the API that knows who may do what, with a database of its own and an administrator's key. */
export class AuthApp {
  private constructor(
    readonly url: string,
    readonly app: NestFastifyApplication,
    readonly admin: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<AuthApp> {
    const { url, drop } = await createTestDatabase();
    const app = await startAuth(url, 'http://127.0.0.1:3000');
    const { key } = await app.get(ApiKeys).create({ name: 'admin', scopes: ['admin'], createdBy: 'system' });
    return new AuthApp(url, app, key, drop);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
  }

  async call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, how: Call = {}): Promise<Answer> {
    return send(method, `${await this.app.getUrl()}${path}`, how);
  }

  async keyWith(...scopes: string[]): Promise<string> {
    return (await this.call('POST', '/api/v1/keys', { key: this.admin, body: { name: 'some', scopes } })).body.key;
  }

  /** Answers with the id. */
  async addPerson(username: string, scopes: string[]): Promise<string> {
    const body = { username, password: PASSWORD, scopes, mustChangePassword: false };
    return (await this.call('POST', '/api/v1/people', { key: this.admin, body })).body.id;
  }

  async signIn(username: string, headers: Record<string, string> = {}) {
    const answer = await this.call('POST', '/api/v1/session', { body: { username, password: PASSWORD }, headers });
    return { ...answer, cookie: cookieOf(answer.headers) };
  }
}

/** The same on a database that is there already, as reached by `publicUrl`. */
export async function startAuth(url: string, publicUrl: string): Promise<NestFastifyApplication> {
  const config = { ...loadConfig({}), publicUrl };
  const options = {
    url,
    poolSize: 4,
    statementTimeoutMs: 10_000,
    idleTransactionTimeoutMs: 10_000,
    applicationName: 'spec',
  };
  const module = await Test.createTestingModule({
    imports: [ConfigModule.with(config), DatabaseModule.with(options, new SystemClock()), AuthModule, PlantedModule],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  app.useGlobalFilters(new CodedErrors());
  app.useGlobalPipes(new RequestPipe());
  await app.register(cookie);
  await app.listen(0, '127.0.0.1');
  return app;
}
