import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '#tenancy';
import type { Membership } from './membership.entity.js';

export type MembershipEnding = (tx: TenantTransaction, membership: Membership) => Promise<void>;

/** Lets the libraries above clear up what a unit did through a network, in the transaction in which it stops. */
@Injectable()
export class MembershipEvents {
  private readonly endings: MembershipEnding[] = [];

  /** `clearUp` runs in the committee's transaction whenever a membership is suspended or ended. */
  onEnding(clearUp: MembershipEnding): void {
    this.endings.push(clearUp);
  }

  async ending(tx: TenantTransaction, membership: Membership): Promise<void> {
    for (const clearUp of this.endings) await clearUp(tx, membership);
  }
}
