import { expectState, expectVersion, found } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Meeting } from '../meeting/meeting.entity.js';
import { OPEN_STATES } from '../meeting/meeting.policy.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { Motion } from './motion.entity.js';
import { Vote } from './vote.entity.js';

/** The way to motions that are about to change; with the meeting locked, which holds ballots and closing apart. */
@Injectable()
export class MotionRepository {
  constructor(private readonly meetings: MeetingRepository) {}

  /** Locked with its meeting; NOT_FOUND for what the actor does not see, FORBIDDEN unless it is the committee. */
  async take(
    tx: TenantTransaction,
    id: string,
    version: number,
  ): Promise<{ meeting: Meeting; motion: Motion }> {
    const { meetingId } = found(await tx.find(Motion, id));
    const meeting = await this.meetings.take(tx, meetingId);
    const motion = found(await tx.lock(Motion, id));
    expectVersion(motion, version);
    expectState(meeting, OPEN_STATES, MEETING_STATES);
    return { meeting, motion };
  }

  /** As it stands until the transaction ends, for who casts a ballot: no mark of that is left on its row. */
  async hold(tx: TenantTransaction, id: string): Promise<Motion> {
    await this.meetings.takeInvited(tx, found(await tx.find(Motion, id)));
    return found(await tx.find(Motion, id));
  }

  /** Who has voted; all of them with the rights of the committee. */
  listVotes(tx: TenantTransaction, { id: motionId }: Motion): Promise<Vote[]> {
    return tx.manager.findBy(Vote, { regionId: tx.regionId, motionId });
  }
}
