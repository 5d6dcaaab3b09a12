import { illFormed, invalid } from '@huiyin/collect';
import { CodedError } from '@huiyin/loop';
import { Surveys, type SurveyQuestion } from '@huiyin/recollect';
import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Res } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiExtraModels,
  ApiGoneResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/access.js';
import { Problem } from '../http/problem.js';
import { validated } from '../http/validation.js';
import { fromForm, SurveyAnswerDto, SurveyMoreDto, SurveyTakenDto } from './survey.dto.js';
import { SURVEY_CSS } from './survey.css.js';
import { closedPage, morePage, questionPage, thanksPage } from './survey.page.js';

const FORM = 'application/x-www-form-urlencoded';

/** A page, as the documents tell of it. */
const PAGE = { 'text/html': { schema: { type: 'string', example: '<!doctype html><html lang="zh-CN">…</html>' } } };
/** A form is answered with a page, JSON with a problem. */
const REFUSED = { ...PAGE, 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } };
const TAKEN = { ...PAGE, 'application/json': { schema: { $ref: getSchemaPath(SurveyTakenDto) } } };

/** The one page a customer sees. Whoever has the link may answer, once; the link is the permission. */
@ApiTags('recollect')
@Controller('s')
export class SurveyController {
  constructor(private readonly surveys: Surveys) {}

  @Get('survey.css')
  @Public()
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  @ApiOperation({ summary: 'Style of the survey page' })
  @ApiProduces('text/css')
  @ApiOkResponse({ schema: { type: 'string', example: SURVEY_CSS.slice(0, SURVEY_CSS.indexOf('}') + 1) } })
  style(): string {
    return SURVEY_CSS;
  }

  @Get(':token')
  @Public()
  @ApiOperation({ summary: 'The question, as a page' })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string', example: '<!doctype html><html lang="zh-CN">…</html>' } })
  @ApiNotFoundResponse({ description: 'No such question', content: PAGE })
  async ask(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const question = await this.find(token);
    if (!question) return send(reply, 404, closedPage('invalid'));
    if (question.state !== 'open') return send(reply, 200, closedPage(question.state, question.language));
    send(reply, 200, questionPage(question));
  }

  @Post(':token')
  @Public()
  @HttpCode(200)
  @ApiOperation({
    summary: "The customer's answer, once",
    description:
      'Not solved opens the next cycle of the same item. The page asks one question first; score and words may be added by the form within half an hour.',
  })
  @ApiConsumes('application/json', FORM)
  @ApiBody({ type: SurveyAnswerDto })
  @ApiExtraModels(SurveyTakenDto)
  @ApiOkResponse({ content: TAKEN })
  @ApiBadRequestResponse({ description: 'Not an answer to the question', content: REFUSED })
  @ApiNotFoundResponse({ description: 'No such question', content: REFUSED })
  @ApiConflictResponse({ description: 'Answered already', content: REFUSED })
  @ApiGoneResponse({ description: 'Too late', content: REFUSED })
  async answer(
    @Param('token') token: string,
    @Body() body: unknown,
    @Headers('content-type') contentType: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = contentType?.startsWith(FORM) ?? false;
    if (form) return this.answerForm(token, body as Record<string, string>, reply);
    const answer = validated(SurveyAnswerDto, body);
    if (Array.isArray(answer)) throw invalid(answer);
    const { reference } = await this.surveys.answer(token, answer);
    void reply.headers(PRIVATE).send({ reference, solved: answer.solved } satisfies SurveyTakenDto);
  }

  private async answerForm(token: string, form: Record<string, string>, reply: FastifyReply): Promise<void> {
    const question = await this.find(token);
    if (!question) return send(reply, 404, closedPage('invalid'));
    const found = illFormed(form);
    if (!found && form['then'] !== undefined) return this.addForm(token, question, form, reply);
    const answer = found ? [found] : validated(SurveyAnswerDto, fromForm(form));
    if (Array.isArray(answer)) {
      const unanswered = answer.some(({ field }) => field === 'solved');
      return send(
        reply,
        400,
        questionPage(question, unanswered ? '' : answer.map(({ message }) => message).join('; ')),
      );
    }
    try {
      await this.surveys.answer(token, answer);
      const oneTap = answer.score === undefined && answer.comment === undefined;
      send(reply, 200, oneTap ? morePage(question, answer.solved) : thanksPage(question, answer.solved));
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      if (error.code === 'survey-answered') return send(reply, error.status, closedPage('answered', question.language));
      if (error.code === 'survey-expired') return send(reply, error.status, closedPage('expired', question.language));
      throw error;
    }
  }

  /** Score and words, after the one tap. `then` says how the question was answered, for the words of the page only. */
  private async addForm(
    token: string,
    question: SurveyQuestion,
    { then, ...form }: Record<string, string>,
    reply: FastifyReply,
  ): Promise<void> {
    const solved = then === 'true';
    const more = validated(SurveyMoreDto, fromForm(form));
    if (Array.isArray(more)) {
      const wrong = more.map(({ message }) => message).join('; ');
      return send(reply, 400, morePage(question, solved, wrong));
    }
    const nothing = more.score === undefined && more.comment === undefined;
    try {
      if (!nothing) await this.surveys.add(token, more);
      send(reply, 200, thanksPage(question, solved));
    } catch (error) {
      if (!(error instanceof CodedError && error.code === 'survey-answered')) throw error;
      send(reply, error.status, closedPage('answered', question.language));
    }
  }

  private async find(token: string): Promise<SurveyQuestion | undefined> {
    try {
      return await this.surveys.question(token);
    } catch (error) {
      if (error instanceof CodedError && error.code === 'not-found') return undefined;
      throw error;
    }
  }
}

/** The address is the permission: it is neither passed on to other sites nor kept in caches. */
const PRIVATE = { 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' } as const;

function send(reply: FastifyReply, status: number, page: string): void {
  void reply.status(status).headers(PRIVATE).header('content-type', 'text/html; charset=utf-8').send(page);
}
