import {
  describeAudience,
  grantStewards,
  OF_UNIT,
  SharedPart,
  type AudienceObject,
  type Grant,
} from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { foretellInvited } from '../invitation/list-invited.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';

const { MEETING, MEETING_NOTICE } = SharedPart;

/** Says before a meeting is called what the row policies will let others read of it. */
@Injectable()
export class MeetingAudienceService {
  constructor(private readonly meetings: MeetingRepository) {}

  /** Throws NOT_FOUND for a meeting that one does not see, FORBIDDEN for one of another committee. */
  async of(tx: TenantTransaction, id: string): Promise<AudienceObject> {
    const meeting = await this.meetings.getOwn(tx, id);
    const { invitedUnitIds } = await this.meetings.getCall(tx, id);
    const { networkId } = meeting;
    const invited = await foretellInvited(tx, meeting, invitedUnitIds);
    const units = invited.map(({ unitId }): Grant => ({
      unitId,
      networkId,
      roles: OF_UNIT,
      parts: [MEETING],
    }));
    return describeAudience(tx, [...units, ...grantStewards([networkId], [MEETING_NOTICE])]);
  }
}
