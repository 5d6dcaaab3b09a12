import { Conductor } from '@huiyin/bus';
import { Database } from '@huiyin/database';
import { recordAudit } from '@huiyin/org';
import { Rights, Vault } from '@huiyin/privacy';

/** Carries out the rights of persons in somebody's name: what is done is on the audit under that name. */
export class RightsDesk {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
    private readonly conductor: Conductor,
  ) {}

  /** @param actor `person:<id>`, `key:<id>` or `system` */
  inTheNameOf(actor: string): Rights {
    const { db, vault, conductor } = this;
    return new Rights({
      db,
      vault,
      record: (tx, action, subject, details) => recordAudit(tx, { actor, action, subject, details }),
      wake: (tx, ids) => conductor.wake(tx, 'deliver', [...ids]),
    });
  }
}
