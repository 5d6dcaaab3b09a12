import { isAtWork } from './behaviour.js';
import type { Deed } from './hands.js';

/** Something that somebody is going to do. */
export interface Note {
  readonly what: 'take' | 'resolve' | 'hand-back' | 'dismiss' | 'answer';
  /** Not before then, milliseconds since 1970. */
  readonly at: number;
  /** The unit whose working hours count; `null` for customers. */
  readonly unit: string | null;
  readonly owner: number;
  /** Where the item goes by it: on to delivery, back into the loop, or neither. */
  readonly moves: 'forward' | 'back' | null;
  readonly run: Deed['run'];
}

/** A note whose time has come. */
export interface Due extends Pick<Note, 'moves'> {
  readonly deed: Deed;
}

/** What has just come in is not taken in hand in the same moment. */
const PAUSE_MS = 10_000;

/** How long before the lanes run the deeds that move an item are done, seconds, so that it does not wait for a lane for hours. */
const WINDOW = { least: 4, most: 80 };

/** What people and customers are going to do. */
export class Agenda {
  private notes: Note[] = [];
  private count = 0;
  private before = 0;

  note(note: Note): void {
    this.notes.push(note);
  }

  /** Strikes out what somebody was going to do with an item: it has taken another road meanwhile. */
  forget(owner: number): void {
    this.notes = this.notes.filter((note) => note.owner !== owner);
  }

  /** Takes out what is due at `at`, as deeds shortly before it. Staff do nothing outside their working hours. */
  due(at: number): Due[] {
    const ready = (note: Note): boolean => note.at <= at && (note.unit === null || isAtWork(note.unit, at));
    const taken = this.notes.filter(ready);
    this.notes = this.notes.filter((note) => !ready(note));
    const due = taken.map((note) => this.dueAt(note, at));
    this.before = at;
    return due;
  }

  /** Takes out the next `most` resolutions, whether they are due or not, and never more than a third of all. */
  nextResolutions(most: number, at: number): Due[] {
    const all = this.notes.filter(({ what }) => what === 'resolve').sort((a, b) => a.at - b.at);
    const taken = new Set(all.slice(0, Math.min(most, Math.ceil(all.length / 3))));
    this.notes = this.notes.filter((note) => !taken.has(note));
    return [...taken].map((note) => this.dueAt(note, at));
  }

  private dueAt({ what, at: noted, owner, moves, run }: Note, at: number): Due {
    // Spread evenly and always in the same way; chance would have to be told which note is which.
    const share = (this.count++ * 0.618) % 1;
    const latest = at - (WINDOW.least + share * (WINDOW.most - WINDOW.least)) * 1_000;
    const taking = Math.min(Math.max(noted, this.before + PAUSE_MS), at - 2 * WINDOW.most * 1_000);
    return { moves, deed: { at: what === 'take' ? taking : latest, owner, run } };
  }
}
