import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Wrong passwords of one account or from one address, counted as a bucket that drains with time. */
@Entity('sign_in_attempt')
@Index('sign_in_attempt_last_idx', ['lastAt'])
export class SignInAttemptEntity {
  /** `account:<SHA-256 of the user name>` or `address:<network address>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_attempt_pkey' })
  subject!: string;

  @Column('integer')
  failures!: number;

  @Column('timestamptz', { name: 'last_at', default: () => 'loop_now()' })
  lastAt!: string;

  /** No further try before then; null for at once. */
  @Column('timestamptz', { name: 'blocked_until', nullable: true })
  blockedUntil!: string | null;
}
