import { readFile } from 'node:fs/promises';
import { addWords, listWords, removeWords, WORD_KINDS, type DictionaryEntry, type WordKind } from '@huiyin/analyze';
import { OperatorError } from '@huiyin/config';
import { CodedError } from '@huiyin/loop';
import { type Arguments, defineCommand } from '../command.js';
import { table } from '../table.js';
import { withDatabase } from '../with-database.js';

const OPTIONS = { kind: { type: 'string', default: 'word' }, category: { type: 'string' } } as const;
const USAGE =
  'add <word>… [--kind word|cue|stop] [--category <code>] | remove <word>… | list | import <file: word,kind,category>';

export const command = defineCommand({
  summary: {
    en: 'Your own words for the analysis: kept whole, signs of a category, or without meaning; workers know them within 15 seconds.',
    zh: '分析用的自有词：整词保留、类别线索或停用词；工作进程 15 秒内生效。',
  },
  usage: USAGE,
  options: OPTIONS,
  async run({ positionals: [action = '', ...words], values }, config) {
    const database = <T>(work: Parameters<typeof withDatabase<T>>[2]): Promise<T> =>
      withDatabase(config(), 'dictionary', work);
    switch (action) {
      case 'add': {
        const entries = wordsOf(words, values);
        return save(entries, (all) => database((sql) => sql.transaction((tx) => addWords(tx, all, 'system'))));
      }
      case 'import': {
        const [file] = words;
        if (!file || words.length > 1) throw new OperatorError(`Write dictionary ${USAGE}`);
        const entries = linesOf(file, await textOf(file));
        return save(entries, (all) => database((sql) => sql.transaction((tx) => addWords(tx, all, 'system'))));
      }
      case 'remove':
        if (words.length === 0) throw new OperatorError('Which words? Write dictionary remove <word>…');
        console.log(`${await database((sql) => removeWords(sql, words))} of ${words.length} removed.`);
        return;
      case 'list':
        return list(await database((sql) => listWords(sql)));
      default:
        throw new OperatorError(`Write dictionary ${USAGE}`);
    }
  },
});

async function save(
  entries: readonly DictionaryEntry[],
  store: (entries: readonly DictionaryEntry[]) => Promise<number>,
): Promise<void> {
  try {
    console.log(`${await store(entries)} words written.`);
  } catch (error) {
    if (error instanceof CodedError) throw new OperatorError(error.detail, { cause: error });
    throw error;
  }
}

function list(words: Awaited<ReturnType<typeof listWords>>): void {
  const rows = words.map(({ word, kind, category, addedBy, addedAt }) => [
    word,
    kind,
    category ?? '',
    `${addedBy} ${addedAt}`,
  ]);
  console.log(table([['WORD', 'KIND', 'CATEGORY', 'ADDED'], ...rows]));
}

function wordsOf(words: readonly string[], values: Arguments<typeof OPTIONS>['values']): DictionaryEntry[] {
  if (words.length === 0) throw new OperatorError('Which words? Write dictionary add <word>…');
  return words.map((word) => ({ word, kind: kindOf(values.kind, word), category: values.category ?? null }));
}

/** A word on each line; with commas (or tabs), its kind and its category after it. A first line `word,kind,category` is a title. */
function linesOf(file: string, text: string): DictionaryEntry[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const entries = lines.flatMap((line, index): DictionaryEntry[] => {
    const [word = '', kind = '', category = ''] = line.split(/[,\t]/).map((part) => part.trim());
    if (word === '' || (index === 0 && word === 'word')) return [];
    return [{ word, kind: kindOf(kind || 'word', `${file}, line ${index + 1}`), category: category || null }];
  });
  if (entries.length === 0) throw new OperatorError(`${file} has no words in it.`);
  return entries;
}

function kindOf(kind: string, where: string): WordKind {
  const known = WORD_KINDS.find((each) => each === kind);
  if (!known) throw new OperatorError(`${where}: the kind must be ${WORD_KINDS.join(', ')}, not "${kind}".`);
  return known;
}

async function textOf(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw new OperatorError(`${file} cannot be read as UTF-8 text (${(error as Error).message}).`, { cause: error });
  }
}
