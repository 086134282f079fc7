import { ApiError, expectState, found, Refused, WrongState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { expectStillUrgent } from '../call/expect-still-urgent.js';
import { NeedCall } from '../call/need-call.js';
import { ClaimEnding } from '../claim/claim-ending.js';
import { ClaimState } from '../claim/claim.entity.js';
import { NeedContact } from './need-contact.entity.js';
import { expectUsable } from './expect-usable.js';
import { changesOf, UNTOUCHED, type NeedChange, type NeedDraft } from './need.draft.js';
import { NeedProjects } from './need-projects.js';
import { Need, NeedSource, NeedState, NeedUrgency } from './need.entity.js';
import { ASKING_STATES, CHANGEABLE_STATES } from './need.policy.js';
import { NeedRepository } from './need.repository.js';
import { NEED_STATES, NEED_WORDS } from './need.words.js';

const { DRAFT, PROPOSED, RETURNED, TAKEN, OPEN, CLAIMED, IN_PROGRESS, ANSWERED } = NeedState;
const { CLOSED, UNMET, WITHDRAWN } = NeedState;

/** From what somebody lacks to the word of those who had it. Every step decides with the need locked. */
@Injectable()
export class NeedService {
  constructor(
    private readonly needs: NeedRepository,
    private readonly claims: ClaimEnding,
    private readonly call: NeedCall,
    private readonly projects: NeedProjects,
  ) {}

  /** A draft that nobody outside the unit can see. */
  async create(tx: TenantTransaction, { values, contact }: NeedDraft): Promise<Need> {
    await expectTakesPart(tx, [values.networkId]);
    const convenes = tx.actor.convenedNetworkIds.includes(values.networkId);
    if (values.source !== NeedSource.UNIT && !convenes) {
      throw ApiError.badInput([{ path: 'input.source', message: NEED_WORDS.committeeSpeaks }]);
    }
    await expectUsable(tx, values.categoryId, values.networkId);
    expectAhead(tx, values);
    const need = await tx.insert(Need, {
      ...values,
      ...UNTOUCHED,
      id: tx.newId(),
      unitId: tx.actor.unitId,
      postedAt: tx.now,
      updatedAt: tx.now,
    });
    const { id, unitId, networkId } = need;
    await tx.insert(NeedContact, { ...contact, id, unitId, networkId, proposed: false, readerUnitIds: [] });
    return need;
  }

  /** What its unit says of it; not while units have claimed it by what it said before. */
  async update(tx: TenantTransaction, id: string, version: number, change: NeedChange): Promise<Need> {
    const need = await this.takeOwn(tx, id, version);
    expectState(need, CHANGEABLE_STATES, NEED_STATES);
    await this.expectUnclaimed(tx, need);
    const { values, contact } = changesOf(change);
    if (values.categoryId) await expectUsable(tx, values.categoryId, need.networkId);
    const { startsAt = need.startsAt, endsAt = need.endsAt } = values;
    expectAhead(tx, { startsAt, endsAt });
    expectStillUrgent(need, values);
    if (Object.keys(contact).length > 0) {
      await tx.change(NeedContact, found(await tx.find(NeedContact, id)), contact);
    }
    return this.needs.change(tx, need, values);
  }

  /** Puts it before the committee; the committee's own is taken with it, and what is urgent is a call at once. */
  async propose(tx: TenantTransaction, id: string, version: number): Promise<Need> {
    const { networkId, urgency } = found(await tx.find(Need, id));
    await expectTakesPart(tx, [networkId]);
    if (urgency === NeedUrgency.URGENT) await this.call.holdPartners(tx, networkId);
    const need = await this.takeOwn(tx, id, version);
    expectState(need, [DRAFT, RETURNED], NEED_STATES);
    expectAhead(tx, need);
    const proposed = { proposedAt: tx.now, reason: null };
    if (need.urgency === NeedUrgency.URGENT) return this.callFor(tx, need, proposed);
    const convenes = tx.actor.convenedNetworkIds.includes(networkId);
    const taken = convenes ? { state: TAKEN, takenAt: tx.now } : { state: PROPOSED };
    return this.needs.change(tx, need, { ...proposed, ...taken });
  }

  /** The committee makes it the network's: from now on all units read it. */
  async take(tx: TenantTransaction, id: string, version: number): Promise<Need> {
    const need = await this.takeAsCommittee(tx, id, version);
    expectState(need, [PROPOSED], NEED_STATES);
    return this.needs.change(tx, need, { state: TAKEN, takenAt: tx.now });
  }

  /** Back to its unit, with the reason; nobody else reads it any more. */
  async sendBack(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Need> {
    const need = await this.takeAsCommittee(tx, id, version);
    expectState(need, [PROPOSED], NEED_STATES);
    return this.needs.change(tx, need, { state: RETURNED, proposedAt: null, reason });
  }

  /** Any unit of the network may claim it. */
  async open(tx: TenantTransaction, id: string, version: number): Promise<Need> {
    const need = await this.takeAsCommittee(tx, id, version);
    expectState(need, [TAKEN], NEED_STATES);
    return this.needs.change(tx, need, { state: OPEN, openedAt: tx.now });
  }

  /** No longer needed: who was asked or has claimed it is free. */
  async withdraw(tx: TenantTransaction, id: string, version: number, reason: string | null): Promise<Need> {
    const need = await this.takeOwn(tx, id, version);
    expectState(need, [DRAFT, RETURNED, PROPOSED, TAKEN, OPEN, CLAIMED], NEED_STATES);
    await this.end(tx, need, ClaimState.WITHDRAWN);
    return this.needs.change(tx, need, { state: WITHDRAWN, endedAt: tx.now, reason });
  }

  /** Nobody could help: it goes before the next meeting. */
  async markUnmet(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Need> {
    const need = await this.takeAsCommittee(tx, id, version);
    expectState(need, ASKING_STATES, NEED_STATES);
    await this.expectUnclaimed(tx, need);
    await this.end(tx, need, ClaimState.WITHDRAWN);
    return this.needs.change(tx, need, { state: UNMET, endedAt: tx.now, reason });
  }

  /** A unit that has claimed it begins; nobody else is awaited. */
  async begin(tx: TenantTransaction, id: string, version: number): Promise<Need> {
    const need = await this.takeAsClaimant(tx, id, version);
    await this.projects.expectNone(tx, need);
    expectState(need, [...ASKING_STATES, CLAIMED], NEED_STATES);
    await this.claims.dropAsked(tx, need);
    return this.needs.change(tx, need, { state: IN_PROGRESS, begunAt: tx.now });
  }

  /** A unit that has claimed it says what was done; the word of those who had it is awaited. */
  async answer(tx: TenantTransaction, id: string, version: number, answer: string): Promise<Need> {
    const need = await this.takeAsClaimant(tx, id, version);
    await this.projects.expectNone(tx, need);
    expectState(need, [...ASKING_STATES, CLAIMED, IN_PROGRESS], NEED_STATES);
    await this.claims.dropAsked(tx, need);
    const begunAt = need.begunAt ?? tx.now;
    return this.needs.change(tx, need, { state: ANSWERED, begunAt, answeredAt: tx.now, answer });
  }

  /** The word of those who had it: it is answered. */
  async close(tx: TenantTransaction, id: string, version: number): Promise<Need> {
    await this.projects.hold(tx, id);
    const need = await this.takeOwn(tx, id, version);
    expectState(need, [ANSWERED], NEED_STATES);
    await this.end(tx, need, ClaimState.DONE);
    const closedOnBehalf = tx.actor.role === 'ON_BEHALF';
    const changes = { state: CLOSED, endedAt: tx.now, closedOnBehalf, reason: null };
    const closed = await this.needs.change(tx, need, changes);
    await this.projects.closed(tx, closed);
    return closed;
  }

  /** Not answered, say those who had it; or the committee tries anew what stayed unmet. All places are free again. */
  async reopen(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Need> {
    await this.projects.hold(tx, id);
    const need = await this.needs.takeVersion(tx, id, version);
    const isOwn = need.unitId === tx.actor.unitId;
    const convenes = tx.actor.convenedNetworkIds.includes(need.networkId);
    if (!isOwn && !convenes) throw ApiError.forbidden();
    const byOwn = need.closedOnBehalf ? [ANSWERED, CLOSED] : [ANSWERED];
    expectState(need, [...(isOwn ? byOwn : []), ...(convenes ? [UNMET] : [])], NEED_STATES);
    const isDissatisfied = need.state !== UNMET;
    await this.end(tx, need, ClaimState.DONE);
    const reopened = await this.needs.change(tx, need, {
      state: OPEN,
      openedAt: tx.now,
      claimedAt: null,
      begunAt: null,
      answeredAt: null,
      endedAt: null,
      closedOnBehalf: false,
      reopenings: need.reopenings + (isDissatisfied ? 1 : 0),
      reason,
    });
    if (isDissatisfied) await this.projects.reopened(tx, reopened, reason);
    return reopened;
  }

  private async callFor(tx: TenantTransaction, need: Need, proposed: Partial<Need>): Promise<Need> {
    const { now } = tx;
    const open = { state: OPEN, takenAt: now, openedAt: now, calledAt: now };
    const called = await this.needs.change(tx, need, { ...proposed, ...open });
    await this.call.callAll(tx, called);
    return called;
  }

  private async takeOwn(tx: TenantTransaction, id: string, version: number): Promise<Need> {
    const need = await this.needs.takeVersion(tx, id, version);
    if (need.unitId !== tx.actor.unitId) throw ApiError.forbidden();
    return need;
  }

  private async takeAsCommittee(tx: TenantTransaction, id: string, version: number): Promise<Need> {
    const need = await this.needs.takeVersion(tx, id, version);
    if (!tx.actor.convenedNetworkIds.includes(need.networkId)) throw ApiError.forbidden();
    return need;
  }

  private async takeAsClaimant(tx: TenantTransaction, id: string, version: number): Promise<Need> {
    const need = await this.needs.takeVersion(tx, id, version);
    const accepted = await this.claims.listAccepted(tx, id);
    if (!accepted.some(({ unitId }) => unitId === tx.actor.unitId)) throw ApiError.forbidden();
    return need;
  }

  private async end(
    tx: TenantTransaction,
    need: Need,
    accepted: ClaimState.DONE | ClaimState.WITHDRAWN,
  ): Promise<void> {
    if (need.takenAt === null) return;
    await this.claims.endAll(tx, need, accepted);
    await this.needs.showContact(tx, need, []);
  }

  private async expectUnclaimed(tx: TenantTransaction, need: Need): Promise<void> {
    if (need.takenAt === null || (await this.claims.listAccepted(tx, need.id)).length === 0) return;
    throw new Refused(new WrongState(need.state, NEED_WORDS.hasTakers));
  }
}

/** @throws ApiError BAD_USER_INPUT for half a span, one that ends before it starts, and one in the past */
function expectAhead(
  tx: TenantTransaction,
  { startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null },
): void {
  if ((startsAt === null) !== (endsAt === null)) {
    const path = startsAt === null ? 'input.startsAt' : 'input.endsAt';
    throw ApiError.badInput([{ path, message: NEED_WORDS.halfASpan }]);
  }
  if (startsAt === null || endsAt === null) return;
  if (endsAt <= startsAt) {
    throw ApiError.badInput([{ path: 'input.endsAt', message: NEED_WORDS.endsBeforeStart }]);
  }
  if (endsAt <= tx.now) throw ApiError.badInput([{ path: 'input.startsAt', message: NEED_WORDS.inThePast }]);
}
