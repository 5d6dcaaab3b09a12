import type { ImportSender } from '@huiyin/collect';
import type { Principal } from '@huiyin/org';

/** Who sends a file, with what they are bound to now. */
export function senderOf({ kind, actor, source, units }: Principal): ImportSender {
  return { kind, actor, source, units };
}
