import { Membership, MembershipRole, MembershipState } from '#network';
import { OfferMatching } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { ClaimAsking } from '../claim/claim-asking.js';
import { ClaimWay, type Claim } from '../claim/claim.entity.js';
import type { Need } from '../need/need.entity.js';
import { asConvener } from '../need/need.repository.js';

/** An urgent need is a call: who could help is told in the same act, because nobody waits for a flood to be taken. */
@Injectable()
export class NeedCall {
  constructor(
    private readonly asking: ClaimAsking,
    private readonly offers: OfferMatching,
  ) {}

  /** Keeps the partners of the network as they are until the transaction ends; before the need is locked. */
  async holdPartners(tx: TenantTransaction, networkId: string): Promise<void> {
    await asConvener(tx, networkId, () => listPartners(tx, networkId, { mode: 'pessimistic_read' }));
  }

  /** With the rights of the committee, for a need that is locked; passes over units whose claim on it lives. */
  async callAll(tx: TenantTransaction, need: Need): Promise<Claim[]> {
    const unitIds = await asConvener(tx, need.networkId, () => this.listHelpers(tx, need));
    return this.asking.ask(tx, need, unitIds, ClaimWay.CALLED);
  }

  /** Partners with an offer of a kind asked for whose facts hold, at whatever time; all of them where no kind is named. */
  private async listHelpers(tx: TenantTransaction, { networkId, kinds, facts }: Need): Promise<string[]> {
    const partners = await listPartners(tx, networkId);
    if (kinds.length === 0) return partners;
    const offers = await this.offers.list(tx, { networkId, kinds, facts, span: null });
    const lenders = new Set(offers.filter(({ factsHold }) => factsHold).map(({ offer }) => offer.unitId));
    return partners.filter((unitId) => lenders.has(unitId));
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
