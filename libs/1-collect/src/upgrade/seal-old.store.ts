import type { Database, Sql } from '@huiyin/database';
import {
  blindIdentity,
  insertKeys,
  keysOfItems,
  originalsAt,
  redact,
  sealOldParts,
  type DataKey,
  type Vault,
} from '@huiyin/privacy';
import { uuidv7 } from 'uuidv7';
import type { CustomerDetails, Submission } from '../collect.js';
import { guard, maskCustomer, type Guarded } from '../guard.js';
import { keysFor } from '../sealing.store.js';

const BATCH = 500;

/**
 * Brings what customers are recognised by, as an earlier version stored it, into its blind form. To be done before anybody is
 * recognised, or known customers would be taken for new ones. Stopped halfway, it goes on where it was.
 */
export async function blindOldIdentities(db: Database, vault: Vault): Promise<void> {
  for (;;) {
    const done = await db.transaction(async (tx) => {
      const rows = await tx.query<{ kind: string; value: string }>(
        `select kind, value from customer_identity where not starts_with(value, 'hmac:') order by kind, value limit 5000 for update`,
      );
      const blind = rows.map((row) => ({ ...row, blind: blindIdentity(vault, row).value }));
      await tx.query(
        `update customer_identity i set value = n.blind from json_to_recordset($1) as n(kind text, value text, blind text)
         where i.kind = n.kind and i.value = n.value`,
        [JSON.stringify(blind)],
      );
      return rows.length;
    });
    if (done === 0) return;
  }
}

type OldRow = Pick<Submission, 'id' | 'text' | 'subject' | 'source' | 'customer' | 'tags' | 'attributes'> & {
  readonly customerId: string | null;
};

/**
 * Masks and seals a batch of items that an earlier version stored in the clear, with what was made of them: deliveries, comments,
 * the words for the search.
 * @returns how many items; 0 when none is left
 */
export function sealOldItems(db: Database, vault: Vault): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx.query<OldRow>(
      `select w.feedback_id as id, w.text, w.subject, w.source, w.customer, w.tags, w.attributes, f.customer_id as "customerId"
       from feedback_words w join feedback f on f.id = w.feedback_id
       where not w.guarded order by w.feedback_id limit ${BATCH} for update of w skip locked`,
    );
    if (rows.length === 0) return 0;
    const guarded = rows.map((row) => guard(bare(row)));
    const { keys, fresh } = await keysFor(tx, vault, guarded);
    await insertKeys(tx, fresh);
    await writeItems(tx, guarded, keys);
    await ownAndSealCustomers(tx, vault, rows);
    await forgetWords(tx, rows, guarded);
    await sealOldParts(tx, vault, rows.map(({ id }) => id)); // prettier-ignore
    return rows.length;
  });
}

function bare({ customer, subject, source, ...row }: OldRow): Submission {
  const given = { ...(customer && { customer }), ...(subject && { subject }), ...(source && { source }) };
  return { ...row, ...given, channel: 'other', acceptedBy: '' };
}

async function writeItems(tx: Sql, rows: readonly Guarded[], keys: readonly (DataKey | undefined)[]): Promise<void> {
  const sealed = rows.map(({ masked, originals }, index) => {
    const key = keys[index];
    const place = originalsAt('feedback_words', masked.id);
    return { ...masked, keyId: key?.id ?? null, sealed: originals && key?.seal(JSON.stringify(originals), place) };
  });
  await tx.query(
    `update feedback_words w set text = n.text, subject = n.subject, customer = n.customer, tags = n.tags, attributes = n.attributes,
       sealed = n.sealed, key_id = coalesce(w.key_id, n."keyId"), guarded = true
     from json_to_recordset($1) as n(id uuid, text text, subject text, customer jsonb, tags text[], attributes jsonb, sealed text, "keyId" uuid)
     where w.feedback_id = n.id`,
    [JSON.stringify(sealed)],
  );
}

interface OldCustomer extends CustomerDetails {
  readonly customerId: string;
}

