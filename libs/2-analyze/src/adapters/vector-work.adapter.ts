import { maskPersonalData, withoutMasks } from '@huiyin/privacy';
import type { Sql } from '@huiyin/database';
import { post } from './endpoint.adapter.js';
import type { Endpoint, OutsideSettings } from './outside.js';
import { readDimensions, storeVectors } from './outside-results.store.js';
import { claimVectorTasks, type OutsideClaim, type OwnWords, type VectorTask } from './outside-tasks.store.js';
import { type Answered, OutsideWork } from './outside-work.js';
import { readVectors, vectorBytes, vectorRequest } from './vectors.js';

/** Subject and text without personal data, cut; null when no word is left. */
export function leaving({ subject, text, known }: OwnWords, longest: number): string | null {
  const masked = maskPersonalData(subject ? `${subject}\n${text}` : text, known);
  return /[\p{L}\p{N}]/u.test(withoutMasks(masked)) ? masked.slice(0, longest).toWellFormed() : null;
}

/** Vectors of items' words, by `POST {base}/embeddings`. */
export class VectorWork extends OutsideWork<VectorTask, string, Float32Array> {
  readonly purpose = 'vector';
  readonly perCall: number;
  private dimensions: number | undefined;

  constructor(
    private readonly endpoint: Endpoint,
    private readonly settings: OutsideSettings,
  ) {
    super();
    this.perCall = settings.textsPerCall;
  }

  async claim(tx: Sql, claim: OutsideClaim, limit: number): Promise<VectorTask[]> {
    const tasks = await claimVectorTasks(tx, claim, limit);
    if (tasks.length > 0) this.dimensions ??= await readDimensions(tx, this.endpoint.model);
    return tasks;
  }

  prepare(task: VectorTask): string | null {
    return leaving(task, this.settings.charsPerText);
  }

  async ask(inputs: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    const body = vectorRequest(this.endpoint.model, inputs);
    const answer = await post(this.endpoint, 'embeddings', body, { ...this.settings, signal });
    const vectors = readVectors(answer, inputs.length, this.dimensions);
    this.dimensions ??= vectors[0]?.length;
    return vectors;
  }

  async store(tx: Sql, token: string, answered: readonly Answered<string, Float32Array>[]): Promise<void> {
    const rows = answered.map(({ id, output }) => ({ id, dimensions: output.length, vector: vectorBytes(output) }));
    await storeVectors(tx, token, this.endpoint.model, rows);
  }
}
