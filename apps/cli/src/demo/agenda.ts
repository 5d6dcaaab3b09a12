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

/** How long before the lanes run the deeds are done, seconds: a matter is taken up before it is done. */
const WINDOWS: Readonly<Record<Note['what'], readonly [number, number]>> = {
  take: [90, 170],
  resolve: [4, 80],
  'hand-back': [4, 80],
  dismiss: [4, 80],
  answer: [4, 150],
};

/** What people and customers are going to do. */
export class Agenda {
  private notes: Note[] = [];
  private count = 0;

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
    return taken.map((note) => this.dueAt(note, at));
  }

  /** Takes out the next `count` notes of one sort, whether they are due or not. */
  take(what: Note['what'], count: number, at: number): Due[] {
    const taken = this.notes.filter((note) => note.what === what).sort((a, b) => a.at - b.at).slice(0, count); // prettier-ignore
    this.notes = this.notes.filter((note) => !taken.includes(note));
    return taken.map((note) => this.dueAt(note, at));
  }

  private dueAt({ what, owner, moves, run }: Note, at: number): Due {
    const [least, most] = WINDOWS[what];
    // Spread evenly and always in the same way; chance would have to be told which note is which.
    const share = ((this.count++ * 0.618) % 1) * (most - least);
    return { moves, deed: { at: at - (least + share) * 1_000, owner, run } };
  }
}
