import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { AnswerRoll } from './answer-roll.js';

/** What becomes of invitations when a unit no longer belongs to the network; what is over stays as it was. */
@Injectable()
export class AnswerEnding {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly roll: AnswerRoll,
  ) {}

  /** In the committee's transaction. */
  async endMembership(tx: TenantTransaction, unitId: string, networkId: string): Promise<void> {
    const ahead = await tx.manager.find(Meeting, {
      where: {
        regionId: tx.regionId,
        networkId,
        state: In([MeetingState.CALLED, MeetingState.IN_SESSION]),
      },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const meeting of ahead.filter(({ readerUnitIds }) => readerUnitIds.includes(unitId))) {
      const readerUnitIds = meeting.readerUnitIds.filter((id) => id !== unitId);
      await this.meetings.change(tx, meeting, { readerUnitIds }, { invitedUnitIds: readerUnitIds });
      const answers = await this.roll.list(tx, meeting.id);
      await this.roll.end(
        tx,
        answers.filter((answer) => answer.unitId === unitId),
      );
      await this.roll.recount(tx, meeting.id);
    }
  }
}
