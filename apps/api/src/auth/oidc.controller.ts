import { CONFIG, type Config } from '@huiyin/config';
import { FLOW_SECONDS, OidcSignIn } from '@huiyin/org';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from './access.js';
import { BeginQuery, WaysAnswer } from './oidc.dto.js';
import { clearFlowCookie, flowTokenOf, setFlowCookie, setSessionCookie } from './session-cookie.js';

/** Signing in at an OpenID Connect provider: the browser is sent there, and comes back. */
@ApiTags('signing in')
@Controller('api/v1/session')
export class OidcController {
  constructor(
    private readonly oidc: OidcSignIn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('ways')
  @Public()
  @ApiOperation({ summary: 'How people may sign in here' })
  @ApiOkResponse({ type: WaysAnswer })
  ways(): WaysAnswer {
    return { password: this.config.passwordSignIn === 'on', oidc: this.oidc.isOn ? '/api/v1/session/oidc' : null };
  }

  @Get('oidc')
  @Public()
  @ApiOperation({ summary: 'Go to the sign-in provider', description: 'For a browser to visit, not for programs.' })
  @ApiFoundResponse({ description: 'To the provider' })
  async begin(@Query() { returnTo = '/' }: BeginQuery, @Res() reply: FastifyReply): Promise<void> {
    const { url, token } = await this.oidc.begin(returnTo);
    setFlowCookie(reply, this.config.publicUrl, token, FLOW_SECONDS);
    await reply.header('Cache-Control', 'no-store').redirect(url, 302);
  }

  @Get('oidc/callback')
  @Public()
  @ApiOperation({ summary: 'Come back from the sign-in provider', description: 'Sets the session cookie.' })
  @ApiFoundResponse({ description: 'To where the sign-in began' })
  @ApiUnauthorizedResponse({ description: 'Something does not match, or nobody here is linked to the account' })
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { publicUrl } = this.config;
    const token = flowTokenOf(request, publicUrl);
    clearFlowCookie(reply, publicUrl);
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    const { session, returnTo } = await this.oidc.finish(query, token, request.headers['user-agent']);
    setSessionCookie(reply, publicUrl, session.token);
    await reply.header('Cache-Control', 'no-store').redirect(returnTo, 302);
  }
}
