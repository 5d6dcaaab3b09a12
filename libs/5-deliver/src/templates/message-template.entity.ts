import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A text that the operator has written in place of the default. */
@Entity('message_template')
@Check('message_template_purpose_check', `purpose in ('answer', 'survey')`)
@Check('message_template_language_check', `language in ('zh', 'en')`)
export class MessageTemplateEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'message_template_pkey' })
  purpose!: string;

  /** Of the item; empty: for every kind that has none of its own. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'message_template_pkey' })
  kind!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'message_template_pkey' })
  language!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  body!: string;

  @Column('text', { nullable: true })
  html!: string | null;

  @Column('text', { nullable: true })
  sms!: string | null;

  /** Goes up by one with each change. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('text', { name: 'changed_by' })
  changedBy!: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'loop_now()' })
  changedAt!: string;
}
