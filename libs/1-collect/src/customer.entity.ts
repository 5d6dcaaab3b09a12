import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who told us something, as described the first time. */
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
}
