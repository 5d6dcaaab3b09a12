import { ApiKeys } from '@huiyin/org';
import type { Json } from '../support/call.js';
import { upload } from '../support/files.js';
import { LoopWorld } from '../support/loop-world.js';
import { keyOf, makeProvinces, person } from '../support/provinces.js';
import { operationsOf, type Operation } from './document.js';
import type { Known } from './values.js';

/** Who sends a request, as headers. */
export interface Sends {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An instance with something of every kind in it, for a fuzzer to break. */
export class FuzzWorld {
  readonly operations: readonly Operation[];

  private constructor(
    readonly world: LoopWorld,
    readonly document: Json,
    readonly senders: readonly Sends[],
    readonly known: Known,
  ) {
    this.operations = operationsOf(document);
  }

  static async start(): Promise<FuzzWorld> {
    const limits = {
      webhookAllow: ['127.0.0.0/8'],
      limitCaller: 1_000_000,
      limitAddress: 1_000_000,
      limitLink: 1_000_000,
    };
    const world = await LoopWorld.start({ config: limits });
    await makeProvinces(world);
    const { body: document } = await world.get('/docs/json');
    const known = await fill(world).catch(async (error: unknown) => {
      await world.stop();
      throw error;
    });
    return new FuzzWorld(world, document, await sendersOf(world), known);
  }

  get port(): number {
    return Number(new URL(this.world.address()).port);
  }

  /** How many items there are. */
  async items(): Promise<number> {
    return (await this.world.rows('feedback'))[0]!;
  }
}

async function sendersOf(world: LoopWorld): Promise<Sends[]> {
  const owner = await person(world, 'fuzz.owner', { roles: ['case-owner'], units: ['gd'] });
  const auditor = await person(world, 'fuzz.auditor', { roles: ['auditor'] });
  const bound = await keyOf(world, { source: 'crm', unit: 'gd', scopes: ['admin'] });
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  const admin = { name: 'admin', headers: bearer(world.key) };
  return [
    ...[admin, admin, admin, admin, admin],
    { name: 'case owner of gd', headers: { cookie: owner.cookie } },
    { name: 'auditor', headers: { cookie: auditor.cookie } },
    { name: 'key bound to a source', headers: bearer(bound) },
    { name: 'nobody', headers: {} },
    { name: 'a wrong key', headers: bearer('hy_abcdefghijkl_wrong') },
  ];
}

/** Makes something of every kind; answers with the names under which it is known. Who sends the requests is not among it. */
async function fill(world: LoopWorld): Promise<Known> {
  const items = await collect(world);
  const asked = await world.ask({ text: '请问套餐怎么改', unit: 'gd', customer: { phone: '13800001111' } });
  const deliveries = (await world.get(`/api/v1/feedback/${asked.id}/deliveries`)).body as Json[];
  const clusters = (await world.get('/api/v1/clusters?limit=50')).body.items as Json[];
  const webhook = (await world.post('/api/v1/webhooks', { url: 'http://127.0.0.1:40009/hook', events: ['feedback.*'] }))
    .body;
  const robot = { name: 'robot', kind: 'wecom', url: 'http://127.0.0.1:40009/send?key=x', events: ['item.overdue'] };
  const channel = (await world.post('/api/v1/notice-channels', robot)).body;
  const source = { check: { type: 'bearer', header: 'X-Api-Key' }, mapping: { fields: { text: 'text' } } };
  const inbound = await world.call('PUT', '/api/v1/inbound-sources/fuzzed', {
    body: { ...source, secret: FUZZ_TOKEN },
  });
  const { id: personId } = (await world.post('/api/v1/people', { username: 'fuzz.other', units: ['sd'] })).body;
  const spare = await world.apis[0]!.get(ApiKeys).create({
    name: 'spare',
    scopes: ['feedback:read'],
    createdBy: 'system',
  });
  const [customer] = await world.db.query<{ id: string }>('select id from customer limit 1');
  if (inbound.status !== 200 || !webhook.id || !channel.id || !customer)
    throw new Error(`The world of the fuzzer is not complete: ${inbound.text} ${JSON.stringify(webhook)}`);
  const queued = await upload(world, 'text\n宽带断网\n"broken', { source: 'crm' });
  const edit = await world.call('PATCH', `/api/v1/clusters/${clusters[0]?.id}`, { body: { name: '宽带' } });
  const login = await world.post(`/api/v1/people/${personId}/logins`, { issuer: 'https://id.example', subject: 'x' });
  const one = (value: unknown) => [String(value)];
  return {
    idOrReference: [...items, asked.id],
    feedbackIds: items,
    unit: ['gd', 'gd-gz', 'sd'],
    units: ['gd', 'sd'],
    parent: ['gd'],
    'units/code': ['gd', 'gd-gz', 'sd'],
    token: one(asked.token),
    cluster: clusters.map(({ id }) => id),
    into: clusters.map(({ id }) => id),
    'clusters/id': clusters.map(({ id }) => id),
    'deliveries/id': deliveries.map(({ id }) => id),
    'webhooks/id': one(webhook.id),
    'notice-channels/id': one(channel.id),
    'people/id': one(personId),
    'keys/id': one(spare.key.split('_')[1]),
    'customers/id': one(customer.id),
    'inbound/source': ['fuzzed'],
    'inbound-sources/name': ['fuzzed'],
    'imports/id': one(queued.body.id),
    'mappings/source': ['crm'],
    'edits/editId': one(edit.body.edit?.id),
    'logins/login': one(login.body.id),
    'sources/name': ['crm', 'fuzzed'],
    source: ['crm', 'other'],
    username: ['fuzz.other', 'fuzz.new'],
    which: ['current', 'previous'],
    scopes: ['feedback:read', 'units:read'],
    roles: ['frontline', 'auditor'],
  };
}

/** Of the source `fuzzed`. */
export const FUZZ_TOKEN = 'fuzz-token-0123456789-abcdefghij';

async function collect(world: LoopWorld): Promise<string[]> {
  const texts = [
    '宽带断网，光猫一直亮红灯',
    '宽带断网了，光猫红灯',
    '地铁里没有 5G 信号',
    'No signal in the lift',
    '话费多扣了',
  ];
  const pieces = texts.map((text, index) => ({
    text,
    unit: index % 2 ? 'sd' : 'gd',
    customer: { phone: `1380000000${index}` },
  }));
  const ids = await world.collectMany(pieces);
  await world.settle();
  return ids;
}
