import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** Who a person is at an OpenID Connect provider: issuer and subject, which never change, unlike names and addresses. */
@Entity('person_login')
@Unique('person_login_subject_key', ['issuer', 'subject'])
@Unique('person_login_person_key', ['personId', 'issuer'])
export class PersonLoginEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'person_login_pkey',
  })
  id!: number;

  @Column('bigint', { name: 'person_id' })
  personId!: number;

  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'person_login_person_fkey' })
  person?: PersonEntity;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: string | null;
}
