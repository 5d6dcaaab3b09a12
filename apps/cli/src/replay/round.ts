import { setTimeout as pause } from 'node:timers/promises';
import { type Huiyin, detailOf } from './huiyin.js';
import { type Standing, type Watch } from './watch.js';

const REPLY_MOST = 10_000;
const SUMMARY_MOST = 500;
const SURVEY_PATIENCE_MS = 60_000;

/** How an item was answered in its time. */
export interface History {
  /** What the customer was told. */
  readonly reply: string;
  /** Whether it helped. */
  readonly solved: boolean;
  /** 1 to 10. */
  readonly score?: number;
}

/** The instance, and the ear on it. */
export interface Stage {
  readonly huiyin: Huiyin;
  readonly watch: Watch;
}

/**
 * Takes one item round the loop once, from wherever it stands: gives the reply that history has when it waits in resolve, and the
 * answer of the customer when it is asked for.
 * @returns where it was left: closed, or waiting in resolve in its second cycle
 */
export async function goRound(id: string, history: History, { huiyin, watch }: Stage): Promise<Standing> {
  let at = await watch.look(id);
  for (;;) {
    if (at.stage === 'closed' || (at.cycle > 1 && at.stage === 'resolve')) return at;
    if (at.cycle === 1 && at.stage === 'resolve') at = await act(resolve(huiyin, id, history), at, id);
    else if (at.cycle === 1 && at.stage === 'recollect') at = await act(answer(huiyin, id, history), at, id);
    else at = await watch.next(id, at);
  }

  /** After what we did it stands elsewhere; when it was not ours to do any more, what is on record tells where. */
  async function act(done: Promise<boolean>, before: Standing, item: string): Promise<Standing> {
    return (await done) ? watch.next(item, before) : watch.look(item);
  }
}

/** True when the instance took it, false when the item no longer waits for it. */
function taken({ status, body }: { status: number; body: unknown }, what: string): boolean {
  if (status >= 200 && status < 300) return true;
  if (status === 409 || status === 410) return false;
  throw new Error(`${what} was refused: ${detailOf(body)}`);
}

async function resolve(huiyin: Huiyin, id: string, { reply }: History): Promise<boolean> {
  const body = { action: 'answered', summary: shortened(reply, SUMMARY_MOST), reply: shortened(reply, REPLY_MOST) };
  return taken(await huiyin.call('POST', `/api/v1/feedback/${id}/resolution`, body), 'the reply');
}

async function answer(huiyin: Huiyin, id: string, { solved, score }: History): Promise<boolean> {
  const token = await surveyToken(huiyin, id);
  const body = { solved, ...(score === undefined ? {} : { score }) };
  return taken(await huiyin.call('POST', `/s/${token}`, body), "the customer's answer");
}

/** The question goes out a moment after the item has come to re-collect; nothing tells of it, so it is looked for. */
async function surveyToken(huiyin: Huiyin, id: string): Promise<string> {
  const patienceEnds = performance.now() + SURVEY_PATIENCE_MS;
  for (let wait = 50; performance.now() < patienceEnds; wait = Math.min(wait * 2, 2_000)) {
    const { body } = await huiyin.call('GET', `/api/v1/feedback/${id}/deliveries`);
    const survey = (body as Delivery[]).find(
      ({ purpose, cycle, state }) => purpose === 'survey' && cycle === 1 && state === 'sent',
    );
    const token = survey && /\/s\/([\w-]{16,})/.exec(survey.body)?.[1];
    if (token) return token;
    if (survey)
      throw new Error(
        `the question went out by ${survey.channel}; only the log channel shows its link (HUIYIN_CHANNELS=log)`,
      );
    await pause(wait, undefined, { signal: huiyin.stop });
  }
  throw new Error('the question to the customer was not sent');
}

interface Delivery {
  readonly purpose: string;
  readonly cycle: number;
  readonly channel: string;
  readonly state: string;
  readonly body: string;
}

function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
