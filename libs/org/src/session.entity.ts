import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** One sign-in of a person, as stored; the token itself is only in the browser's cookie. */
@Entity('session')
@Unique('session_id_key', ['id'])
@Check('session_method_check', `method in ('password', 'oidc')`)
@Index('session_person_idx', ['personId'])
@Index('session_expires_idx', ['expiresAt'])
export class SessionEntity {
  /** SHA-256 of the token. */
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'session_pkey' })
  tokenHash!: Buffer;

  @Column('bigint', { name: 'person_id' })
  personId!: number;

  @ManyToOne(() => PersonEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'session_person_fkey' })
  person?: PersonEntity;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'loop_now()' })
  lastSeenAt!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: string;

  /** What it is called where sessions are listed and ended; opens nothing. */
  @Column('uuid')
  id!: string;

  /** How the person signed in. */
  @Column('text', { default: 'password' })
  method!: 'password' | 'oidc';

  /** The browser as it names itself, so that people recognise their sessions. */
  @Column('text', { nullable: true })
  agent!: string | null;
}
