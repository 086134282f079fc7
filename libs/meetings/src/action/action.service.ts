import { ApiError, expectState, found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { readersOf } from '../meeting/meeting-readers.js';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { Motion, MotionState } from '../motion/motion.entity.js';
import { ActionStep } from './action-note.entity.js';
import { Action, ActionState } from './action.entity.js';
import type { CreateActionInput, UpdateActionInput } from './action.inputs.js';
import { ActionRepository } from './action.repository.js';
import { ACTION_STATES, ACTION_WORDS } from './action.words.js';
import { expectDueDay } from './expect-due-day.js';
import { expectResponsible } from './expect-responsible.js';

const { OPEN, DONE, DROPPED } = ActionState;

/** From its beginning until its minutes are published: what these say is corrected there. */
const WRITING = [MeetingState.IN_SESSION, MeetingState.CLOSED];

/** What a meeting has decided that units do, as the committee keeps it. */
@Injectable()
export class ActionService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly actions: ActionRepository,
  ) {}

  async create(tx: TenantTransaction, meetingId: string, input: CreateActionInput): Promise<Action> {
    const { what, unitId, dueOn, agendaItemId = null, motionId = null } = input;
    const known = await this.meetings.getOwn(tx, meetingId);
    await expectResponsible(tx, known.networkId, known, unitId);
    const meeting = await this.meetings.take(tx, meetingId);
    expectState(meeting, WRITING, MEETING_STATES);
    // What is recorded afterwards may have been due since.
    if (!meeting.recordedAt) await expectDueDay(tx, dueOn, 'input.dueOn');
    await expectOfMeeting(tx, meetingId, { agendaItemId, motionId });
    return tx.insert(Action, { ...freshOf(tx, meeting), what, unitId, dueOn, agendaItemId, motionId });
  }

  /** Corrected as long as it is written; a day that is only too near is postponed, which stays on record. */
  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    { what, dueOn, agendaItemId, motionId }: UpdateActionInput,
  ): Promise<Action> {
    const action = await this.actions.takeAsCommittee(tx, id, version);
    expectState(found(await tx.find(Meeting, action.meetingId)), WRITING, MEETING_STATES);
    expectState(action, [OPEN], ACTION_STATES);
    if (dueOn) await expectDueDay(tx, dueOn, 'input.dueOn');
    await expectOfMeeting(tx, action.meetingId, { agendaItemId, motionId });
    return this.actions.change(tx, action, {
      what: what ?? action.what,
      dueOn: dueOn ?? action.dueOn,
      agendaItemId: agendaItemId === undefined ? action.agendaItemId : agendaItemId,
      motionId: motionId === undefined ? action.motionId : motionId,
    });
  }

  /** Also when its unit has left: what was said of it goes with it. */
  async reassign(
    tx: TenantTransaction,
    id: string,
    version: number,
    { unitId, reason: text }: { unitId: string; reason: string },
  ): Promise<Action> {
    const known = found(await tx.find(Action, id));
    if (!tx.actor.convenedNetworkIds.includes(known.networkId)) throw ApiError.forbidden();
    await expectResponsible(tx, known.networkId, known, unitId, 'unitId');
    const action = await this.actions.takeAsCommittee(tx, id, version);
    expectState(action, [OPEN], ACTION_STATES);
    if (unitId === action.unitId) {
      throw ApiError.badInput([{ path: 'unitId', message: ACTION_WORDS.sameUnit }]);
    }
    return this.actions.step(tx, action, { step: ActionStep.REASSIGNED, text }, { unitId });
  }

  async postpone(
    tx: TenantTransaction,
    id: string,
    version: number,
    { dueOn, reason: text }: { dueOn: string; reason: string },
  ): Promise<Action> {
    const action = await this.actions.takeAsCommittee(tx, id, version);
    expectState(action, [OPEN], ACTION_STATES);
    await expectDueDay(tx, dueOn, 'dueOn');
    if (dueOn === action.dueOn) {
      throw ApiError.badInput([{ path: 'dueOn', message: ACTION_WORDS.sameDay }]);
    }
    return this.actions.step(tx, action, { step: ActionStep.POSTPONED, text }, { dueOn });
  }

  async drop(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Action> {
    const action = await this.actions.takeAsCommittee(tx, id, version);
    expectState(action, [OPEN], ACTION_STATES);
    const said = { step: ActionStep.DROPPED, text: reason };
    return this.actions.step(tx, action, said, { state: DROPPED, reason, settledAt: tx.now });
  }

  /** It was not done after all, or is wanted after all. */
  async reopen(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Action> {
    const action = await this.actions.takeAsCommittee(tx, id, version);
    expectState(action, [DONE, DROPPED], ACTION_STATES);
    const said = { step: ActionStep.REOPENED, text: reason };
    return this.actions.step(tx, action, said, { state: OPEN, reason: null, settledAt: null });
  }
}

/** @throws ApiError NOT_FOUND for an item or a motion of another meeting; Refused WRONG_STATE for one that is not carried */
async function expectOfMeeting(
  tx: TenantTransaction,
  meetingId: string,
  { agendaItemId, motionId }: Pick<UpdateActionInput, 'agendaItemId' | 'motionId'>,
): Promise<void> {
  const item = agendaItemId ? found(await tx.find(AgendaItem, agendaItemId)) : null;
  if (item && item.meetingId !== meetingId) throw ApiError.notFound();
  const motion = motionId ? found(await tx.find(Motion, motionId)) : null;
  if (motion && motion.meetingId !== meetingId) throw ApiError.notFound();
  if (motion && motion.state !== MotionState.CARRIED) refuseState(motion, ACTION_WORDS.notCarried);
}

function freshOf(tx: TenantTransaction, meeting: Meeting) {
  return {
    ...readersOf(meeting),
    id: tx.newId(),
    meetingId: meeting.id,
    networkId: meeting.networkId,
    state: OPEN,
    reason: null,
    createdAt: tx.now,
    settledAt: null,
    updatedAt: tx.now,
    version: 1,
  };
}
