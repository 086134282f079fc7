import type { Belonging, EndingThing } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { listOfMeeting } from '../attendance/list-of-meeting.js';
import { Meeting } from '../meeting/meeting.entity.js';
import { LIVE_STATES } from '../meeting/meeting.policy.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { AnswerRoll } from './answer-roll.js';
import { MeetingAnswer } from './meeting-answer.entity.js';

/** What becomes of invitations when a unit no longer belongs to the network; what is over stays as it was. */
@Injectable()
export class AnswerEnding {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly roll: AnswerRoll,
  ) {}

  /** Its invitations to what is called and not over, with the votes that it has given away or holds there. */
  async listEnding(tx: TenantTransaction, { unitId, networkId }: Belonging): Promise<EndingThing[]> {
    const { regionId } = tx;
    const ofNetwork = { regionId, networkId, endedAt: IsNull() };
    const answers = await tx.manager.findBy(MeetingAnswer, [
      { ...ofNetwork, unitId },
      { ...ofNetwork, proxyUnitId: unitId },
    ]);
    const ids = answers.map(({ meetingId }) => meetingId);
    const ahead = await tx.manager.findBy(Meeting, { regionId, id: In(ids), state: In(LIVE_STATES) });
    const starts = new Map(ahead.map(({ id, startsAt }) => [id, startsAt]));
    return answers.flatMap((answer) => {
      const startsAt = starts.get(answer.meetingId);
      if (!startsAt) return [];
      const thing = { thingType: 'Meeting', thingId: answer.meetingId, startsAt };
      return partsOf(answer, unitId).map((part) => ({ ...thing, part }));
    });
  }

  /** In the committee's transaction. */
  async endMembership(tx: TenantTransaction, unitId: string, networkId: string): Promise<void> {
    const ahead = await tx.manager.find(Meeting, {
      where: {
        regionId: tx.regionId,
        networkId,
        state: In(LIVE_STATES),
      },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    for (const meeting of ahead.filter(({ readerUnitIds }) => readerUnitIds.includes(unitId))) {
      const readerUnitIds = meeting.readerUnitIds.filter((id) => id !== unitId);
      const answers = await this.roll.list(tx, meeting.id);
      await this.roll.end(
        tx,
        meeting.id,
        answers.filter((answer) => answer.unitId === unitId),
      );
      const stay = new Set((await listOfMeeting(tx, meeting)).map((answer) => answer.unitId));
      const call = await this.meetings.getCall(tx, meeting.id);
      const invitedUnitIds = call.invitedUnitIds.filter((id) => stay.has(id));
      await this.meetings.change(tx, meeting, { readerUnitIds }, { invitedUnitIds });
      await this.roll.recount(tx, meeting.id);
    }
  }
}

function partsOf({ unitId, proxyUnitId }: MeetingAnswer, leaving: string): string[] {
  if (unitId !== leaving) return ['ProxyHeld'];
  return proxyUnitId ? ['MeetingInvitation', 'ProxyGiven'] : ['MeetingInvitation'];
}
