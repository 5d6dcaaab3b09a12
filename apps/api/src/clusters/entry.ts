import { badId } from '../http/validation.js';

/** A parameter that is the number of an edit or a suggestion; what is no number names nothing. */
export const anEntry = {
  transform(value: string): number {
    if (!/^\d{1,15}$/.test(value)) throw badId();
    return Number(value);
  },
};
