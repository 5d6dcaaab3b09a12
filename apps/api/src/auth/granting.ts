import { CodedError } from '@huiyin/loop';
import { isScope, may, type Principal } from '@huiyin/org';

/** Refuses to hand out, or to take over, more than the principal holds; `what` begins the sentence that says so. */
export function refuseAbove(who: Principal, scopes: readonly string[], what: string): void {
  const above = scopes.filter((scope) => isScope(scope) && !may(who, scope));
  if (above.length > 0) {
    throw new CodedError('missing-scope', `${what} more than you may do yourself: ${above.join(', ')}`);
  }
}

/** The id in a path; what cannot be one is answered like one that is not there. */
export function idOf(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new CodedError('not-found', 'There is nothing with this id');
}
