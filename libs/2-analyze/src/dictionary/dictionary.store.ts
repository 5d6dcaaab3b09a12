import type { Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { categoryNode } from '../data/taxonomy.js';
import { dictionaryOf, type Dictionary, type DictionaryEntry } from './dictionary.js';

/** Most words of an operator's own: they are loaded whole by every thread. */
export const MOST_WORDS = 20_000;
/** Longest word, in characters. */
export const LONGEST_WORD = 40;

/** A word on record. */
export interface StoredWord extends DictionaryEntry {
  readonly addedBy: string;
  readonly addedAt: string;
}

/** Every word on record, in order of the words. */
export async function listWords(sql: Sql): Promise<StoredWord[]> {
  return sql.query<StoredWord>(
    `select word, kind, category, added_by as "addedBy", added_at as "addedAt" from dictionary_word order by word`,
  );
}

/**
 * Adds words, or changes those that are on record already; answers how many were written. Workers read with them within
 * 15 seconds; what has been analysed stays as it is.
 * @throws {CodedError} `validation-failed` for a category that there is not, or when there would be too many
 */
export async function addWords(tx: Sql, entries: readonly DictionaryEntry[], actor: string): Promise<number> {
  const byWord = new Map(entries.map((entry) => [entry.word.trim(), entry]));
  for (const [word, entry] of byWord) refuseWrong(word, entry);
  await tx.query(
    `insert into dictionary_word (word, kind, category, added_by)
     select word, kind, category, $2 from json_to_recordset($1) as d(word text, kind text, category text)
     on conflict (word) do update set kind = excluded.kind, category = excluded.category, added_by = excluded.added_by,
       added_at = loop_now()`,
    [JSON.stringify([...byWord].map(([word, { kind, category }]) => ({ word, kind, category }))), actor],
  );
  const [{ count } = { count: 0 }] = await tx.query<{ count: number }>('select count(*) from dictionary_word');
  if (count > MOST_WORDS) {
    throw new CodedError(
      'validation-failed',
      `A dictionary has at most ${MOST_WORDS} words; this would make ${count}.`,
    );
  }
  return byWord.size;
}

function refuseWrong(word: string, { kind, category }: DictionaryEntry): void {
  if (word === '' || [...word].length > LONGEST_WORD) {
    throw new CodedError('validation-failed', `A word has 1 to ${LONGEST_WORD} characters; "${word}" has not.`);
  }
  if (kind === 'word' && /\s/.test(word)) {
    throw new CodedError('validation-failed', `"${word}" has a space in it, so it is no word; a cue may have one.`);
  }
  if (kind !== 'cue' && category !== null) {
    throw new CodedError('validation-failed', `"${word}" is no cue; only a cue has a category.`);
  }
  if (kind === 'cue' && (category === null || !categoryNode(category))) {
    throw new CodedError('validation-failed', `"${word}" needs a category of the tree, not "${category ?? ''}".`);
  }
}

/** Takes words out; answers how many were there. */
export async function removeWords(tx: Sql, words: readonly string[]): Promise<number> {
  const gone = await tx.query('delete from dictionary_word where word = any($1::text[]) returning word', [words]);
  return gone.length;
}

/** Changes whenever a word is added, changed or removed; `''` while there is none. */
export async function dictionaryVersion(sql: Sql): Promise<string> {
  const [{ version } = { version: '' }] = await sql.query<{ version: string }>(
    `select coalesce(count(*) || ' ' || sum(extract(epoch from added_at)), '') as version from dictionary_word`,
  );
  return version;
}

/** The words on record, ready to be used. */
export async function loadDictionary(sql: Sql): Promise<Dictionary> {
  const [version, words] = [await dictionaryVersion(sql), await listWords(sql)];
  return dictionaryOf(words, version);
}
