/** Why the board does not take what a visitor sends; the page says it in their language. */
export type Refused = 'unknown' | 'too-many' | 'confirm-by-mail' | 'bad-email' | 'empty' | 'too-long' | 'robot';

/** Thrown to a page, which says it in words. */
export class BoardRefusal extends Error {
  constructor(readonly reason: Refused) {
    super(reason);
    this.name = 'BoardRefusal';
  }
}
