import type { Got } from '../../api/client';

/** A post as the API has it. */
export type Post = Got<'/api/v1/board/posts'>[number];

/** What is being written: a cluster to be made public, a single suggestion, or a post that is public already. */
export type Editing =
  | { readonly kind: 'cluster'; readonly clusterId?: string }
  | { readonly kind: 'item'; readonly feedbackId: string; readonly original: string }
  | { readonly kind: 'post'; readonly post: Post };

/** The words of one language, as they are typed. */
export interface Typed {
  readonly title: string;
  readonly text: string;
  readonly answer: string;
}

/** What a subject is asked for by. */
export interface Subject {
  readonly clusterId?: string;
  readonly feedbackId?: string;
}

export type Words = ReturnType<typeof wordsOf>;

/** The words to send, trimmed; null while a title or a text is missing. */
export function wordsOf({ title, text, answer }: Typed) {
  if (title.trim() === '' || text.trim() === '') return null;
  return { title: title.trim(), text: text.trim(), answer: answer.trim() || null };
}
