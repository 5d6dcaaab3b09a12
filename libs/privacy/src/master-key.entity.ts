import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which keys this database was sealed with; the keys themselves are elsewhere. Tells at the start when the wrong ones are there. */
@Entity('master_key')
export class MasterKeyEntity {
  /** The beginning of its SHA-256; `root` for the key that indexes are derived from. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'master_key_pkey' })
  id!: string;

  /** What only the right root gives (HKDF). */
  @Column('text')
  proof!: string;

  @Column('timestamptz', { name: 'registered_at', default: () => 'loop_now()' })
  registeredAt!: string;
}
