import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Something that a customer is recognised by; it belongs to whoever was seen with it first. */
@Entity('customer_identity')
@Index('customer_identity_customer_idx', ['customerId'])
export class CustomerIdentityEntity {
  /** `phone`, `email` or `id:<source>`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'customer_identity_pkey' })
  kind!: string;

  /** The blind index of its one form, `hmac:…`; see `blindIdentity`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'customer_identity_pkey' })
  value!: string;

  /** Checked at commit: the identity is taken before its new customer is written. */
  @Column('uuid', { name: 'customer_id' })
  @ForeignKey('customer', { name: 'customer_identity_customer_fkey', deferrable: 'INITIALLY DEFERRED' })
  customerId!: string;
}
