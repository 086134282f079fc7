import { FileService } from '#files';
import { ApiError, expectState, expectVersion, found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Meeting, type MeetingState } from '../meeting/meeting.entity.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { AgendaItem, AgendaItemState } from './agenda-item.entity.js';
import { agendaFileAudience } from './agenda.files.js';
import { LONGEST_AGENDA } from './agenda.inputs.js';
import { AGENDA_WORDS } from './agenda.words.js';

const { TAKEN } = AgendaItemState;

/** The way to items that are about to change; with the meeting locked, which keeps their places without gaps. */
@Injectable()
export class AgendaRepository {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly files: FileService,
  ) {}

  /** NOT_FOUND for what the actor does not see. */
  async takeMeeting(tx: TenantTransaction, id: string): Promise<Meeting> {
    const { networkId } = found(await tx.find(Meeting, id));
    return this.meetings.takeInvited(tx, { meetingId: id, networkId });
  }

  /** With its meeting, in one of these states; FORBIDDEN unless the actor is its committee or the unit that proposed it. */
  async takeItem(tx: TenantTransaction, id: string, version: number, states: readonly MeetingState[]) {
    const known = found(await tx.find(AgendaItem, id));
    if (!(await tx.find(Meeting, known.meetingId))) refuseState(known, AGENDA_WORDS.noLongerInvited);
    const meeting = await this.takeMeeting(tx, known.meetingId);
    const isCommittee = tx.actor.convenedNetworkIds.includes(meeting.networkId);
    if (!isCommittee && known.unitId !== tx.actor.unitId) throw ApiError.forbidden();
    const item = found(await tx.lock(AgendaItem, id));
    expectVersion(item, version);
    expectState(meeting, states, MEETING_STATES);
    return { item, meeting, isCommittee };
  }

  /** The same, FORBIDDEN unless the actor is its committee. */
  async takeAsCommittee(tx: TenantTransaction, id: string, version: number, states: readonly MeetingState[]) {
    const { networkId } = found(await tx.find(AgendaItem, id));
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    return this.takeItem(tx, id, version, states);
  }

  /** Whom its papers are shown to follows. */
  async change(
    tx: TenantTransaction,
    item: AgendaItem,
    changes: Partial<Omit<AgendaItem, 'regionId' | 'id' | 'version'>>,
  ): Promise<AgendaItem> {
    const changed = await tx.update(AgendaItem, item, { ...changes, updatedAt: tx.now });
    if ((item.takenAt === null) !== (changed.takenAt === null)) {
      await this.files.follow(tx, item.id, agendaFileAudience(changed));
    }
    return changed;
  }

  /** Those on the agenda in their order, then the others, the earliest first. */
  async list(tx: TenantTransaction, meetingId: string): Promise<AgendaItem[]> {
    return tx.manager.find(AgendaItem, {
      where: { regionId: tx.regionId, meetingId },
      order: { place: { direction: 'ASC', nulls: 'LAST' }, proposedAt: 'ASC', id: 'ASC' },
    });
  }

  async listTaken(tx: TenantTransaction, meetingId: string): Promise<AgendaItem[]> {
    return tx.manager.findBy(AgendaItem, { regionId: tx.regionId, meetingId, state: TAKEN });
  }

  /** For so many more, after the last. */
  async nextPlace(tx: TenantTransaction, meeting: Meeting, count = 1): Promise<number> {
    const last = await tx.manager.findOne(AgendaItem, {
      where: { regionId: tx.regionId, meetingId: meeting.id, state: TAKEN },
      order: { place: 'DESC' },
    });
    const taken = last?.place ?? 0;
    if (taken + count > LONGEST_AGENDA) refuseState(meeting, AGENDA_WORDS.agendaFull);
    return taken + 1;
  }

  /** Places are counted without gaps; that one moves up is no change of which anybody need know the version. */
  async closeGap(tx: TenantTransaction, meetingId: string, place: number): Promise<void> {
    const where = { regionId: tx.regionId, meetingId, place: MoreThan(place) };
    const after = await tx.manager.findBy(AgendaItem, where);
    await tx.changeAll(AgendaItem, after, (item) => ({ place: item.place && item.place - 1 }));
  }
}
