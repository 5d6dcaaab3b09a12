import { embeddedUrl, readEmbeddedConnection } from '@huiyin/config';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { House, expectCleanStop, until } from './house.js';
import { ImapServer } from './support/imap-server.js';

const WORDS = ['一直没有信号', '宽带很慢', '账单不对', '套餐改不了'];

describe('a worker that is killed while it takes mail', () => {
  let house: House;
  let imap: ImapServer;

  beforeAll(async () => {
    house = await House.make();
    imap = await ImapServer.start();
  }, 180_000);
  afterAll(async () => {
    await imap.stop();
    await house.folder.remove();
  });

  const deliver = (text: string) =>
    imap.deliver(
      `From: customer@example.com\nTo: reply@op.example\nSubject: x\nMessage-ID: <${WORDS.indexOf(text)}@mua.example>\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`,
    );

  it('is followed by one that loses none of it and takes none of it twice', async () => {
    const env = { HUIYIN_IMAP_URL: imap.url, HUIYIN_MAIL_INTAKE: 'on', HUIYIN_IMAP_POLL_SECONDS: '5' };
    const [asked, taken] = WORDS.slice(0, 3).map(deliver) as [number, number];
    const deaths: string[] = [];
    let pids = (): Record<string, number> => ({});
    const kill = (when: string): void => {
      if (deaths.includes(when)) return;
      deaths.push(when);
      process.kill(pids()['The worker'] ?? 0, 'SIGKILL');
    };
    const instance = house.start({ env });
    pids = () => instance.childPids;
    // Killed when it has asked for a mail, and when a mail is on record but not yet marked as seen.
    imap.onCommand = (command) => {
      if (command.startsWith(`UID FETCH ${asked} `)) kill('asked');
      if (command.startsWith(`UID STORE ${taken} `)) kill('taken');
    };
    await instance.ready();
    const db = new pg.Client({ connectionString: embeddedUrl(readEmbeddedConnection(house.dataDir)!) });
    await db.connect();
    const texts = async (): Promise<string[]> =>
      (await db.query<{ text: string }>(`select text from feedback_words where source = 'mail'`)).rows.map(({ text }) => text); // prettier-ignore
    await until(async () => (await texts()).length >= 3);
    expect(deaths).toEqual(['asked', 'taken']);

    // Killed in the middle of the transaction that writes it down.
    await db.query('begin');
    await db.query('lock table feedback_words in share mode');
    deliver(WORDS[3]!);
    const halfway = `select from pg_locks w join pg_locks m on m.pid = w.pid
      where w.relation = 'feedback_words'::regclass and not w.granted and m.relation = 'inbound_mail'::regclass and m.granted`;
    await until(async () => (await db.query(halfway)).rows.length > 0);
    kill('writing');
    await db.query('rollback');
    await until(async () => (await texts()).length >= 4);

    expect((await texts()).sort()).toEqual([...WORDS].sort());
    const mails = await db.query<{ outcome: string }>('select outcome from inbound_mail');
    expect(mails.rows.map(({ outcome }) => outcome)).toEqual(Array(4).fill('new-item'));
    await db.end();
    await expectCleanStop(instance);
  }, 120_000);
});
