import { CONFIG, type Config } from '@huiyin/config';
import { CodedError } from '@huiyin/loop';
import { People, SignIn, type Person, type Principal } from '@huiyin/org';
import { Body, Controller, Get, HttpCode, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn, Who } from './access.js';
import { setSessionCookie } from './session-cookie.js';
import { ChangeMeBody, ChangePasswordBody, MeAnswer, meOfPerson } from './session.dto.js';

/** What everybody may know and change about themselves. */
@ApiTags('signing in')
@Controller('api/v1/me')
export class MeController {
  constructor(
    private readonly people: People,
    private readonly signIn: SignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Who is asking, and what they may do' })
  @ApiOkResponse({ type: MeAnswer })
  async who(@Who() who: Principal): Promise<MeAnswer> {
    if (who.kind === 'person') return meOfPerson(await this.people.get(Number(who.id)));
    const { kind, id, name, mustChangePassword } = who;
    return { kind, id, name, username: null, language: null, scopes: [...who.scopes], mustChangePassword };
  }

  @Patch()
  @SignedIn()
  @ApiOperation({ summary: 'Change one’s own name or language' })
  @ApiOkResponse({ type: MeAnswer })
  async change(@Who() who: Principal, @Body() body: ChangeMeBody): Promise<MeAnswer> {
    const { id } = await this.person(who);
    const { displayName, language } = body;
    return meOfPerson(await this.people.update(id, { displayName, language }));
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
    const { username } = await this.person(who);
    const attempt = { username, password: body.current, address: request.ip };
    const session = await this.signIn.changePassword(attempt, body.password);
    setSessionCookie(reply, this.config.publicUrl, session.token);
  }

  private person(who: Principal): Promise<Person> {
    if (who.kind === 'person') return this.people.get(Number(who.id));
    throw new CodedError('missing-scope', 'Only a person can change this; a key has neither password nor language');
  }
}
