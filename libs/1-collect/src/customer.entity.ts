import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Somebody who told us something, as described the first time: masked, and the originals sealed. */
@Entity('customer')
export class CustomerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_pkey' })
  id!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  region!: string | null;

  /** How the sender ranks the customer, in the sender's words. */
  @Column('text', { nullable: true })
  tier!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;

  /** The originals, sealed with the customer's key. */
  @Column('text', { nullable: true })
  sealed!: string | null;

  @Column('uuid', { name: 'key_id', nullable: true })
  @ForeignKey('customer_key', { name: 'customer_key_fkey' })
  keyId!: string | null;

  /** Since when nothing is left that tells who it is. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt!: string | null;
}
