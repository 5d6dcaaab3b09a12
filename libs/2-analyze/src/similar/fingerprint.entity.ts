import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PAIRS, SINGLES, WORDS } from './print.js';

/** By what an item is found when somebody says the same again; see `Print`. */
@Entity('fingerprint')
@Index('fingerprint_customer_idx', ['customerId', 'feedbackId'], { where: 'customer_id is not null' })
export class FingerprintEntity {
  @PrimaryColumn('uuid', { name: 'feedback_id', primaryKeyConstraintName: 'fingerprint_pkey' })
  @ForeignKey('feedback', { name: 'fingerprint_feedback_fkey' })
  feedbackId!: string;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId!: string | null;
}

/** Columns that differ by their number only, each with an index of its own. */
function numbered(name: string, count: number, column: PropertyDecorator): void {
  for (let number = 1; number <= count; number++) {
    column(FingerprintEntity.prototype, `${name}${number}`);
    Index(`fingerprint_${name}${number}_idx`, [`${name}${number}`])(FingerprintEntity);
  }
}

numbered('single', SINGLES, Column('integer'));
numbered('pair', PAIRS, Column('integer'));
numbered('word', WORDS, Column({ type: 'text', nullable: true, collation: 'C' }));
