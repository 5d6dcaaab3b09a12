import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Language } from './person.js';

/** Somebody who signs in, as stored. `username` is lower case, so that two people never differ by case only. */
@Entity('person')
@Unique('person_username_key', ['username'])
@Check('person_username_check', 'username = lower(username)')
@Check('person_language_check', `language in ('zh', 'en')`)
export class PersonEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'person_pkey',
  })
  id!: number;

  @Column('text')
  username!: string;

  @Column('text', { name: 'display_name' })
  displayName!: string;

  /** PHC string of argon2id. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('text', { default: 'zh' })
  language!: Language;

  @Column('boolean', { default: true })
  active!: boolean;

  @Column('boolean', { name: 'must_change_password', default: false })
  mustChangePassword!: boolean;

  /** Names of roles; `roles.ts` says what each may do. */
  @Column('text', { array: true, default: () => `'{}'` })
  roles!: string[];

  /** What the person may do besides what the roles allow. */
  @Column('text', { array: true, default: () => `'{}'` })
  scopes!: string[];

  @Column('timestamptz', { name: 'created_at', default: () => 'loop_now()' })
  createdAt!: string;
}
