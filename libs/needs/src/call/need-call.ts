import { asCommittee, Membership, MembershipRole, MembershipState } from '#network';
import { OfferMatching } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { ClaimAsking } from '../claim/claim-asking.js';
import { ClaimWay } from '../claim/claim.entity.js';
import type { Need } from '../need/need.entity.js';
import { isOwnNeed } from '../need/need.policy.js';

/** An urgent need is a call: who could help is told in the same act, because nobody waits for a flood to be taken. */
@Injectable()
export class NeedCall {
  constructor(
    private readonly asking: ClaimAsking,
    private readonly offers: OfferMatching,
  ) {}

  /** Keeps the partners of the network as they are until the transaction ends; before the need is locked. */
  async holdPartners(tx: TenantTransaction, networkId: string): Promise<void> {
    await asCommittee(tx, networkId, () => listPartners(tx, networkId, { mode: 'pessimistic_read' }));
  }

  /** With the rights of the committee, for a need that is locked; passes over units whose claim on it lives. */
  async callAll(tx: TenantTransaction, need: Need): Promise<void> {
    const unitIds = await asCommittee(tx, need.networkId, () => this.listHelpers(tx, need));
    await this.asking.ask(tx, need, unitIds, ClaimWay.CALLED);
  }

  /** Partners with an offer of a kind asked for whose facts hold, at whatever time; all of them where no kind is named, or nobody has it: nobody is left out of an emergency. */
  private async listHelpers(tx: TenantTransaction, need: Need): Promise<string[]> {
    const { networkId, kinds, facts } = need;
    const partners = await listPartners(tx, networkId);
    if (kinds.length === 0) return partners;
    const offers = await this.offers.list(tx, { networkId, kinds, facts, span: null });
    const lenders = new Set(offers.filter(({ factsHold }) => factsHold).map(({ offer }) => offer.unitId));
    const helpers = partners.filter((unitId) => lenders.has(unitId));
    return helpers.some((id) => !isOwnNeed(need, id)) ? helpers : partners;
  }
}

async function listPartners(
  tx: TenantTransaction,
  networkId: string,
  lock?: { mode: 'pessimistic_read' },
): Promise<string[]> {
  const { regionId } = tx;
  const active = { role: MembershipRole.PARTNER, state: MembershipState.ACTIVE };
  const members = await tx.manager.find(Membership, {
    where: { regionId, networkId, ...active },
    order: { id: 'ASC' },
    ...(lock && { lock }),
  });
  return members.flatMap(({ unitId }) => unitId ?? []);
}
