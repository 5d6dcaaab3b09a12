import { HuiyinError, type Piece, type Receipt } from '@huiyin/client';
import { useEffect, useSyncExternalStore } from 'react';
import { huiyin } from '../../api/client';
import type { Draft, Target } from './draft';

/** A piece on its way. It stays in this browser until the server has it. */
export interface Parcel {
  /** The Idempotency-Key, made when it was first saved: however often it is sent, it is one item. */
  readonly key: string;
  readonly person: string;
  readonly draft: Draft;
  /** The server has it; what was added to it may still be on its way. */
  readonly receipt?: Receipt;
  /** Refused; somebody has to look at it. */
  readonly trouble?: unknown;
}

const PLACE = 'huiyin.outbox';
const AGAIN_MS = 10_000;
const MOST_DONE = 8;

const listeners = new Set<() => void>();
let owner: string | undefined;
let parcels: readonly Parcel[] = load();
let done: readonly Receipt[] = [];
let sending = false;
let seen = { parcels, done };

/** What waits, and what was handed in since the page was opened, newest first. Only what this person wrote is sent. */
export function useOutbox(person: string) {
  useEffect(() => sendWhatWaits(person), [person]);
  return useSyncExternalStore(
    (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    () => seen,
  );
}

/** Sends what this person wrote before, in this browser, and could not be sent then. */
export function sendWhatWaits(person: string): void {
  owner = person;
  void sendAll();
}

/** Keeps a piece and sends it as soon as there is a line. */
export function handIn(person: string, draft: Draft): void {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  keep((all) => [...all, { key, person, draft }]);
  void sendAll();
}

/** Takes a piece out: it was looked at, or is written anew. */
export function takeOut(key: string): void {
  keep((all) => all.filter((parcel) => parcel.key !== key));
}

async function sendAll(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (let next = waiting(); next; next = waiting()) await send(next);
  } catch {
    // No line: tried again when it is back, and every few seconds.
  } finally {
    sending = false;
  }
}

function waiting(): Parcel | undefined {
  return parcels.find(({ person, trouble }) => person === owner && trouble === undefined);
}

/** @throws when there is no line */
async function send(parcel: Parcel): Promise<void> {
  try {
    const receipt = parcel.receipt ?? (await huiyin.submit(pieceOf(parcel.draft), { idempotencyKey: parcel.key }));
    if (!parcel.receipt) {
      done = [receipt, ...done].slice(0, MOST_DONE);
      replace({ ...parcel, receipt });
    }
    await add(receipt.id, parcel.draft);
    takeOut(parcel.key);
  } catch (error) {
    if (!isRefused(error)) throw error;
    replace({ ...parcel, ...parcels.find(({ key }) => key === parcel.key), trouble: error });
  }
}

/** What a person said of the piece besides; all of it may be said twice. */
async function add(id: string, { category, target }: Draft): Promise<void> {
  const path = { idOrReference: id };
  if (target) await huiyin.post('/api/v1/feedback/{idOrReference}/same-as', { path, body: bodyOf(target) });
  if (category) await huiyin.patch('/api/v1/feedback/{idOrReference}', { path, body: { category } });
}

function bodyOf({ item, cluster }: Target): { item?: string; cluster?: string } {
  return { ...(item && { item }), ...(cluster && { cluster }) };
}

function pieceOf({ text, phone, channel, kind }: Draft): Piece {
  return {
    text: text.trim(),
    channel,
    ...(kind && { kind }),
    ...(phone.trim() && { customer: { phone: phone.trim() } }),
  };
}

/** Sending the same again would be refused again. */
function isRefused(error: unknown): boolean {
  return error instanceof HuiyinError && error.status < 500 && ![401, 408, 429].includes(error.status);
}

function replace(parcel: Parcel): void {
  keep((all) => all.map((one) => (one.key === parcel.key ? parcel : one)));
}

/** On what is kept now: another tab may have added to it. */
function keep(change: (all: readonly Parcel[]) => readonly Parcel[]): void {
  const troubles = new Map(parcels.map(({ key, trouble }) => [key, trouble]));
  parcels = change(load().map((parcel) => ({ ...parcel, trouble: troubles.get(parcel.key) })));
  // An error does not survive as text; whoever opens the page again has it tried again.
  localStorage.setItem(PLACE, JSON.stringify(parcels.map(({ trouble: _, ...parcel }) => parcel)));
  seen = { parcels, done };
  for (const told of listeners) told();
}

function load(): readonly Parcel[] {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? '[]') as Parcel[];
  } catch {
    return [];
  }
}

window.addEventListener('online', () => void sendAll());
setInterval(() => {
  if (waiting()) void sendAll();
}, AGAIN_MS);
