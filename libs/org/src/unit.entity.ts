import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { UnitLevel } from './unit.js';

/**
 * A node of the tree of units, as stored. `path` names all units from the root to this one: `/1/5/9/`. TypeORM cannot say
 * `text_pattern_ops`; it leaves that index alone.
 */
@Entity('unit')
@Unique('unit_code_key', ['code'])
@Index('unit_one_root_key', ['level'], { unique: true, where: '(parent_id IS NULL)' })
@Index('unit_parent_idx', ['parentId'])
@Index('unit_path_idx', { synchronize: false })
@Check('unit_level_check', `level in ('group', 'province', 'city', 'desk')`)
@Check('unit_customers_check', 'customers > 0')
@Check('unit_root_check', `(level = 'group') = (parent_id is null)`)
export class UnitEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'unit_pkey',
  })
  id!: number;

  @Column('text')
  code!: string;

  @Column('bigint', { name: 'parent_id', nullable: true })
  parentId!: number | null;

  @ManyToOne(() => UnitEntity)
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'unit_parent_fkey' })
  parent?: UnitEntity;

  @Column('text')
  path!: string;

  @Column('text')
  level!: UnitLevel;

  @Column('text', { name: 'name_zh' })
  nameZh!: string;

  @Column('text', { name: 'name_en' })
  nameEn!: string;

  /** Code of the region it serves, as customers' regions are written; null for none or all. */
  @Column('text', { nullable: true })
  region!: string | null;

  @Column('boolean', { default: true })
  active!: boolean;

  /** How many customers it serves; null where nobody has said. */
  @Column('bigint', { nullable: true })
  customers!: number | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
