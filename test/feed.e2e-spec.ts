import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LoopWorld } from './support/loop-world.js';

/** One event as it came over the wire. */
interface Sent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

const ADDRESS = '/api/v1/loop/events';

describe('the events of the loop over HTTP', () => {
  let world: LoopWorld;
  const open: AbortController[] = [];

  beforeAll(async () => {
    world = await LoopWorld.start();
  });
  afterEach(() => open.splice(0).forEach((connection) => connection.abort()));
  afterAll(() => world.stop());

  /** Listens, and gives event after event; heartbeats are left out. */
  async function listen(lastEventId?: string): Promise<() => Promise<Sent>> {
    const connection = new AbortController();
    open.push(connection);
    const answer = await fetch(world.address(ADDRESS), {
      signal: connection.signal,
      headers: { authorization: `Bearer ${world.key}`, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let buffer = '';
    return async () => {
      for (;;) {
        const end = buffer.indexOf('\n\n');
        if (end < 0) {
          const { value, done } = await reader.read();
          if (done) throw new Error('The stream has ended.');
          buffer += value;
          continue;
        }
        const fields = buffer
          .slice(0, end)
          .split('\n')
          .filter((line) => line.includes(': '));
        buffer = buffer.slice(end + 2);
        const sent = Object.fromEntries(fields.map((line) => line.split(/: (.*)/s).slice(0, 2)));
        if (sent.event && sent.event !== 'heartbeat') return sent as Sent;
      }
    };
  }

  async function hear(next: () => Promise<Sent>, count: number): Promise<Sent[]> {
    const heard: Sent[] = [];
    while (heard.length < count) heard.push(await next());
    return heard;
  }

  it('tell a listener every change as it is committed', async () => {
    const next = await listen();
    const id = await world.collect('信号弱');
    await world.settle();
    const heard = await hear(next, 3);
    expect(heard.map(({ event }) => event)).toEqual(['feedback.collected', 'feedback.analyzed', 'feedback.routed']);
    expect(JSON.parse(heard[0]!.data)).toMatchObject({ feedbackId: id, seq: 1, stage: 'collect', next: 'analyze' });
    expect(heard.map(({ data }) => JSON.parse(data).cursor)).toEqual(heard.map(({ id }) => id));
  });

  it('go on after the event that a listener heard last, with nothing lost and nothing twice', async () => {
    const all = (await world.events(3)).map(({ cursor }) => cursor);
    const resumed = await listen(all[0]);
    expect((await hear(resumed, 2)).map(({ id }) => id)).toEqual(all.slice(1));
    open.splice(0).forEach((connection) => connection.abort());
    await world.collect('漏接电话');
    await world.settle();
    const later = await listen(all[2]);
    const rest = await hear(later, 3);
    expect(rest.map(({ event }) => event)).toEqual(['feedback.collected', 'feedback.analyzed', 'feedback.routed']);
    expect((await world.events(6)).map(({ cursor }) => cursor)).toEqual([...all, ...rest.map(({ id }) => id)]);
  });

  it('reach several listeners at once', async () => {
    const listeners = [await listen(), await listen(), await listen()];
    const id = await world.collect('网速慢');
    await world.lane('collect').drain();
    for (const next of listeners) {
      let heard = JSON.parse((await next()).data);
      // What was committed just before they came may still be on its way.
      while (heard.feedbackId !== id) heard = JSON.parse((await next()).data);
      expect(heard).toMatchObject({ seq: 1, name: 'feedback.collected' });
    }
  });

  it.each(['x', '1', '-1-1', '1-2-3', '1-9223372036854775808', '99999999999999999999-1'])(
    'refuse to go on from %j, which is no event of theirs',
    async (lastEventId) => {
      const answer = await world.call('GET', ADDRESS, { headers: { 'last-event-id': lastEventId } });
      expect(answer).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
      expect(answer.headers['content-type']).toContain('application/problem+json');
    },
  );

  it('answer whoever asks only for the head, and hang up', async () => {
    expect(await world.call('HEAD', ADDRESS)).toMatchObject({ status: 200, text: '' });
  });

  it('end when the process is told to stop: who listens does not keep it', async () => {
    const another = await LoopWorld.start();
    const connection = await fetch(another.address(ADDRESS), { headers: { authorization: `Bearer ${another.key}` } });
    await another.stop();
    expect(await connection.text()).not.toContain('error');
  });

  it('are not for everybody', async () => {
    expect(await world.call('GET', ADDRESS, { key: '' })).toMatchObject({ status: 401 });
    expect(await world.call('GET', ADDRESS, { key: await world.keyWith('feedback:read') })).toMatchObject({
      status: 403,
    });
  });
});
