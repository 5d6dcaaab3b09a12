import { Inbound, InboundSources, Intake, invalid, type Solved } from '@huiyin/collect';
import { Database } from '@huiyin/database';
import { LoopMetrics } from '@huiyin/observability';
import { UnitDirectory } from '@huiyin/org';
import { Resolutions } from '@huiyin/resolve';
import { Body, Controller, HttpCode, Injectable, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../auth/access.js';
import { ResolutionDto } from '../feedback/resolve.dto.js';
import { validated } from '../http/validation.js';
import { InboundResultsDto } from './inbound.dto.js';

/** What the door is put together from. */
@Injectable()
export class InboundParts {
  constructor(
    readonly db: Database,
    readonly sources: InboundSources,
    readonly intake: Intake,
    readonly units: UnitDirectory,
  ) {}
}

/** The door for systems that cannot be changed. Who sends is checked by its own signature or token, not by a key of ours. */
@ApiTags('inbound')
@Controller('api/v1/inbound')
export class InboundController {
  private readonly inbound: Inbound;

  constructor(
    { db, sources, intake, units }: InboundParts,
    private readonly resolutions: Resolutions,
    private readonly metrics: LoopMetrics,
  ) {
    this.inbound = new Inbound(db, sources, { intake, units });
  }

  @Post(':source')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    summary: "Push feedback in the sender's own JSON",
    description:
      'Signed or with a token as the source says; mapped to ours as the source says. Answered 2xx only when everything in it is durable. The same external id, or the same message, is taken once.',
  })
  @ApiBody({ schema: { type: 'object', additionalProperties: true, example: { data: { cases: [{ caseNo: 'C-1', title: '5G 信号差' }] } } } }) // prettier-ignore
  @ApiOkResponse({ type: InboundResultsDto })
  async receive(
    @Param('source') source: string,
    @Body() body: Buffer | undefined,
    @Req() { headers }: FastifyRequest,
  ): Promise<InboundResultsDto> {
    const message = { source, headers, body: Buffer.isBuffer(body) ? body : Buffer.alloc(0) };
    const results = await this.inbound.receive(message, (id, solved, actor) => this.resolve(id, solved, actor));
    for (const { status } of results)
      if (status === 'accepted' || status === 'duplicate') this.metrics.countAccepted(status);
    return { results };
  }

  private async resolve(id: string, { action, summary, reply }: Solved, actor: string): Promise<void> {
    const resolution = validated(ResolutionDto, { action, summary, reply });
    if (Array.isArray(resolution)) throw invalid(resolution);
    await this.resolutions.resolve(id, resolution, actor);
  }
}
