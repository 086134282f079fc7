import { ApiError, found, Refused } from '#graphql';
import { expectTakesPart, Membership, MembershipRole, MembershipState, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Claim, ClaimState, ClaimWay } from '../claim/claim.entity.js';
import { OwnNeed } from '../claim/claim.refusals.js';
import { newClaim } from '../claim/new-claim.js';
import { expectUsable } from '../need/expect-usable.js';
import { NeedContact } from '../need/need-contact.entity.js';
import { factsOf } from '../need/need-facts.js';
import { Need, NeedSource, NeedState } from '../need/need.entity.js';
import { isOwnNeed } from '../need/need.policy.js';
import { UNTOUCHED } from '../need/need.draft.js';
import { NEED_WORDS } from '../need/need.words.js';
import { expectPast } from './past-times.js';
import type { RecordNeedInput } from './record-need.inputs.js';
import { RECORD_WORDS } from './record.words.js';

/** After the fact (补录): what people helped each other with while nobody could write. */
@Injectable()
export class NeedRecord {
  /** What happened carries its own times; when it was written down stands beside them. */
  async record(tx: TenantTransaction, past: RecordNeedInput): Promise<Need> {
    const { networkId } = past;
    const unitId = past.unitId ?? tx.actor.unitId;
    await expectTakesPart(tx, [networkId]);
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    if (past.source !== NeedSource.UNIT && unitId !== tx.actor.unitId) {
      throw ApiError.badInput([{ path: 'input.source', message: NEED_WORDS.committeeSpeaks }]);
    }
    expectPast(tx.now, past);
    await expectUsable(tx, past.categoryId, networkId);
    await this.expectMembers(tx, past, unitId);
    const need = await tx.insert(Need, recordedNeed(tx, past, unitId));
    await this.insertContact(tx, need, past);
    await tx.insertAll(
      Claim,
      past.claims.map((_, index) => recordedClaim(tx, need, past, index)),
    );
    return need;
  }

  /** All take part: whoever helped, and whose need it was. @throws NOT_FOUND, BAD_USER_INPUT, Refused OWN_NEED */
  private async expectMembers(
    tx: TenantTransaction,
    { networkId, source, claims }: RecordNeedInput,
    unitId: string,
  ): Promise<void> {
    const { regionId } = tx;
    const role = In([MembershipRole.PARTNER, MembershipRole.CONVENER]);
    const where = { regionId, networkId, role, state: MembershipState.ACTIVE };
    const members = new Set((await tx.manager.findBy(Membership, where)).map((member) => member.unitId));
    if (!members.has(unitId)) throw ApiError.notFound('input.unitId');
    for (const [index, claim] of claims.entries()) {
      const path = `input.claims.${index}.unitId`;
      if (!members.has(claim.unitId)) throw ApiError.notFound(path);
      if (isOwnNeed({ unitId, source }, claim.unitId)) {
        throw new Refused(new OwnNeed(found(await tx.find(Unit, claim.unitId))));
      }
      const isFirst = claims.findIndex((other) => other.unitId === claim.unitId) === index;
      if (!isFirst) throw ApiError.badInput([{ path, message: RECORD_WORDS.helpedTwice }]);
    }
  }

  /** Nobody has to ring any more; the row is there as that of every need is. */
  private async insertContact(tx: TenantTransaction, need: Need, past: RecordNeedInput): Promise<void> {
    const { id, unitId, networkId } = need;
    const readerUnitIds = need.state === NeedState.CLOSED ? [] : past.claims.map((claim) => claim.unitId);
    const contact = { id, unitId, networkId, proposed: true, name: null, phone: null, readerUnitIds };
    await tx.asUnit(unitId, () => tx.insert(NeedContact, contact));
  }
}

/** Closed where the committee had it; a unit’s need waits for the word of that unit. */
function recordedNeed(
  tx: TenantTransaction,
  { unitId: _, claims, calledAt = null, ...past }: RecordNeedInput,
  unitId: string,
): Omit<Need, 'regionId'> {
  const { now } = tx;
  const over = latestOf([past.endsAt, ...claims.map(({ finishedAt }) => finishedAt ?? null)]);
  const accepted = claims.map(({ acceptedAt }) => acceptedAt);
  const isClosed = unitId === tx.actor.unitId;
  return {
    ...UNTOUCHED,
    ...past,
    location: past.location ?? null,
    heads: past.heads ?? null,
    id: tx.newId(),
    unitId,
    kinds: [],
    facts: factsOf(null),
    places: claims.length,
    state: isClosed ? NeedState.CLOSED : NeedState.ANSWERED,
    postedAt: calledAt ?? past.startsAt,
    // Since when it is read is the truth about the platform, whenever it happened.
    proposedAt: now,
    takenAt: now,
    calledAt,
    claimedAt: latestOf(accepted),
    begunAt: earliestOf(claims.map(({ acceptedAt, arrivedAt }) => arrivedAt ?? acceptedAt)),
    answeredAt: over,
    endedAt: isClosed ? over : null,
    recordedAt: now,
    updatedAt: now,
  };
}

function recordedClaim(
  tx: TenantTransaction,
  need: Need,
  { claims, calledAt = null }: RecordNeedInput,
  index: number,
): Omit<Claim, 'regionId'> {
  const claim = claims[index];
  if (!claim) throw new Error(`There is no claim ${index}.`);
  const { unitId, acceptedAt, arrivedAt = null, finishedAt = null } = claim;
  const isOver = need.state === NeedState.CLOSED;
  const state = isOver ? ClaimState.DONE : ClaimState.ACCEPTED;
  const way = calledAt ? ClaimWay.CALLED : ClaimWay.TAKEN;
  const said = { unitId, way, state, place: isOver ? null : index + 1, askedAt: calledAt, acceptedAt };
  return {
    ...newClaim(tx, need, said),
    arrivedAt,
    finishedAt,
    settledAt: isOver ? need.endedAt : null,
    recordedAt: tx.now,
  };
}

function latestOf(times: readonly (Date | null)[]): Date {
  return new Date(Math.max(...times.flatMap((at) => at?.getTime() ?? [])));
}

function earliestOf(times: readonly Date[]): Date {
  return new Date(Math.min(...times.map((at) => at.getTime())));
}
