import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { type Membership, MembershipRole, MembershipState } from './membership.entity.js';

/** A unit that takes part in a network. */
export interface Belonging {
  readonly unitId: string;
  readonly networkId: string;
}

/** A unit that takes part from now on: a member, or a guest that is never counted. */
export interface Newcomer extends Belonging {
  readonly isMember: boolean;
}

/** What ends when a unit no longer takes part. */
export interface EndingThing {
  /** What of the thing ends: the thing itself, or the unit's part in it. */
  readonly part: string;
  readonly thingType: string;
  readonly thingId: string;
  /** When it would have begun; null for what has no time. */
  readonly startsAt: Date | null;
}

/** What a library above has to do with a unit that stops taking part. */
export interface MembershipEnding {
  /** What would end as things stand, with the rights of whoever asks. */
  list(tx: TenantTransaction, of: Belonging): Promise<EndingThing[]>;
  /** Runs in the committee's transaction whenever a membership is suspended or ended. */
  clearUp(tx: TenantTransaction, of: Belonging): Promise<void>;
}

/** Lets the libraries above take in a unit that begins to take part, and list and clear up what it does when it stops. */
@Injectable()
export class MembershipEvents {
  private readonly endings: MembershipEnding[] = [];
  private readonly beginnings: ((tx: TenantTransaction, newcomer: Newcomer) => Promise<void>)[] = [];

  onEnding(ending: MembershipEnding): void {
    this.endings.push(ending);
  }

  /** Runs in the transaction that makes a membership active: of the unit that accepts, or of the committee. */
  onBeginning(takeIn: (tx: TenantTransaction, newcomer: Newcomer) => Promise<void>): void {
    this.beginnings.push(takeIn);
  }

  async beginning(tx: TenantTransaction, membership: Membership): Promise<void> {
    const of = belongingOf(membership);
    if (!of) return;
    const isMember = membership.role !== MembershipRole.GUEST;
    for (const takeIn of this.beginnings) await takeIn(tx, { ...of, isMember });
  }

  /** Everything that would end with it, the earliest first, what has no time last. */
  async listEnding(tx: TenantTransaction, membership: Membership): Promise<EndingThing[]> {
    const of = belongingOf(membership);
    if (!of || membership.state !== MembershipState.ACTIVE) return [];
    const things: EndingThing[] = [];
    for (const ending of this.endings) things.push(...(await ending.list(tx, of)));
    return things.toSorted((one, other) => startOf(one) - startOf(other));
  }

  async ending(tx: TenantTransaction, membership: Membership): Promise<void> {
    const of = belongingOf(membership);
    if (!of) return;
    for (const ending of this.endings) await ending.clearUp(tx, of);
  }
}

/** Later than all for what has no time. */
function startOf({ startsAt }: EndingThing): number {
  return startsAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

function belongingOf({ unitId, networkId }: Membership): Belonging | null {
  return unitId === null ? null : { unitId, networkId };
}
