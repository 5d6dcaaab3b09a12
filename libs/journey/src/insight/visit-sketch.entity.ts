import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/**
 * Visits of a stage in a slot of four hours, counted. `sketch` holds numbers `(code << 32) + count`, see `sketch.ts` for the codes:
 * one whole list is read and added up faster than as many rows.
 */
@Entity('visit_sketch')
export class VisitSketchEntity {
  /** The unit that had the items or one above it; 0 for all of them, and for those that no unit had. */
  @PrimaryColumn('bigint', { name: 'unit_id', primaryKeyConstraintName: 'visit_sketch_pkey' })
  unitId!: number;

  /** Empty for all items, or `kind:complaint`, `product:5G 畅享套餐`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'visit_sketch_pkey' })
  part!: string;

  /** When it begins; counted in UTC from the epoch. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'visit_sketch_pkey' })
  slot!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'visit_sketch_pkey' })
  stage!: string;

  @Column('bigint', { array: true })
  sketch!: string[];
}

/** An item that is of another kind now than when its visits may have been counted. */
@Entity('kind_change')
export class KindChangeEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'kind_change_pkey',
  })
  id!: number;

  @Column('uuid', { name: 'feedback_id' })
  feedbackId!: string;

  @Column('text', { name: 'from_kind', nullable: true })
  fromKind!: string | null;
}

/** The tables of this library, for the check that entities and migrations agree. */
export const JOURNEY_ENTITIES = [VisitSketchEntity, KindChangeEntity];
