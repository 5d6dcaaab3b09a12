import type { Sql } from '@huiyin/database';
import type { Kind } from '@huiyin/loop';
import type { Analysis, Words } from './analyze.js';

/** The words of an item; in later cycles with what the customer added when asked. */
export interface StoredWords extends Words {
  readonly id: string;
}

/** The words of a batch. */
export async function loadWords(tx: Sql, ids: readonly string[]): Promise<StoredWords[]> {
  return tx.query<StoredWords & { declaredKind: Kind | null }>(
    `select w.feedback_id as id, w.subject, w.declared_kind as "declaredKind",
       w.text || coalesce(E'\\n' || (select string_agg(s.comment, E'\\n' order by s.cycle) from survey s where s.feedback_id = w.feedback_id), '') as text
     from feedback_words w where w.feedback_id = any($1::uuid[])`,
    [ids],
  );
}

/** An analysis and the visit's cycle it belongs to. */
export interface AnalysisRow {
  readonly feedbackId: string;
  readonly cycle: number;
  readonly analysis: Analysis;
}

/** Stores the analyses of a batch. */
export async function insertAnalyses(tx: Sql, rows: readonly AnalysisRow[]): Promise<void> {
  const records = rows.map(({ analysis, ...row }) => ({
    ...row,
    ...analysis,
    search: asVector(analysis.search),
    feeling: analysis.sentiment.label,
    feelingScore: analysis.sentiment.score,
  }));
  await tx.query(
    `insert into analysis (feedback_id, cycle, analysable, reason, language, kind, kind_source, kind_score, category, category_score,
       sentiment, sentiment_score, urgency, urgency_score, urgency_reasons, keywords, because, search, model)
     select "feedbackId", cycle, analysable, reason, language, kind, "kindSource", "kindScore", category, "categoryScore",
       feeling, "feelingScore", urgency, "urgencyScore", "urgencyReasons", keywords, because, search::tsvector, model
     from json_to_recordset($1) as a("feedbackId" uuid, cycle int, analysable boolean, reason text, language text, kind text,
       "kindSource" text, "kindScore" real, category text, "categoryScore" real, feeling text, "feelingScore" real, urgency smallint,
       "urgencyScore" real, "urgencyReasons" text[], keywords text[], because jsonb, search text, model text)`,
    [JSON.stringify(records)],
  );
}

/** As a text that Postgres reads in half the time that it takes for an array of the same words. */
function asVector(search: string): string {
  if (!/['\\:]/.test(search)) return search;
  return search
    .split(' ')
    .map((word) => `'${word.replace(/['\\]/g, '$&$&')}'`)
    .join(' ');
}
