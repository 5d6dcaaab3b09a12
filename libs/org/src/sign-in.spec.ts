import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '@huiyin/database';
import { ShiftedClock } from '@huiyin/loop';
import { createTestDatabase, type TestDatabase } from '@huiyin/testing';
import { People } from './people.js';
import { may } from './principal.js';
import { Sessions } from './sessions.js';
import { addressSubject } from './sign-in-subjects.js';
import { SignIn } from './sign-in.js';

const PASSWORD = 'quiet-lantern-harbour';

describe('signing in', () => {
  const clock = new ShiftedClock();
  let test: TestDatabase;
  let database: Database;
  let people: People;
  let sessions: Sessions;
  let signIn: SignIn;
  let personId: number;
  let count = 0;

  beforeAll(async () => {
    test = await createTestDatabase();
    database = new Database(
      {
        url: test.url,
        poolSize: 3,
        statementTimeoutMs: 10_000,
        idleTransactionTimeoutMs: 10_000,
        applicationName: 'spec',
      },
      clock,
    );
    people = new People(database);
    sessions = new Sessions(database, 12);
    signIn = new SignIn(database, sessions, people);
  });

  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  beforeEach(async () => {
    clock.offsetMs = 0;
    await database.query('truncate sign_in_attempt');
    const { person } = await people.create({
      username: `Wang.Fang${++count}`,
      displayName: '王芳',
      password: PASSWORD,
      scopes: ['feedback:read'],
      mustChangePassword: false,
    });
    personId = person.id;
  });

  const user = () => `wang.fang${count}`;
  const attempt = (password: string, username = user(), address = '203.0.113.7') =>
    signIn.withPassword({ username, password, address });
  const codeOf = (tried: Promise<unknown>) =>
    tried.then(
      () => 'in',
      (error: { code?: string }) => error.code,
    );

  it('starts a session that names the person, whatever the case of the user name', async () => {
    const { session, person } = await attempt(PASSWORD, user().toUpperCase());
    expect(person).not.toHaveProperty('passwordHash');
    const who = await sessions.authenticate(session.token);
    expect(who).toMatchObject({ kind: 'person', id: String(personId), name: '王芳', actor: `person:${personId}` });
    expect(may(who!, 'feedback:read')).toBe(true);
  });

  it('answers the same for an unknown user, a wrong password, somebody deactivated and nonsense', async () => {
    const answers = [
      await attempt('wrong').catch((error: Error) => ({ ...error, message: error.message })),
      await attempt(PASSWORD, 'nobody').catch((error: Error) => ({ ...error, message: error.message })),
      await attempt(PASSWORD, 'no\0body \ud800').catch((error: Error) => ({ ...error, message: error.message })),
    ];
    await people.deactivate(personId);
    answers.push(await attempt(PASSWORD).catch((error: Error) => ({ ...error, message: error.message })));
    expect(answers[0]).toMatchObject({ code: 'unauthenticated' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('slows an account down after five wrong tries, from any address, known or not', async () => {
    for (const username of [user(), 'nobody']) {
      for (let i = 1; i <= 5; i++) {
        expect(await codeOf(attempt('wrong', username, `198.51.100.${i}`))).toBe('unauthenticated');
      }
      await expect(attempt(PASSWORD, username, '198.51.100.99')).rejects.toMatchObject({
        code: 'too-many-requests',
        retryAfterSeconds: 10,
      });
    }
    clock.advance(11_000);
    expect(await codeOf(attempt('wrong', user(), '198.51.100.99'))).toBe('unauthenticated');
    await expect(attempt(PASSWORD)).rejects.toMatchObject({ retryAfterSeconds: 20 });
    clock.advance(21_000);
    expect(await codeOf(attempt(PASSWORD))).toBe('in');
    expect(await codeOf(attempt('wrong'))).toBe('unauthenticated');
  });

  it('slows an address down after five wrong tries on any accounts', async () => {
    for (let i = 1; i <= 5; i++) await codeOf(attempt('wrong', `guess${i}`));
    expect(await codeOf(attempt(PASSWORD))).toBe('too-many-requests');
    expect(await codeOf(attempt(PASSWORD, user(), '203.0.113.8'))).toBe('in');
    clock.advance(6 * 60_000);
    expect(await codeOf(attempt(PASSWORD))).toBe('in');
  });

  it('lets no more than five through when twenty come at the same moment', async () => {
    const codes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => codeOf(attempt('wrong', user(), `192.0.2.${i}`))),
    );
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(5);
  });

  it('is not slowed down by signing in rightly, however often', async () => {
    for (let i = 0; i < 8; i++) expect(await codeOf(attempt(PASSWORD))).toBe('in');
  });

  it('ends every session at once when the person is deactivated, or may do other things than before', async () => {
    const first = await attempt(PASSWORD);
    await people.update(personId, { scopes: ['clusters:read'] });
    expect(await sessions.authenticate(first.session.token)).toBeNull();
    const second = await attempt(PASSWORD);
    await people.update(personId, { displayName: '王小芳' });
    expect(await sessions.authenticate(second.session.token)).toMatchObject({ name: '王小芳' });
    await people.deactivate(personId);
    expect(await sessions.authenticate(second.session.token)).toBeNull();
  });

  it('ends a session by signing out, by time without a request, and after a week in any case', async () => {
    const [out, idle, busy] = [await attempt(PASSWORD), await attempt(PASSWORD), await attempt(PASSWORD)];
    await sessions.revoke(out.session.token);
    expect(await sessions.authenticate(out.session.token)).toBeNull();
    for (let hours = 6; hours < 7 * 24; hours += 6) {
      clock.offsetMs = hours * 3_600_000;
      expect(await sessions.authenticate(busy.session.token)).not.toBeNull();
    }
    expect(await sessions.authenticate(idle.session.token)).toBeNull();
    clock.offsetMs = 7 * 24 * 3_600_000;
    expect(await sessions.authenticate(busy.session.token)).toBeNull();
    expect(await sessions.purge()).toBeGreaterThanOrEqual(2);
  });

  it('ends a session after as many hours without a request as the operator says', async () => {
    const short = new Sessions(database, 1);
    const { token } = (await short.start(personId))!;
    clock.offsetMs = 3_500_000;
    expect(await short.authenticate(token)).not.toBeNull();
    clock.offsetMs = 3_500_000 + 3_600_000;
    expect(await short.authenticate(token)).toBeNull();
  });

  it('lets somebody with a password from another hand do nothing but change it', async () => {
    const handed = await people.resetPassword(personId);
    const { session } = await attempt(handed);
    const who = await sessions.authenticate(session.token);
    expect(who!.mustChangePassword).toBe(true);
    expect(may(who!, 'feedback:read')).toBe(false);
    const change = (from: string, to: string) =>
      signIn.changePassword({ username: user(), password: from, address: '203.0.113.7' }, to);
    expect(await codeOf(change('wrong', 'another-lantern-in-rain'))).toBe('unauthenticated');
    expect(await codeOf(change(handed, 'short'))).toBe('validation-failed');
    const changed = await change(handed, 'another-lantern-in-rain');
    expect(await sessions.authenticate(session.token)).toBeNull();
    expect(may((await sessions.authenticate(changed.token))!, 'feedback:read')).toBe(true);
  });

  it('takes a /64 of IPv6 for one address, and IPv4 written as IPv6 for IPv4', () => {
    const key = (address: string) => addressSubject(address).key;
    expect(key('2001:db8:1:2::1')).toBe(key('2001:0db8:0001:0002:ffff::9'));
    expect(key('2001:db8:1:2::1')).not.toBe(key('2001:db8:1:3::1'));
    expect(key('::1')).toBe('address:0:0:0:0::/64');
    expect(key('::ffff:192.0.2.1')).toBe('address:192.0.2.1');
  });
});
