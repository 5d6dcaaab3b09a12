import type { Database, Sql } from '@huiyin/database';
import { CodedError } from '@huiyin/loop';
import type { Vault } from '../vault.js';
import { originalsAt, originalsOf, type SealedRow } from '../originals.js';
import { eraseCustomer, type Erased } from './erase.store.js';
import { findPeople, itemsOf, type FoundCustomer, type PersonQuery } from './person.store.js';
import { namesOfItem } from '../names.store.js';
import { redact } from '../redact/redact.js';
import { revealItems, type RevealedItem } from './reveal.store.js';

/** Everything that is held about one customer. */
export interface PersonFile {
  readonly customer: {
    readonly id: string;
    readonly name: string | null;
    readonly phone: string | null;
    readonly email: string | null;
    readonly region: string | null;
    readonly tier: string | null;
    readonly createdAt: string;
    readonly erasedAt: string | null;
    /** The kinds of what they are recognised by; the values are in the items. */
    readonly recognisedBy: readonly string[];
  };
  readonly items: readonly RevealedItem[];
}

/** What is told of an act to the record of who did what. Bound to the audit where the application is put together. */
export type PutOnRecord = (
  tx: Sql,
  action: 'personal.revealed' | 'customer.found' | 'customer.exported' | 'customer.erased',
  subject: string,
  details: Record<string, unknown>,
) => Promise<void>;

/** What the rights of a person are carried out with. */
export interface RightsParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly record: PutOnRecord;
  /** Looks at items whose message was withdrawn, in the same transaction. */
  readonly wake: (tx: Sql, feedbackIds: readonly string[]) => Promise<unknown>;
}

/** What a person may ask of whoever keeps their data: what is there, a copy of it, and its end. Each is put on record with it. */
export class Rights {
  constructor(private readonly parts: RightsParts) {}

  /** Customers known by what is given, masked. @throws {CodedError} `validation-failed` */
  find(query: PersonQuery): Promise<FoundCustomer[]> {
    return this.parts.db.transaction(async (tx) => {
      const found = await findPeople(tx, this.parts.vault, query);
      const by = Object.entries(query).flatMap(([name, value]) => (value ? [name] : []));
      await this.parts.record(tx, 'customer.found', 'customers', { by, found: found.length });
      return found;
    });
  }

  /** One item in full. @throws {CodedError} `not-found` */
  reveal(feedbackId: string, reason: string | null): Promise<RevealedItem> {
    return this.parts.db.transaction(async (tx) => {
      const [item] = await revealItems(tx, this.parts.vault, [feedbackId]);
      if (!item) throw new CodedError('not-found', 'There is no such feedback item. Check the id or reference.');
      // An entry of the audit stays for ever: a name or number in the reason would stay with it.
      const names = reason === null ? [] : await namesOfItem(tx, this.parts.vault, feedbackId);
      const details = reason ? { reason: redact(reason, names).text } : {};
      await this.parts.record(tx, 'personal.revealed', `feedback:${feedbackId}`, details);
      return item;
    });
  }

  /** Everything held about a customer. @throws {CodedError} `not-found` */
  export(customerId: string): Promise<PersonFile> {
    return this.parts.db.transaction(async (tx) => {
      const customer = await this.describe(tx, customerId);
      const items = await revealItems(tx, this.parts.vault, await itemsOf(tx, customerId));
      await this.parts.record(tx, 'customer.exported', `customer:${customerId}`, { items: items.length });
      return { customer, items };
    });
  }

  /** Erases a customer; a second time it finds nothing left to do. @throws {CodedError} `not-found` */
  erase(customerId: string): Promise<Omit<Erased, 'waiting'>> {
    return this.parts.db.transaction(async (tx) => {
      await this.describe(tx, customerId);
      const { waiting, ...erased } = await eraseCustomer(tx, customerId);
      if (waiting.length > 0) await this.parts.wake(tx, waiting);
      await this.parts.record(tx, 'customer.erased', `customer:${customerId}`, erased);
      return erased;
    });
  }

  private async describe(sql: Sql, id: string): Promise<PersonFile['customer']> {
    const [row] = await sql.query<PersonFile['customer'] & SealedRow>(
      `select c.id, c.name, c.phone, c.email, c.region, c.tier, c.created_at as "createdAt", c.erased_at as "erasedAt", c.sealed,
         c.key_id as "keyId", k.wrapped,
         array(select kind from customer_identity i where i.customer_id = c.id order by kind) as "recognisedBy"
       from customer c left join customer_key k on k.id = c.key_id where c.id = $1`,
      [id],
    );
    if (!row)
      throw new CodedError('not-found', 'There is no such customer. Find them first: POST /api/v1/customers/find');
    const { sealed, keyId, wrapped, ...shown } = row;
    const place = originalsAt('customer', id);
    const { customer } = originalsOf<{ customer: object }>(this.parts.vault, { sealed, keyId, wrapped }, place);
    const { name, phone, email } = { ...shown, ...customer };
    return { ...shown, name, phone, email };
  }
}
