import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Kind } from '@huiyin/loop';

/** A routing rule, as stored. Conditions that are null or empty match everything. */
@Entity('routing_rule')
@Index('routing_rule_position_idx', ['position', 'id'])
@Check('routing_rule_limit_check', 'limit_minutes > 0')
export class RoutingRuleEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'routing_rule_pkey',
  })
  id!: number;

  /** Smaller is tried sooner. */
  @Column('integer')
  position!: number;

  @Column('text')
  name!: string;

  @Column('text', { array: true, default: () => `'{}'` })
  kinds!: Kind[];

  /** A category, or any category under it. */
  @Column('text', { nullable: true })
  category!: string | null;

  @Column('text', { nullable: true })
  region!: string | null;

  @Column('text', { nullable: true })
  product!: string | null;

  /** Found anywhere in the words. */
  @Column('text', { nullable: true })
  keyword!: string | null;

  /** The unit that gets what matches. */
  @Column('bigint', { name: 'unit_id' })
  @ForeignKey('unit', { name: 'routing_rule_unit_fkey' })
  unitId!: number;

  @Column('integer', { name: 'limit_minutes' })
  limitMinutes!: number;

  @Column('boolean', { default: true })
  active!: boolean;
}
