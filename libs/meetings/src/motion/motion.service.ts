import { ApiError, expectState, found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { readersOf } from '../meeting/meeting-readers.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { OPEN_STATES } from '../meeting/meeting.policy.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { consentOf } from './consent.js';
import type { ConsentInput, CreateMotionInput, UpdateMotionInput } from './motion.inputs.js';
import { Motion, MotionState } from './motion.entity.js';
import { MotionRepository } from './motion.repository.js';
import { MOTION_STATES, MOTION_WORDS } from './motion.words.js';

const { DRAFT, OPEN, WITHDRAWN } = MotionState;

/** What the committee puts to the vote. Every step decides with the meeting locked. */
@Injectable()
export class MotionService {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly motions: MotionRepository,
  ) {}

  /** Read by whoever reads the agenda of the meeting. */
  async create(tx: TenantTransaction, meetingId: string, input: CreateMotionInput): Promise<Motion> {
    const meeting = await this.meetings.take(tx, meetingId);
    expectState(meeting, OPEN_STATES, MEETING_STATES);
    const { agendaItemId = null, text, majority, ballot, consent } = input;
    if (agendaItemId !== null) await expectItemOf(tx, meeting, agendaItemId);
    return tx.insert(Motion, {
      ...freshOf(tx, meeting),
      agendaItemId,
      text,
      majority,
      ballot,
      ...columnsOf(consent ?? null),
    });
  }

  /** Until the vote opens; how many outside are for and against until it is closed. */
  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    input: UpdateMotionInput,
  ): Promise<Motion> {
    const { motion } = await this.motions.take(tx, id, version);
    expectState(motion, [DRAFT, OPEN], MOTION_STATES);
    const { text, majority, ballot, consent } = input;
    if (motion.state === OPEN && ((text ?? majority ?? ballot) || !keepsTerms(motion, consent))) {
      refuseState(motion, MOTION_WORDS.figuresAlone);
    }
    return tx.update(Motion, motion, {
      ...(text ? { text } : {}),
      ...(majority ? { majority } : {}),
      ...(ballot ? { ballot } : {}),
      ...(consent === undefined ? {} : columnsOf(consent)),
      updatedAt: tx.now,
    });
  }

  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<Motion> {
    const { motion } = await this.motions.take(tx, id, version);
    expectState(motion, [DRAFT], MOTION_STATES);
    return tx.update(Motion, motion, { state: WITHDRAWN, updatedAt: tx.now });
  }
}

/** What was asked of whom, and what that needs, stands since the vote opened. */
function keepsTerms(motion: Motion, consent: ConsentInput | null | undefined): boolean {
  if (consent === undefined) return true;
  const known = consentOf(motion);
  return consent?.majority === known?.majority && consent?.asked === known?.asked;
}

async function expectItemOf(tx: TenantTransaction, meeting: Meeting, itemId: string): Promise<void> {
  const item = found(await tx.find(AgendaItem, itemId));
  if (item.meetingId !== meeting.id) throw ApiError.notFound();
}

/** @throws ApiError BAD_USER_INPUT when more have answered than were asked */
function columnsOf(consent: ConsentInput | null) {
  if (consent === null) {
    return { consentMajority: null, consentAsked: null, consentFor: null, consentAgainst: null };
  }
  const { majority, asked, for: agreeing, against } = consent;
  if (agreeing + against > asked) {
    throw ApiError.badInput([{ path: 'input.consent.asked', message: MOTION_WORDS.moreThanAsked }]);
  }
  return {
    consentMajority: majority,
    consentAsked: asked,
    consentFor: agreeing,
    consentAgainst: against,
  };
}

function freshOf(tx: TenantTransaction, meeting: Meeting) {
  return {
    ...readersOf(meeting),
    ...UNCOUNTED,
    id: tx.newId(),
    meetingId: meeting.id,
    networkId: meeting.networkId,
    state: DRAFT,
    draftedAt: tx.now,
    openedAt: null,
    closedAt: null,
    updatedAt: tx.now,
    version: 1,
  };
}

const UNCOUNTED = {
  entitledUnitIds: null,
  quorumNeeded: null,
  entitled: null,
  present: null,
  represented: null,
  voting: null,
  yes: null,
  no: null,
  abstained: null,
};
