import { Intake, prepare, type Submission } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import { LoopMetrics } from '@huiyin/observability';
import { enforceBinding, UnitDirectory, type Principal } from '@huiyin/org';
import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RecordedItself } from '../audit/recorded.js';
import { Requires, Who } from '../auth/access.js';
import { acceptBatch, BATCH_ROWS, batchRows } from './batch.js';
import { idempotency } from './idempotency.js';
import { AcceptedDto, BatchResultDto } from './receipts.dto.js';
import { SubmitFeedbackDto } from './submit-feedback.dto.js';

/** The way in for other programs and for our own screens. */
@ApiTags('collect')
@Controller('api/v1/feedback')
export class SubmitController {
  constructor(
    private readonly intake: Intake,
    private readonly units: UnitDirectory,
    private readonly metrics: LoopMetrics,
  ) {}

  @Post()
  @HttpCode(202)
  @Requires('feedback:write')
  @RecordedItself()
  @ApiOperation({ summary: 'Hand in one piece of feedback', description: 'Answered after it is durable.' })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'The same key with the same body is the same piece.',
  })
  @ApiAcceptedResponse({ type: AcceptedDto })
  @ApiOkResponse({ type: AcceptedDto, description: 'It had been accepted before.' })
  async submit(
    @Body() body: SubmitFeedbackDto,
    @Headers('idempotency-key') key: string | undefined,
    @Who() sender: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedDto> {
    const [bound = body] = await enforceBinding([body], sender, this.units);
    if (bound instanceof CodedError) throw bound;
    const submission = (await prepare([bound], sender.actor, this.units))[0] as Submission | CodedError;
    if (submission instanceof CodedError) throw submission;
    const keyed = idempotency(key, sender, body);
    const accepted = await this.intake.accept({ ...submission, ...(keyed ? { idempotency: keyed } : {}) });
    if (accepted.duplicate) void reply.status(200);
    reply.request.loggedItem = accepted.id;
    this.metrics.countAccepted(accepted.duplicate ? 'duplicate' : 'accepted');
    return accepted;
  }

  @Post('batch')
  @HttpCode(200)
  @Requires('feedback:write')
  @RecordedItself()
  @ApiOperation({
    summary: `Hand in up to ${BATCH_ROWS} pieces`,
    description: 'Answered row by row; a bad row never spoils its neighbours.',
  })
  @ApiConsumes('application/json', 'application/x-ndjson')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['items'],
      properties: {
        items: { type: 'array', maxItems: BATCH_ROWS, items: { $ref: '#/components/schemas/SubmitFeedbackDto' } },
      },
    },
  })
  @ApiOkResponse({ type: BatchResultDto })
  async batch(@Body() body: unknown, @Who() sender: Principal): Promise<BatchResultDto> {
    const result = await acceptBatch(batchRows(body), sender, { intake: this.intake, units: this.units });
    this.metrics.countAccepted('accepted', result.accepted);
    this.metrics.countAccepted('duplicate', result.duplicates);
    this.metrics.countAccepted('rejected', result.rejected);
    return result;
  }
}
