import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { UnitEntity } from './unit.entity.js';

/** A person belongs to a unit, and so to everything under it. */
@Entity('person_unit')
@Index('person_unit_unit_idx', ['unitId'])
export class PersonUnitEntity {
  @PrimaryColumn('bigint', { name: 'person_id', primaryKeyConstraintName: 'person_unit_pkey' })
  personId!: number;

  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'person_unit_person_fkey' })
  person?: PersonEntity;

  @PrimaryColumn('bigint', { name: 'unit_id', primaryKeyConstraintName: 'person_unit_pkey' })
  unitId!: number;

  @ManyToOne(() => UnitEntity)
  @JoinColumn({ name: 'unit_id', foreignKeyConstraintName: 'person_unit_unit_fkey' })
  unit?: UnitEntity;
}
