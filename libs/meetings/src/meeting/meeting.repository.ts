import { expectVersion, found, ApiError } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { FileService } from '#files';
import { asCommittee } from '#network';
import { Injectable } from '@nestjs/common';
import { actionFileAudience } from '../action/action-audience.js';
import { ActionNote } from '../action/action-note.entity.js';
import { ActionReport } from '../action/action-report.entity.js';
import { Action } from '../action/action.entity.js';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import { agendaFileAudience } from '../agenda/agenda.files.js';
import { MinutesCorrection } from '../minutes/minutes-correction.entity.js';
import { Minutes } from '../minutes/minutes.entity.js';
import { Motion } from '../motion/motion.entity.js';
import { Vote } from '../motion/vote.entity.js';
import { OpenPolls } from '../poll/open-polls.js';
import { ObjectionCount } from '../objection/objection-count.entity.js';
import { ObjectionNote } from '../objection/objection-note.entity.js';
import { Objection } from '../objection/objection.entity.js';
import { MeetingMove } from '../move/meeting-move.entity.js';
import { toldOf } from './call-correction.js';
import { MeetingCall } from './meeting-call.entity.js';
import { readersOf, type MeetingPart, type MeetingReaders } from './meeting-readers.js';
import { Meeting, MeetingState } from './meeting.entity.js';

const { DRAFT } = MeetingState;

/** What stands beneath a meeting and is read as it is; a test finds a table that is missing here. */
export const MEETING_PARTS: readonly (abstract new () => MeetingPart)[] = [
  Action,
  ActionNote,
  ActionReport,
  AgendaItem,
  MeetingMove,
  Minutes,
  MinutesCorrection,
  Motion,
  Objection,
  ObjectionCount,
  ObjectionNote,
  Vote,
];

export type MeetingChange = Partial<Omit<Meeting, 'regionId' | 'id' | 'version' | 'updatedAt'>>;
export type CallChange = Partial<Omit<MeetingCall, 'regionId' | 'id' | keyof MeetingReaders>>;

/** Only a draft calls itself; nothing of that is left when it is one no more. */
export const NOT_BY_ITSELF = { callsItself: false, heldUpAt: null, heldUpBecause: null };

/** The way to rows of meetings that are about to change. Whoever reads the meeting reads what is beneath it. */
@Injectable()
export class MeetingRepository {
  constructor(
    private readonly files: FileService,
    private readonly polls: OpenPolls,
  ) {}

  /** NOT_FOUND for what the actor does not see, FORBIDDEN unless the actor is its committee. */
  async getOwn(tx: TenantTransaction, id: string): Promise<Meeting> {
    const meeting = found(await tx.find(Meeting, id));
    if (!tx.actor.convenedNetworkIds.includes(meeting.networkId)) throw ApiError.forbidden();
    return meeting;
  }

  /** The same, locked as it is now. */
  async take(tx: TenantTransaction, id: string): Promise<Meeting> {
    await this.getOwn(tx, id);
    return found(await tx.lock(Meeting, id));
  }

  /** The same for a step that was decided on one version. */
  async takeVersion(tx: TenantTransaction, id: string, version: number): Promise<Meeting> {
    const meeting = await this.take(tx, id);
    expectVersion(meeting, version);
    return meeting;
  }

  /** For an act of whoever is invited: locked by the rights of the committee. */
  async takeInvited(
    tx: TenantTransaction,
    { meetingId, networkId }: Pick<MeetingPart, 'meetingId' | 'networkId'>,
  ): Promise<Meeting> {
    return found(await asCommittee(tx, networkId, () => tx.lock(Meeting, meetingId)));
  }

  async getCall(tx: TenantTransaction, meetingId: string): Promise<MeetingCall> {
    return found(await tx.find(MeetingCall, meetingId));
  }

  /** Writes the next version of a locked meeting; who reads what is beneath it follows, and so does an open poll. */
  async change(
    tx: TenantTransaction,
    meeting: Meeting,
    changes: MeetingChange,
    callChanges: CallChange = {},
  ): Promise<Meeting> {
    const changed = await tx.update(Meeting, meeting, { ...changes, updatedAt: tx.now });
    const isShownAnew = 'readerUnitIds' in changes || 'openNetworkId' in changes;
    const shown = isShownAnew ? readersOf(changed) : {};
    const settled = meeting.state === DRAFT && changed.state !== DRAFT ? NOT_BY_ITSELF : {};
    const ofCall = { ...callChanges, ...settled, ...shown };
    const isToldAnew = 'round' in changes;
    if (isToldAnew || Object.keys(ofCall).length > 0) {
      const call = await this.getCall(tx, meeting.id);
      const { location, about } = call;
      const told = isToldAnew ? { told: toldOf(changed, { location, about, ...callChanges }) } : {};
      await tx.change(MeetingCall, call, { ...ofCall, ...told });
    }
    if (isShownAnew) await this.show(tx, changed);
    await this.polls.follow(tx, meeting, changed, callChanges.invitedUnitIds);
    return changed;
  }

  private async show(tx: TenantTransaction, meeting: Meeting): Promise<void> {
    const readers = readersOf(meeting);
    for (const part of MEETING_PARTS) {
      const rows = await tx.manager.findBy(part, { regionId: tx.regionId, meetingId: meeting.id });
      for (const row of await tx.changeAll(part, rows, () => readers)) {
        if (row instanceof AgendaItem) await this.files.follow(tx, row.id, agendaFileAudience(row));
        if (row instanceof Action) await this.files.follow(tx, row.id, actionFileAudience(row));
      }
    }
  }
}
