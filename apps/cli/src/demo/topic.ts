import type { IntakeChannel, Kind, Phase } from '@huiyin/loop';
import type { Action } from '@huiyin/resolve';

/** How often a matter comes up in the course of the history. */
export type Course = 'steady' | 'rising' | 'falling' | 'monthly' | 'opening' | 'release' | 'holiday' | 'sudden';

/** What people say about a matter in one language; `{slots}` are filled, and one of `[this|that]` is chosen, when it is written down. */
export interface Voice {
  /** Titles, where the channel has one. */
  readonly title: readonly string[];
  /** What it is about; one of them is always there. */
  readonly say: readonly string[];
  /** Circumstances. */
  readonly more: readonly string[];
  /** What they want. */
  readonly ask: readonly string[];
}

/** What a unit answers. */
export interface Reply {
  readonly action: Action;
  readonly summary: string;
  readonly reply: string;
}

/** A matter that customers come with. */
export interface Topic {
  readonly key: string;
  readonly kind: Kind;
  /** How often, compared with the others. */
  readonly weight: number;
  readonly course: Course;
  readonly channels: Readonly<Partial<Record<IntakeChannel, number>>>;
  readonly phase: Phase | null;
  readonly product: string | null;
  /** Share of customers who say that the answer helped, of those who answer. */
  readonly helped: number;
  /** Codes of the cities where it happens; empty for everywhere. */
  readonly cities: readonly string[];
  readonly zh: Voice;
  readonly en: Voice;
  readonly replies: { readonly zh: readonly Reply[]; readonly en: readonly Reply[] };
}

type Wanted = Pick<Topic, 'key' | 'kind' | 'weight' | 'replies'> & {
  readonly zh: string;
  readonly en: string;
};

/** The sentences of a voice: four paragraphs (titles, what, circumstances, wishes), one sentence a line. */
function voice(text: string): Voice {
  const [title = [], say = [], more = [], ask = []] = text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()));
  return { title, say, more, ask };
}

/** A topic with everyday values where nothing else is said. */
export function topic(wanted: Wanted & Partial<Omit<Topic, 'zh' | 'en'>>): Topic {
  return {
    course: 'steady',
    channels: { hotline: 40, app: 25, web: 10, shop: 8, sms: 4, social: 6, email: 4, board: 3 },
    phase: 'after-sale',
    product: null,
    helped: 0.8,
    cities: [],
    ...wanted,
    zh: voice(wanted.zh),
    en: voice(wanted.en),
  };
}
