import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The index of all words takes in more new items before it sorts them into place: one pass over many costs a fraction of
 * many passes. A search reads what is not sorted yet from end to end, some 20 ms at the most.
 */
export class SearchIndex1790000000014 implements MigrationInterface {
  readonly name = 'SearchIndex1790000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter index analysis_search_idx set (gin_pending_list_limit = 16384)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter index analysis_search_idx reset (gin_pending_list_limit)');
  }
}
