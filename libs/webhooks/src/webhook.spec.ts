import { describe, expect, it } from '@jest/globals';
import { EVENTS, type ClusterEvent, type VisitEvent } from '@huiyin/loop';
import { bodyOf, EVENT_PATTERNS, eventIdOf, messageId, wants, type EventFilter, type EventSubject } from './webhook.js';

const visit = {
  ...{ cursor: '77-1234', name: 'feedback.resolved', feedbackId: 'f', reference: 'HY-2026-000001', seq: 4, cycle: 1 },
  ...{ stage: 'resolve', outcome: 'resolved', next: 'deliver', unit: 'gd', actor: 'person:7' },
  ...{ enteredAt: 'a', startedAt: 'b', leftAt: 'c' },
} as VisitEvent;
const burst = { cursor: '78-1235', name: 'cluster.burst', clusterId: 'k', toldAt: 't', burst: {} } as ClusterEvent;
const subject: EventSubject = { kind: 'complaint', unitPaths: ['/1/5/9/', '/1/6/'], source: 'crm', externalId: 'C-1' }; // prettier-ignore
const all: EventFilter = { events: ['*'], unitPaths: null, kinds: [] };

describe('a webhook', () => {
  it.each([
    ['everything', {}, true, true],
    ['by name', { events: ['feedback.resolved'] }, true, false],
    ['by another name', { events: ['feedback.routed', 'feedback.resolve'] }, false, false],
    ['by group', { events: ['cluster.*'] }, false, true],
    ['of a kind', { kinds: ['fault', 'complaint'] }, true, false],
    ['of another kind', { kinds: ['praise'] }, false, false],
    ['of a subtree that held it', { unitPaths: ['/1/5/'] }, true, false],
    ['of a subtree that holds it now', { unitPaths: ['/1/6/'] }, true, false],
    ['of a unit whose number only begins alike', { unitPaths: ['/1/5/9/1/', '/1/7/'] }, false, false],
    ['of units that are gone', { unitPaths: [] }, false, false],
  ])('that asks for %s is told just that', (_, changes, ofVisit, ofBurst) => {
    const filter = { ...all, ...changes };
    expect([wants(filter, visit, subject), wants(filter, burst, null)]).toEqual([ofVisit, ofBurst]);
  });

  it('is told what happened to what, and of people no more than what they are', () => {
    const body = JSON.parse(bodyOf(visit, subject)) as { data: object };
    expect(body).toMatchObject({ type: 'feedback.resolved', timestamp: 'c' });
    expect(body.data).toMatchObject({
      feedbackId: 'f',
      source: 'crm',
      externalId: 'C-1',
      actor: 'person',
      cursor: '77-1234',
    });
    expect(bodyOf(visit, subject)).not.toContain('person:7');
    expect(JSON.parse(bodyOf(burst, null))).toEqual({ type: 'cluster.burst', timestamp: 't', data: { cursor: '78-1235', clusterId: 'k', burst: {} } }); // prettier-ignore
  });

  it('may ask for every event there is', () => {
    expect(EVENT_PATTERNS).toEqual(expect.arrayContaining(['*', 'feedback.*', 'cluster.*', ...Object.keys(EVENTS)]));
  });

  it('finds the same id at every telling, without the dot that signatures use', () => {
    const id = messageId('01a00000-0000-7000-8000-000000000000', eventIdOf('77-1234'));
    expect(id).toBe('evt_1234_01a00000000070008000000000000000');
  });
});
