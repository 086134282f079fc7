import { ApiError, expectState, found, Refused, type Words } from '#graphql';
import { asCommittee, Membership, MembershipRole, MembershipState, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Need } from '../need/need.entity.js';
import { ASKING_STATES, isOwnNeed, LIVE_CLAIMS } from '../need/need.policy.js';
import { NeedRepository } from '../need/need.repository.js';
import { NEED_STATES } from '../need/need.words.js';
import { Claim, ClaimState, ClaimWay } from './claim.entity.js';
import { AlreadyClaimed, OwnNeed } from './claim.refusals.js';
import { CLAIM_WORDS } from './claim.words.js';
import { expectNotOver } from './expect-not-over.js';
import { newClaim } from './new-claim.js';

/** Whom the committee asks, and whom an urgent need calls. */
@Injectable()
export class ClaimAsking {
  constructor(private readonly needs: NeedRepository) {}

  /** The committee asks units for a need that it has taken; all of them or none. */
  async askAll(tx: TenantTransaction, needId: string, unitIds: readonly string[]): Promise<Need> {
    const { networkId } = found(await tx.find(Need, needId));
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    // Before the need: whoever ends a membership locks it first.
    await this.holdMembers(tx, networkId, unitIds);
    const need = await this.needs.take(tx, needId);
    expectState(need, ASKING_STATES, NEED_STATES);
    expectNotOver(tx, need);
    await this.ask(tx, need, unitIds, ClaimWay.ASKED);
    return need;
  }

  /**
   * Asks or calls these units, with the rights of the committee, for a need that is locked. Asking refuses with the
   * names of those that cannot be asked; a call goes to those that can be, and passes over the rest.
   */
  async ask(
    tx: TenantTransaction,
    need: Need,
    unitIds: readonly string[],
    way: ClaimWay.ASKED | ClaimWay.CALLED,
  ): Promise<void> {
    if (unitIds.length === 0) return;
    await asCommittee(tx, need.networkId, async () => {
      const live = await this.listLive(tx, need, unitIds);
      const members = await this.holdMembers(tx, need.networkId, unitIds);
      if (way === ClaimWay.ASKED) await this.expectAskable(tx, need, { unitIds, live, members });
      const free = [...new Set(unitIds)].filter(
        (id) => !isOwnNeed(need, id) && !live.includes(id) && takesPart(members.get(id)),
      );
      const asked = { way, state: ClaimState.ASKED, place: null, askedAt: tx.now, acceptedAt: null };
      await tx.insertAll(
        Claim,
        free.map((unitId) => newClaim(tx, need, { ...asked, unitId })),
      );
    });
  }

  private async expectAskable(
    tx: TenantTransaction,
    need: Need,
    asked: { unitIds: readonly string[]; live: readonly string[]; members: ReadonlyMap<string, Membership> },
  ): Promise<void> {
    const getUnit = async (id: string): Promise<Unit> => found(await tx.find(Unit, id));
    for (const [index, unitId] of asked.unitIds.entries()) {
      const path = `unitIds.${index}`;
      const member = asked.members.get(unitId);
      if (!member) throw ApiError.notFound(path);
      if (isOwnNeed(need, unitId)) throw new Refused(new OwnNeed(await getUnit(unitId)));
      if (takesPart(member)) continue;
      const unit = nameOf(await tx.find(Unit, unitId), member);
      throw ApiError.badInput([{ path, message: CLAIM_WORDS.takesNoPart({ unit }) }]);
    }
    if (asked.live.length === 0) return;
    throw new Refused(new AlreadyClaimed(await Promise.all(asked.live.map(getUnit))));
  }

  /** Those among them whose claim on the need lives; in their order. */
  private async listLive(tx: TenantTransaction, need: Need, unitIds: readonly string[]): Promise<string[]> {
    const { regionId } = tx;
    const where = { regionId, needId: need.id, unitId: In(unitIds), state: In(LIVE_CLAIMS) };
    const live = new Set((await tx.manager.findBy(Claim, where)).map(({ unitId }) => unitId));
    return unitIds.filter((id) => live.has(id));
  }

  /** How they stand to the network, kept so until the transaction ends: a suspension waits. */
  private async holdMembers(
    tx: TenantTransaction,
    networkId: string,
    unitIds: readonly string[],
  ): Promise<Map<string, Membership>> {
    const where = { regionId: tx.regionId, networkId, unitId: In(unitIds) };
    await tx.manager.find(Membership, {
      where: { ...where, role: MembershipRole.PARTNER },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_read' },
    });
    const members = await tx.manager.findBy(Membership, where);
    return new Map(members.flatMap((member) => (member.unitId ? [[member.unitId, member] as const] : [])));
  }
}

function takesPart(member: Membership | undefined): boolean {
  return member?.state === MembershipState.ACTIVE && member.role !== MembershipRole.GUEST;
}

function nameOf(unit: Unit | null, { unitCode }: Membership): Words {
  return { en: unit?.nameEn ?? unit?.name ?? unitCode, zh: unit?.name ?? unitCode };
}