async function ownAndSealCustomers(tx: Sql, vault: Vault, rows: readonly OldRow[]): Promise<void> {
  const items = rows.map(({ id }) => id);
  await tx.query(
    `update customer_key k set customer_id = f.customer_id from feedback_words w join feedback f on f.id = w.feedback_id
     where w.feedback_id = any($1::uuid[]) and k.id = w.key_id and k.customer_id is null and f.customer_id is not null`,
    [items],
  );
  const customers = await tx.query<OldCustomer & { itemId: string }>(
    `select distinct on (c.id) c.id as "customerId", w.feedback_id as "itemId", c.name, c.phone, c.email, c.region, c.tier
     from feedback f join feedback_words w on w.feedback_id = f.id join customer c on c.id = f.customer_id
     where f.id = any($1::uuid[]) and c.sealed is null and c.erased_at is null order by c.id, w.feedback_id`,
    [items],
  );
  const keys = await keysOfItems(tx, vault, customers.map(({ itemId }) => itemId), uuidv7); // prettier-ignore
  const sealed = customers.map(({ customerId, itemId, ...given }) => {
    const customer = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as CustomerDetails;
    const key = keys.get(itemId);
    const place = originalsAt('customer', customerId);
    return {
      ...maskCustomer(customer),
      customerId,
      keyId: key?.id,
      sealed: key?.seal(JSON.stringify({ customer }), place),
    };
  });
  await tx.query(
    `update customer c set name = n.name, phone = n.phone, email = n.email, region = n.region, tier = n.tier, sealed = n.sealed, key_id = n."keyId"
     from json_to_recordset($1) as n("customerId" uuid, name text, phone text, email text, region text, tier text, sealed text, "keyId" uuid)
     where c.id = n."customerId"`,
    [JSON.stringify(sealed)],
  );
}

/** What was found must not be left in what was made of it: words of the search, keywords, what the judgements were made from. */
async function forgetWords(tx: Sql, rows: readonly OldRow[], guarded: readonly Guarded[]): Promise<void> {
  const changed = rows.filter((_, index) => guarded[index]?.originals);
  const found = changed.flatMap(({ id, text, subject }) =>
    redactedWords(`${subject ?? ''}\n${text}`).map((word) => ({ id, word })),
  );
  await tx.query(
    `with n as (select id, array_agg(word) as words from json_to_recordset($1) as n(id uuid, word text) group by id)
     update analysis a set search = ts_delete(a.search, n.words),
       keywords = array(select k from unnest(a.keywords) as k where not lower(k) = any(n.words)),
       because = case when exists (select from unnest(n.words) as w where length(w) >= 4 and strpos(lower(a.because::text), w) > 0)
         then '{}' else a.because end
     from n where a.feedback_id = n.id`,
    [JSON.stringify(found)],
  );
  await renameClusters(tx, changed.map(({ id }) => id)); // prettier-ignore
}

/** Names and summaries that the machine made of words in the clear. */
async function renameClusters(tx: Sql, items: readonly string[]): Promise<void> {
  const clusters = await tx.query<{ id: string; name: string; summary: string | null }>(
    `select c.id, c.name, c.summary from cluster c
     where c.id in (select cluster_id from cluster_member where feedback_id = any($1::uuid[])) order by c.id`,
    [items],
  );
  for (const { id, name, summary } of clusters) {
    const masked = { name: redact(name).text, summary: summary && redact(summary).text };
    if (masked.name === name && masked.summary === summary) continue;
    await tx.query('update cluster set name = $2, summary = $3 where id = $1', [id, masked.name, masked.summary]);
  }
}

/** Whatever the search may have kept of what is found in a text: as it was written, its digits, and the parts of an address. */
function redactedWords(text: string): string[] {
  const words = redact(text).findings.flatMap(({ start, end }) => {
    const whole = text.slice(start, end).normalize('NFKC').toLowerCase();
    return [whole, whole.replace(/\D/g, ''), ...whole.split(/[^\p{L}\p{N}]+/u)];
  });
  return [...new Set(words.filter((word) => word.length >= 2))];
}
