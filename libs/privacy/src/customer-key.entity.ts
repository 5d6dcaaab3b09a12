import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The key of a customer, as stored: sealed with a master key. Without this row, what it sealed is gone for good. */
@Entity('customer_key')
@Index('customer_key_owner_idx', ['owner'], { where: 'owner is not null' })
@Index('customer_key_customer_idx', ['customerId'], { where: 'customer_id is not null' })
export class CustomerKeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_key_pkey' })
  id!: string;

  /** Whose it is; null until the customer has been recognised, and for items of somebody unknown. */
  @Column('uuid', { name: 'customer_id', nullable: true })
  @ForeignKey('customer', { name: 'customer_key_customer_fkey' })
  customerId!: string | null;

  /** Blind index of the surest thing its customer is recognised by, so that what comes later is sealed with the same key. */
  @Column('bytea', { nullable: true })
  owner!: Buffer | null;

  @Column('text')
  wrapped!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
