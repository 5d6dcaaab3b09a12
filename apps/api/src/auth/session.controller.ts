import { CONFIG, type Config } from '@huiyin/config';
import { CodedError } from '@huiyin/loop';
import { Sessions, SignIn } from '@huiyin/org';
import { Body, Controller, Delete, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from './access.js';
import { refuseForeignPage } from './same-origin.js';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie.js';
import { meOfPerson, SessionAnswer, SignInBody } from './session.dto.js';

/** Signing in and out, for people. */
@ApiTags('signing in')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: 'Sign in; the answer sets the session cookie' })
  @ApiCreatedResponse({ type: SessionAnswer })
  @ApiUnauthorizedResponse({ description: 'The user name or the password is wrong' })
  @ApiTooManyRequestsResponse({ description: 'Too many wrong tries for this account or from this address' })
  async begin(
    @Body() body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    refuseForeignPage(request, this.config.publicUrl);
    refuseWithoutPasswords(this.config);
    const agent = request.headers['user-agent'];
    const { session, person } = await this.signIn.withPassword({ ...body, address: request.ip, agent });
    setSessionCookie(reply, this.config.publicUrl, session.token);
    reply.header('Cache-Control', 'no-store');
    return { me: meOfPerson(person), expiresAt: session.expiresAt };
  }

  @Delete()
  @HttpCode(204)
  @Public()
  @ApiOperation({ summary: 'Sign out; also without a session, and then nothing happens' })
  @ApiNoContentResponse()
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    refuseForeignPage(request, this.config.publicUrl);
    const token = sessionTokenOf(request, this.config.publicUrl);
    if (token) await this.sessions.revoke(token);
    clearSessionCookie(reply, this.config.publicUrl);
  }
}

/** @throws {CodedError} `sign-in-off` where the operator has switched passwords off */
export function refuseWithoutPasswords({ passwordSignIn }: Config): void {
  if (passwordSignIn === 'on') return;
  throw new CodedError('sign-in-off', 'Passwords are switched off here; sign in at /api/v1/session/oidc');
}
