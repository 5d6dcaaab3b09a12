import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What everybody may read of how a cluster stands. */
export class ClusterWords1790000000021 implements MigrationInterface {
  readonly name = 'ClusterWords1790000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table cluster add column public_words text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table cluster drop column public_words');
  }
}
