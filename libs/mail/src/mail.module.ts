import { Conductor } from '@huiyin/bus';
import { Intake } from '@huiyin/collect';
import { CONFIG, type Config } from '@huiyin/config';
import { Database } from '@huiyin/database';
import { mailHost, Outbox, Returned } from '@huiyin/deliver';
import { findItem } from '@huiyin/journey';
import { CodedError } from '@huiyin/loop';
import { SEES_ALL } from '@huiyin/org';
import { Mailbox } from './mailbox.js';
import { Messages } from './messages.js';
import { MailTaking, type TakingParts } from './taking.js';

/** Mail that comes in, for the module in which the stages are put together: it needs what collect, deliver and the bus provide. */
export const MAIL_PROVIDERS = [
  {
    provide: Messages,
    useFactory: (db: Database, conductor: Conductor) => new Messages(db, conductor),
    inject: [Database, Conductor],
  },
  {
    provide: Returned,
    useFactory: (outbox: Outbox, conductor: Conductor) => new Returned(outbox, conductor),
    inject: [Outbox, Conductor],
  },
  {
    provide: MailTaking,
    useFactory: (config: Config, intake: Intake, returned: Returned, db: Database) =>
      new MailTaking(partsOf(db, intake, returned), settingsOf(config)),
    inject: [CONFIG, Intake, Returned, Database],
  },
];

function partsOf(db: Database, intake: Intake, returned: Returned): TakingParts {
  const { vault, tokens } = returned.outbox;
  const byReference: TakingParts['byReference'] = async (tx, reference) => {
    try {
      return await findItem(tx, reference, SEES_ALL);
    } catch (error) {
      if (error instanceof CodedError && error.code === 'not-found') return null;
      throw error;
    }
  };
  return { db, vault, tokens, intake, returned, byReference };
}

function settingsOf({
  mailIntake,
  mailPerHour,
  mailFrom,
  mailReplyTo,
}: Config): ConstructorParameters<typeof MailTaking>[1] {
  const from = /([^\s<>]+@[^\s<>]+)>?\s*$/.exec(mailFrom)?.[1] ?? '';
  const own = [from, mailReplyTo].filter((address) => address !== '').map((address) => address.toLowerCase());
  return { intake: mailIntake === 'on', perHour: mailPerHour, host: mailHost(mailFrom), own };
}

/** The part of a worker that fetches mail; null where no mailbox is set. */
export function mailboxOf(
  config: Config,
  db: Database,
  taking: MailTaking,
  trouble: (error: unknown) => void,
): Mailbox | null {
  const { imapUrl: url, imapPollSeconds: pollSeconds } = config;
  return url === '' ? null : new Mailbox(db, taking, { url, pollSeconds, trouble });
}
