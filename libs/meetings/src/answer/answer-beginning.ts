import { asCommittee, type Newcomer } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Meeting } from '../meeting/meeting.entity.js';
import { isJoint, LIVE_STATES } from '../meeting/meeting.policy.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { AnswerRoll } from './answer-roll.js';

/** A member that joins, or is resumed, after a joint meeting was called is invited to it like all others. */
@Injectable()
export class AnswerBeginning {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly roll: AnswerRoll,
  ) {}

  /** In the transaction that makes it a member: with the membership locked, as whoever calls a meeting locks it first. */
  async welcome(tx: TenantTransaction, { unitId, networkId, isMember }: Newcomer): Promise<void> {
    if (!isMember) return;
    await asCommittee(tx, networkId, async () => {
      const ahead = await tx.manager.find(Meeting, {
        where: {
          regionId: tx.regionId,
          networkId,
          state: In(LIVE_STATES),
        },
        order: { id: 'ASC' },
        lock: { mode: 'for_no_key_update' },
      });
      for (const meeting of ahead.filter(isJoint)) {
        const readerUnitIds = [...new Set([...meeting.readerUnitIds, unitId])];
        const call = await this.meetings.getCall(tx, meeting.id);
        const invitedUnitIds = [...new Set([...call.invitedUnitIds, unitId])];
        await this.meetings.change(tx, meeting, { readerUnitIds }, { invitedUnitIds });
        await this.roll.welcome(tx, meeting, { unitId, isCounted: true });
      }
    });
  }
}
