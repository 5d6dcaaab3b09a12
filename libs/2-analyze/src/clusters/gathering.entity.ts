import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the gathering of items into clusters has come; one row. */
@Entity('gathering')
@Check('gathering_only_check', '"only"')
export class GatheringEntity {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'gathering_pkey' })
  only!: boolean;

  /** Items in clusters. */
  @Column('bigint', { default: 0 })
  items!: number;

  /** Of these, the ones that came since the last pass. */
  @Column('bigint', { default: 0 })
  fresh!: number;

  @Column('timestamptz', { name: 'passed_at', nullable: true })
  passedAt!: string | null;

  /** How long the last pass took. */
  @Column('integer', { name: 'pass_ms', default: 0 })
  passMs!: number;
}
