import { expectState, found, Refused, refuseState } from '#graphql';
import { asCommittee, Membership, MembershipState, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { AgendaItem, AgendaItemState } from '../agenda/agenda-item.entity.js';
import { MeetingAnswer } from '../answer/meeting-answer.entity.js';
import { MeetingRoom } from '../attendance/meeting-room.js';
import { expectPartUnlessGuest } from '../invitation/expect-part-unless-guest.js';
import { readersOf } from '../meeting/meeting-readers.js';
import { type Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { isJoint } from '../meeting/meeting.policy.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { consentOf } from './consent.js';
import { listEntitled } from './entitlement.js';
import { Ballot, Motion, MotionState } from './motion.entity.js';
import type { CastVoteArgs } from './motion.inputs.js';
import { BallotRefused, type VoteReceiptObject } from './motion.object.js';
import { MotionRepository } from './motion.repository.js';
import { MOTION_STATES, MOTION_WORDS } from './motion.words.js';
import { decide } from './outcome.js';
import { QUORUM_PARTS, unitsForQuorum } from './quorum.js';
import { takeTally } from './tally.js';
import { BallotFault, countTurnout, findBallotFault, type RollEntry } from './turnout.js';
import { Vote } from './vote.entity.js';

const { DRAFT, OPEN } = MotionState;

/** From the opening of a vote to what it decides. Whoever votes or closes holds the meeting meanwhile. */
@Injectable()
export class VoteService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly motions: MotionRepository,
    private readonly room: MeetingRoom,
  ) {}

  /** From now on those vote who may at this moment, and nobody who joins later. */
  async open(tx: TenantTransaction, id: string, version: number): Promise<Motion> {
    const { meeting, motion } = await this.motions.take(tx, id, version);
    expectState(motion, [DRAFT], MOTION_STATES);
    if (meeting.state !== MeetingState.IN_SESSION) refuseState(meeting, MOTION_WORDS.notInSession);
    await expectOnAgenda(tx, motion);
    return tx.update(Motion, motion, {
      state: OPEN,
      entitledUnitIds: await this.listEntitled(tx, meeting),
      openedAt: tx.now,
      updatedAt: tx.now,
    });
  }

  /** The acting unit's own ballot, or that of the unit whose proxy it holds. The first one of a unit stands. */
  async cast(
    tx: TenantTransaction,
    { motionId, choice, forUnitId }: CastVoteArgs,
  ): Promise<VoteReceiptObject> {
    const { networkId } = found(await tx.find(Motion, motionId));
    const { unitId: castById } = tx.actor;
    await expectPartUnlessGuest(tx, networkId);
    const unitId = forUnitId ?? castById;
    const [unit, castBy] = [found(await tx.find(Unit, unitId)), found(await tx.find(Unit, castById))];
    const motion = await this.motions.hold(tx, motionId);
    expectState(motion, [OPEN], MOTION_STATES);
    const ballot = { unitId, castById };
    const fault = await this.findFault(tx, motion, ballot);
    if (fault) throw new Refused(new BallotRefused(fault));
    const isSecret = motion.ballot === Ballot.SECRET;
    await tx.insert(Vote, {
      ...readersOf(motion),
      ...ballot,
      id: tx.newId(),
      meetingId: motion.meetingId,
      networkId,
      motionId,
      ballot: motion.ballot,
      choice: isSecret ? null : choice,
    });
    if (isSecret) await tx.query('SELECT app.count_ballot($1, $2)', [motionId, choice]);
    return { unit, castBy };
  }

  /** What it decides. A secret one shows its counters now, and not to a trial. */
  async close(
    tx: TenantTransaction,
    id: string,
    version: number,
    { isTried }: { isTried: boolean },
  ): Promise<Motion> {
    const { meeting, motion } = await this.motions.take(tx, id, version);
    expectState(motion, [OPEN], MOTION_STATES);
    if (isTried && motion.ballot === Ballot.SECRET) refuseState(motion, MOTION_WORDS.secretTrial);
    const { quorumRule } = await this.meetings.getCall(tx, meeting.id);
    const quorum = QUORUM_PARTS[quorumRule];
    const entitled = motion.entitledUnitIds ?? [];
    const { voters } = await this.room.at(tx, meeting.id, tx.now, entitled);
    const votes = await this.motions.listVotes(tx, motion);
    const turnout = countTurnout(voters, votes);
    const tally = await takeTally(tx, motion, votes);
    const { majority } = motion;
    const state = decide({ majority, quorum, turnout, tally, consent: consentOf(motion) });
    return tx.update(Motion, motion, {
      ...turnout,
      ...tally,
      quorumNeeded: unitsForQuorum(quorum, turnout.entitled),
      state,
      closedAt: tx.now,
      updatedAt: tx.now,
    });
  }

  private async listEntitled(tx: TenantTransaction, meeting: Meeting): Promise<string[]> {
    const { invitedUnitIds } = await this.meetings.getCall(tx, meeting.id);
    const memberships = await tx.manager.findBy(Membership, {
      regionId: tx.regionId,
      networkId: meeting.networkId,
      state: MembershipState.ACTIVE,
    });
    return listEntitled(memberships, isJoint(meeting) ? null : new Set(invitedUnitIds)).toSorted();
  }

  /** Of a unit whose proxy one does not hold, one hears neither where it is nor whether it has voted. */
  private async findFault(
    tx: TenantTransaction,
    motion: Motion,
    ballot: RollEntry,
  ): Promise<BallotFault | null> {
    const { meetingId, networkId, entitledUnitIds } = motion;
    const { unitId, castById } = ballot;
    const proxy = { regionId: tx.regionId, meetingId, unitId, proxyUnitId: castById };
    if (unitId !== castById && !(await tx.manager.existsBy(MeetingAnswer, proxy))) {
      return BallotFault.ANOTHER_VOTES;
    }
    return asCommittee(tx, networkId, async () => {
      const { voters } = await this.room.at(tx, meetingId, tx.now, entitledUnitIds ?? []);
      const roll = await this.motions.listVotes(tx, motion);
      return findBallotFault(voters, roll, ballot);
    });
  }
}

/** @throws Refused WRONG_STATE for a motion of an item that was put off, refused or withdrawn */
async function expectOnAgenda(tx: TenantTransaction, motion: Motion): Promise<void> {
  if (motion.agendaItemId === null) return;
  const { state } = found(await tx.find(AgendaItem, motion.agendaItemId));
  if (OFF_AGENDA.includes(state)) refuseState(motion, MOTION_WORDS.itemOff);
}

const OFF_AGENDA = [AgendaItemState.POSTPONED, AgendaItemState.REFUSED, AgendaItemState.WITHDRAWN];
