import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A sign-in by OpenID Connect that is under way: what the answer of the provider has to match. Used once, for ten minutes. */
@Entity('sign_in_flow')
@Index('sign_in_flow_expires_idx', ['expiresAt'])
export class SignInFlowEntity {
  /** SHA-256 of the token in the cookie of the browser that began it. */
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'sign_in_flow_pkey' })
  tokenHash!: Buffer;

  @Column('text')
  state!: string;

  @Column('text')
  nonce!: string;

  /** Of PKCE (RFC 7636). */
  @Column('text')
  verifier!: string;

  /** Where in the console the person goes on: a path of ours. */
  @Column('text', { name: 'return_to' })
  returnTo!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: string;
}
