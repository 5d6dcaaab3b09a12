import type { Conductor } from '@huiyin/bus';
import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { keysOfItems, maskTexts, namesOfItem, originalsAt, originalsOf, type Vault } from '@huiyin/privacy';
import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { SurveyAnswer, SurveyQuestion } from './recollect.js';
import { findSurvey, recordAnswer, recordMore, recordTokens, type SealedAnswer } from './recollect.store.js';

const TOKEN_BYTES = 16;
const SOONER = 3;

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The survey as the customer meets it: a link, a question, one answer. */
export class Surveys {
  constructor(
    private readonly db: Database,
    private readonly conductor: Conductor,
    private readonly parts: { readonly publicUrl: string; readonly vault: Vault },
  ) {}

  /**
   * Makes links for surveys that are about to be sent: 128 random bits each, of which only the SHA-256 is stored.
   * @returns delivery id → absolute address of the page
   */
  async mint(
    tx: Sql,
    requests: readonly { deliveryId: string; feedbackId: string; cycle: number }[],
  ): Promise<Map<string, string>> {
    const minted = requests.map((request) => ({ ...request, token: randomBytes(TOKEN_BYTES).toString('base64url') }));
    const hashes = minted.map(({ token, feedbackId, cycle }) => ({
      hash: hashOf(token).toString('hex'),
      feedbackId,
      cycle,
    }));
    await recordTokens(tx, hashes);
    return new Map(minted.map(({ deliveryId, token }) => [deliveryId, `${this.parts.publicUrl}/s/${token}`]));
  }

  /**
   * The question behind a link.
   * @throws {CodedError} `not-found` for a link that is not one of ours
   */
  async question(token: string): Promise<SurveyQuestion & { id: string }> {
    const survey = await findSurvey(this.db, hashOf(token));
    if (!survey)
      throw new CodedError('not-found', 'This link is not valid. Please open the link in our message again.');
    const { resolutionId: _id, sealed, keyId, wrapped, ...shown } = survey;
    const place = originalsAt('resolution', survey.resolutionId ?? '');
    const { reply } = originalsOf<{ reply: string }>(this.parts.vault, { sealed, keyId, wrapped }, place);
    return { ...shown, reply: reply ?? survey.reply };
  }

  /**
   * Takes the customer's answer, once. Solved → the item closes; not solved → its next cycle begins.
   * @throws {CodedError} `not-found`, `survey-answered`, `survey-expired`
   */
  async answer(token: string, answer: SurveyAnswer): Promise<SurveyQuestion> {
    const survey = await this.question(token);
    if (survey.state === 'answered')
      throw new CodedError('survey-answered', 'Your answer is with us already. Thank you.');
    if (survey.state === 'expired')
      throw new CodedError('survey-expired', 'The time for an answer has passed. Please contact us again.');
    const outcome = answer.solved ? 'confirmed' : 'not-solved';
    const facts = answer.solved ? {} : { priority: SOONER };
    try {
      await this.conductor.finish(
        survey.feedbackId,
        { stage: 'recollect', outcome, actor: 'customer', facts },
        async (tx) => {
          if (!(await recordAnswer(tx, survey.id, await this.sealed(tx, survey, answer))))
            throw new CodedError('survey-answered', 'Your answer is with us already. Thank you.');
        },
      );
    } catch (error) {
      // Two answers at once: the second finds the item elsewhere, because the first has moved it.
      if (error instanceof CodedError && error.code === 'not-waiting') return this.tooLate(token);
      throw error;
    }
    return survey;
  }

  /**
   * Adds score and words to an answer that was given a moment ago by one tap, once.
   * @throws {CodedError} `not-found`; `survey-answered` when there are some already, or half an hour has passed
   */
  async add(token: string, more: Omit<SurveyAnswer, 'solved'>): Promise<SurveyQuestion> {
    const survey = await this.question(token);
    await this.db.transaction(async (tx) => {
      const { score, comment, sealed } = await this.sealed(tx, survey, more);
      const given = { ...(score === undefined ? {} : { score }), comment, sealed };
      if (!(await recordMore(tx, survey.id, given)))
        throw new CodedError('survey-answered', 'Your answer is with us already. Thank you.');
    });
    return survey;
  }

  /** What the customer writes is kept masked, and the original sealed with the key of the item. */
  private async sealed<T extends Omit<SurveyAnswer, 'solved'>>(
    tx: Sql,
    survey: SurveyQuestion & { id: string },
    answer: T,
  ): Promise<Omit<T, 'comment'> & Pick<SealedAnswer, 'comment' | 'sealed'>> {
    const { feedbackId, id } = survey;
    const names = await namesOfItem(tx, this.parts.vault, feedbackId);
    const { masked, originals } = maskTexts({ comment: answer.comment ?? null }, names);
    const key = originals && (await keysOfItems(tx, this.parts.vault, [feedbackId], uuidv7)).get(feedbackId);
    const sealed = (key && key.seal(JSON.stringify(originals), originalsAt('survey', id))) ?? null;
    return { ...answer, comment: masked.comment, sealed };
  }

  private async tooLate(token: string): Promise<never> {
    const { state } = await this.question(token);
    if (state === 'answered') throw new CodedError('survey-answered', 'Your answer is with us already. Thank you.');
    if (state === 'open')
      throw new CodedError('unavailable', 'We cannot take your answer just now. Please try again in a minute.');
    throw new CodedError('survey-expired', 'The time for an answer has passed. Please contact us again.');
  }
}
