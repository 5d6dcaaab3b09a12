import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a mailbox has been read. */
@Entity('mailbox_cursor')
export class MailboxCursorEntity {
  /** Host and folder, without user or password. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mailbox_cursor_pkey' })
  mailbox!: string;

  /** Of the server: when it changes, the numbers begin anew. */
  @Column('text', { name: 'uid_validity' })
  uidValidity!: string;

  @Column('bigint', { name: 'last_uid' })
  lastUid!: number;

  @Column('timestamptz', { name: 'looked_at', default: () => 'loop_now()' })
  lookedAt!: string;

  /** Why the last look failed; null when it did not. */
  @Column('text', { nullable: true })
  trouble!: string | null;
}
