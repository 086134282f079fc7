import { ApiError, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import type { MeetingReaders } from '../meeting/meeting-readers.js';
import type { Meeting } from '../meeting/meeting.entity.js';
import { isJoint } from '../meeting/meeting.policy.js';
import { MEETING_WORDS } from '../meeting/meeting.words.js';
import { expectInvitable, listInvited, type Invited } from './list-invited.js';

/** Whom a meeting is for as it is called, and who reads it from then on. */
export interface WhenCalled {
  readonly invited: Invited[];
  readonly readers: MeetingReaders;
}

/** @throws ApiError BAD_USER_INPUT unless units are chosen for a working meeting alone, NOT_FOUND for one that takes no part */
export async function expectChosen(
  tx: TenantTransaction,
  meeting: Pick<Meeting, 'kind' | 'networkId'>,
  unitIds: readonly string[],
): Promise<void> {
  const isChosen = unitIds.length > 0;
  if (isJoint(meeting) === isChosen) {
    const message = isChosen ? MEETING_WORDS.unitsOfJoint : MEETING_WORDS.unitsNeeded;
    throw ApiError.badInput([{ path: 'input.unitIds', message }]);
  }
  await expectInvitable(tx, meeting, unitIds);
}

/** Of those chosen who have left the network since, nobody is invited; refused when that is all of them. */
export async function readersWhenCalled(
  tx: TenantTransaction,
  meeting: Pick<Meeting, 'kind' | 'networkId' | 'state'>,
  chosen: readonly string[],
): Promise<WhenCalled> {
  const invited = await listInvited(tx, meeting, chosen);
  const readerUnitIds = invited.map(({ unitId }) => unitId);
  if (!isJoint(meeting) && !chosen.some((id) => readerUnitIds.includes(id))) {
    refuseState(meeting, MEETING_WORDS.nobodyLeft);
  }
  const openNetworkId = isJoint(meeting) ? meeting.networkId : null;
  return { invited, readers: { openNetworkId, readerUnitIds } };
}
