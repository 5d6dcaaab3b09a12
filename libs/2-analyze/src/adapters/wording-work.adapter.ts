import type { Sql } from '@huiyin/database';
import { customerLanguage } from '@huiyin/loop';
import { randomBytes } from 'node:crypto';
import { post } from './endpoint.adapter.js';
import type { Endpoint, OutsideSettings } from './outside.js';
import { storeWordings } from './outside-results.store.js';
import { claimWordingTasks, type OutsideClaim, type WordingTask } from './outside-tasks.store.js';
import { type Answered, OutsideWork } from './outside-work.js';
import { leaving } from './vector-work.adapter.js';
import { readWording, type Wording, type WordingQuestion, wordingRequest } from './wording.js';

/** Quotes that a model sees, items they are chosen from (many say it in the same words), and characters of each. */
const QUOTES = 12;
const ITEMS = 40;
const QUOTE_CHARS = 300;

interface Question extends WordingQuestion {
  readonly size: number;
  readonly takenAt: string;
}

/** Names and summaries of clusters, by `POST {base}/chat/completions`. */
export class WordingWork extends OutsideWork<WordingTask, Question, Wording> {
  readonly purpose = 'wording';
  readonly perCall = 1;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly settings: OutsideSettings,
  ) {
    super();
  }

  claim(tx: Sql, claim: OutsideClaim, limit: number): Promise<WordingTask[]> {
    return claimWordingTasks(tx, claim, limit, ITEMS);
  }

  prepare({ language, size, takenAt, quotes }: WordingTask): Question | null {
    const longest = Math.min(QUOTE_CHARS, this.settings.charsPerText);
    const said = new Set(quotes.flatMap((words) => leaving(words, longest) ?? []));
    if (said.size === 0) return null;
    return { language: customerLanguage(language), size, takenAt, quotes: [...said].slice(0, QUOTES) };
  }

  async ask(inputs: readonly Question[], signal: AbortSignal): Promise<Wording[]> {
    return Promise.all(
      inputs.map(async (question) => {
        const body = wordingRequest(this.endpoint.model, question, randomBytes(6).toString('hex'));
        const answer = await post(this.endpoint, 'chat/completions', body, { ...this.settings, signal });
        return readWording(answer, question.language);
      }),
    );
  }

  async store(tx: Sql, token: string, answered: readonly Answered<Question, Wording>[]): Promise<void> {
    const rows = answered.map(({ id, input, output }) => {
      return { id, ...output, language: input.language, size: input.size, takenAt: input.takenAt };
    });
    await storeWordings(tx, token, this.endpoint.model, rows);
  }
}
