import { CONFIG, type Config } from '@huiyin/config';
import { OidcSignIn, Sessions, type Principal } from '@huiyin/org';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from './access.js';
import { idOf } from './granting.js';
import { LoginAnswer, loginAnswer, NewLoginBody, SessionListAnswer } from './logins.dto.js';
import { Reach } from './reach.js';

/** Where a person is signed in, and by which accounts elsewhere they may sign in. */
@ApiTags('people')
@Controller('api/v1/people/:id')
export class LoginsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly oidc: OidcSignIn,
    private readonly reach: Reach,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sessions')
  @Requires('people:write')
  @ApiOperation({ summary: 'Where the person is signed in' })
  @ApiOkResponse({ type: SessionListAnswer })
  async list(@Param('id') id: string, @Who() who: Principal): Promise<SessionListAnswer> {
    const person = await this.reach.person(who, id);
    return { items: await this.sessions.listOf(person.id) };
  }

  @Delete('sessions')
  @HttpCode(204)
  @Requires('people:write')
  @ApiOperation({ summary: 'Sign the person out everywhere' })
  @ApiNoContentResponse()
  async endAll(@Param('id') id: string, @Who() who: Principal): Promise<void> {
    await this.sessions.revokeAllOf((await this.reach.personBelow(who, id)).id);
  }

  @Get('logins')
  @Requires('people:write')
  @ApiOperation({ summary: 'Accounts at a sign-in provider that the person is linked to' })
  @ApiOkResponse({ type: [LoginAnswer] })
  async logins(@Param('id') id: string, @Who() who: Principal): Promise<LoginAnswer[]> {
    const person = await this.reach.person(who, id);
    return (await this.oidc.logins(person.id)).map(loginAnswer);
  }

  @Post('logins')
  @Requires('people:write')
  @ApiOperation({ summary: 'Link the person to an account at the sign-in provider' })
  @ApiCreatedResponse({ type: LoginAnswer })
  async link(@Param('id') id: string, @Body() body: NewLoginBody, @Who() who: Principal): Promise<LoginAnswer> {
    const person = await this.reach.personBelow(who, id);
    const issuer = body.issuer ?? this.config.oidcIssuer;
    return loginAnswer(await this.oidc.link(person.id, issuer, body.subject, who.actor));
  }

  @Delete('logins/:login')
  @HttpCode(204)
  @Requires('people:write')
  @ApiOperation({ summary: 'Take a link away; all sessions of the person end' })
  @ApiNoContentResponse()
  async unlink(@Param('id') id: string, @Param('login') login: string, @Who() who: Principal): Promise<void> {
    const person = await this.reach.personBelow(who, id);
    await this.oidc.unlink(person.id, idOf(login), who.actor);
  }
}
