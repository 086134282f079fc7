import { ApiError, expectVersion, found } from '#graphql';
import { Post, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { localDayOf } from '#calendar';
import { Injectable } from '@nestjs/common';
import { readersOf } from '../meeting/meeting-readers.js';
import { isJoint } from '../meeting/meeting.policy.js';
import { Meeting } from '../meeting/meeting.entity.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import type { MinutesText } from './minutes-text.js';
import { MinutesVersion } from './minutes-version.entity.js';
import { Minutes, MinutesState } from './minutes.entity.js';

/** The way to minutes that are about to change: the meeting is locked first. */
@Injectable()
export class MinutesRepository {
  constructor(private readonly meetings: MeetingRepository) {}

  /** Of the committee alone; decided on that version. */
  async takeVersion(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ meeting: Meeting; minutes: Minutes }> {
    const taken = await this.take(tx, id);
    expectVersion(taken.minutes, version);
    return taken;
  }

  async take(tx: TenantTransaction, id: string): Promise<{ meeting: Meeting; minutes: Minutes }> {
    const known = found(await tx.find(Minutes, id));
    if (!tx.actor.convenedNetworkIds.includes(known.networkId)) throw ApiError.forbidden();
    const meeting = await this.meetings.take(tx, known.meetingId);
    return { meeting, minutes: found(await tx.lock(Minutes, id)) };
  }

  async create(tx: TenantTransaction, meeting: Meeting, text: MinutesText): Promise<Minutes> {
    const minutes = await tx.insert(Minutes, {
      ...readersOf(meeting),
      ...UNPUBLISHED,
      id: tx.newId(),
      meetingId: meeting.id,
      networkId: meeting.networkId,
      text,
      editedAt: tx.now,
      version: 1,
    });
    await this.keep(tx, minutes);
    return minutes;
  }

  async edit(tx: TenantTransaction, minutes: Minutes, text: MinutesText): Promise<Minutes> {
    const edited = await tx.update(Minutes, minutes, { text, editedAt: tx.now });
    await this.keep(tx, edited);
    return edited;
  }

  /** Of joint meetings, the next one of the year; one publishing of a network after the other. */
  async nextNumber(tx: TenantTransaction, meeting: Meeting): Promise<Pick<Minutes, 'year' | 'number'>> {
    if (!isJoint(meeting)) return { year: null, number: null };
    const { networkId } = meeting;
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('minutes ' || id, 0)) FROM network WHERE region_id = $1 AND id = $2`,
      [tx.regionId, networkId],
    );
    const { year } = localDayOf(tx.now, await timeZoneOf(tx));
    const where = { regionId: tx.regionId, networkId, year };
    const last = await tx.manager.findOne(Minutes, { where, order: { number: 'DESC' } });
    return { year, number: (last?.number ?? 0) + 1 };
  }

  private async keep(tx: TenantTransaction, minutes: Minutes): Promise<void> {
    const post = tx.actor.postId === null ? null : await tx.find(Post, tx.actor.postId);
    await tx.insert(MinutesVersion, {
      id: tx.newId(),
      minutesId: minutes.id,
      networkId: minutes.networkId,
      number: minutes.version,
      text: minutes.text,
      editedAt: tx.now,
      editedBy: found(post).personName,
    });
  }
}

const UNPUBLISHED = {
  state: MinutesState.DRAFT,
  year: null,
  number: null,
  record: null,
  publishedAt: null,
  correctionCount: 0,
  confirmedCount: 0,
  correctionAskedCount: 0,
};
