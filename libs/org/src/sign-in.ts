import type { Database } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import { invalid } from './fields.js';
import { checkPassword, verifyPassword } from './passwords.js';
import type { People } from './people.js';
import { selectCredentials } from './people.store.js';
import { isUsername, normaliseUsername, type Person } from './person.js';
import type { NewSession, Sessions } from './sessions.js';
import { accountSubject, addressSubject } from './sign-in-subjects.js';
import * as store from './sign-in.store.js';

/** Five tries are free, then 10 s, 20 s, … a quarter of an hour (OWASP ASVS 5.0, 6.3.1). */
const SLOW_DOWN: store.SlowDown = { free: 5, firstSeconds: 10, longestSeconds: 900 };

/** Too many wrong tries; `retryAfterSeconds` is for the header `Retry-After`. */
export class TooManyTries extends CodedError {
  constructor(readonly retryAfterSeconds: number) {
    super('too-many-requests', `Too many wrong tries; wait ${retryAfterSeconds} seconds and try again`);
  }
}

/** A try to sign in; `address` is the network address it comes from. */
export interface SignInTry {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  /** The browser as it names itself. */
  readonly agent?: string | undefined;
}

/** Signing in with user name and password. */
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly people: People,
  ) {}

  /**
   * Starts a session. `unauthenticated` with one and the same answer, after the same work, for an unknown user, a
   * wrong password and somebody deactivated; {@link TooManyTries} after five of those for the account or the address.
   */
  async withPassword(attempt: SignInTry): Promise<{ session: NewSession; person: Person }> {
    const person = await this.check(attempt);
    const session = await this.sessions.start(person.id, { agent: attempt.agent });
    if (!session) throw wrong();
    return { session, person };
  }

  /**
   * Lets somebody choose a new password after giving the present one. All sessions end; the answer is a new one.
   * Wrong tries count as those of signing in.
   */
  async changePassword(attempt: SignInTry, password: string): Promise<NewSession> {
    checkPassword(password, attempt.username);
    if (password === attempt.password) throw invalid('password', 'Choose another one than the present password');
    const person = await this.check(attempt);
    await this.people.setPassword(person.id, password, false);
    const session = await this.sessions.start(person.id, { agent: attempt.agent });
    if (!session) throw wrong();
    return session;
  }

  /** Deletes counts that no longer slow anybody down; answers how many. */
  purge(): Promise<number> {
    return store.deleteOldAttempts(this.database);
  }

  private async check({ username, password, address }: SignInTry): Promise<Person> {
    const name = normaliseUsername(username);
    const account = accountSubject(name);
    const from = addressSubject(address);
    await this.database.transaction(async (tx) => {
      for (const subject of [account, from]) {
        if (!(await store.charge(tx, subject, SLOW_DOWN))) {
          throw new TooManyTries(await store.secondsToWait(tx, subject));
        }
      }
    });
    const found = isUsername(name) ? await selectCredentials(this.database, name) : undefined;
    if (!(await verifyPassword(found?.passwordHash, password)) || !found?.active) throw wrong();
    await store.deleteAttempts(this.database, account);
    await store.refund(this.database, from);
    const { passwordHash: _, ...person } = found;
    return person;
  }
}

function wrong(): CodedError {
  return new CodedError('unauthenticated', 'The user name or the password is wrong; check both and try again');
}
