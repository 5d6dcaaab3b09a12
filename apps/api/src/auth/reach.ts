import { CodedError } from '@huiyin/loop';
import { ApiKeys, People, scopesOf, type ApiKey, type Person, type Principal } from '@huiyin/org';
import { Injectable } from '@nestjs/common';
import { idOf, isBelow, refuseAbove } from './granting.js';

/** People and keys within reach of the one who asks: those elsewhere in the organisation are not there for them. */
@Injectable()
export class Reach {
  constructor(
    private readonly people: People,
    private readonly keys: ApiKeys,
  ) {}

  /** `not-found` for a person elsewhere, too. */
  async person(who: Principal, id: string): Promise<Person> {
    const person = await this.people.get(idOf(id));
    if (isBelow(who, person.units)) return person;
    throw new CodedError('not-found', 'There is no such person; GET /api/v1/people lists everybody');
  }

  /** The same, for changing: `missing-scope` for a person who may do more than the one who asks. */
  async personBelow(who: Principal, id: string): Promise<Person> {
    const person = await this.person(who, id);
    refuseAbove(who, scopesOf(person), 'This person may do');
    return person;
  }

  /** The key, for changing: `not-found` for one elsewhere, `missing-scope` for one that may do more than the one who asks. */
  async keyBelow(who: Principal, id: string): Promise<ApiKey> {
    const key = await this.keys.get(id);
    if (!keyIsBelow(who, key)) throw new CodedError('not-found', 'There is no key with this id');
    refuseAbove(who, key.scopes, 'The key is allowed');
    return key;
  }
}

/** True when the key is within reach: bound to a unit that the one who asks sees, and, for a key bound to a source, to the same. */
export function keyIsBelow(who: Principal, key: Pick<ApiKey, 'unit' | 'source' | 'id'>): boolean {
  if (who.kind === 'key' && who.id === key.id) return true;
  return isBelow(who, key.unit ? [key.unit] : []) && (who.source === null || who.source === key.source);
}
