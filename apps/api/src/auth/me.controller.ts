import { CONFIG, type Config } from '@huiyin/config';
import { CodedError } from '@huiyin/loop';
import { People, Sessions, SignIn, type Person, type Principal } from '@huiyin/org';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn, Who } from './access.js';
import { SessionListAnswer } from './logins.dto.js';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie.js';
import { refuseWithoutPasswords } from './session.controller.js';
import { ChangeMeBody, ChangePasswordBody, MeAnswer, meOfPerson } from './session.dto.js';

/** What everybody may know and change about themselves. */
@ApiTags('signing in')
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly people: People,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Who is asking, and what they may do' })
  @ApiOkResponse({ type: MeAnswer })
  async who(@Who() who: Principal): Promise<MeAnswer> {
    if (who.kind === 'person') {
      // Who came by a provider needs no password of their own.
      return { ...meOfPerson(await this.people.get(Number(who.id))), mustChangePassword: who.mustChangePassword };
    }
    const { kind, id, name, source, mustChangePassword } = who;
    const units = who.units.map(({ code }) => code);
    const nothing = { username: null, language: null, roles: [] };
    return { kind, id, name, ...nothing, units, source, scopes: [...who.scopes], mustChangePassword };
  }

  @Patch()
  @SignedIn()
  @ApiOperation({ summary: 'Change one’s own name or language' })
  @ApiOkResponse({ type: MeAnswer })
  async change(@Who() who: Principal, @Body() body: ChangeMeBody): Promise<MeAnswer> {
    const { id } = await this.person(who);
    const { displayName, language } = body;
    return meOfPerson(await this.people.update(id, { displayName, language }, who.actor));
  }

  @Post('password')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: 'Choose a new password; all other sessions end, and this one goes on with a new cookie' })
  @ApiNoContentResponse()
  async changePassword(
    @Who() who: Principal,
    @Body() body: ChangePasswordBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    refuseWithoutPasswords(this.config);
    const { username } = await this.person(who);
    const agent = request.headers['user-agent'];
    const attempt = { username, password: body.current, address: request.ip, agent };
    const session = await this.signIn.changePassword(attempt, body.password);
    setSessionCookie(reply, this.config.publicUrl, session.token);
  }

  @Get('sessions')
  @SignedIn()
  @ApiOperation({ summary: 'Where one is signed in' })
  @ApiOkResponse({ type: SessionListAnswer })
  async mySessions(@Who() who: Principal, @Req() request: FastifyRequest): Promise<SessionListAnswer> {
    const { id } = await this.person(who);
    return { items: await this.sessions.listOf(id, sessionTokenOf(request, this.config.publicUrl)) };
  }

  @Delete('sessions')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: 'Sign out everywhere, here too' })
  @ApiNoContentResponse()
  async endMySessions(@Who() who: Principal, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.revokeAllOf((await this.person(who)).id);
    clearSessionCookie(reply, this.config.publicUrl);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: 'End one of one’s own sessions' })
  @ApiNoContentResponse()
  async endMySession(@Who() who: Principal, @Param('id') id: string): Promise<void> {
    await this.sessions.revokeOne((await this.person(who)).id, id);
  }

  private person(who: Principal): Promise<Person> {
    if (who.kind === 'person') return this.people.get(Number(who.id));
    throw new CodedError('missing-scope', 'Only a person can change this; a key has neither password nor language');
  }
}
