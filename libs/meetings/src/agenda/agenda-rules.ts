import { ApiError, found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Meeting, MeetingState } from '../meeting/meeting.entity.js';
import { Motion, MotionState } from '../motion/motion.entity.js';
import { AgendaItem } from './agenda-item.entity.js';
import { AGENDA_WORDS } from './agenda.words.js';

/** @throws Refused WRONG_STATE for what goes on in a later meeting: it would stand on two agendas */
export async function expectNotCarried(tx: TenantTransaction, item: AgendaItem): Promise<void> {
  const isCarried = await tx.manager.existsBy(AgendaItem, { regionId: tx.regionId, carriedFromId: item.id });
  if (isCarried) refuseState(item, AGENDA_WORDS.carriedAlready);
}

/** @throws Refused WRONG_STATE for a need that stands there already, whatever became of it */
export async function expectNoSuchNeed(
  tx: TenantTransaction,
  meeting: Meeting,
  needId: string,
): Promise<void> {
  const { regionId } = tx;
  const isThere = await tx.manager.existsBy(AgendaItem, { regionId, meetingId: meeting.id, needId });
  if (isThere) refuseState(meeting, AGENDA_WORDS.onAgendaAlready);
}

/** @throws Refused WRONG_STATE for what is voted on, or was decided; what found no quorum can be put off */
export async function expectUndecided(tx: TenantTransaction, item: AgendaItem): Promise<void> {
  const motions = await tx.manager.findBy(Motion, { regionId: tx.regionId, agendaItemId: item.id });
  if (motions.some(({ state }) => state === MotionState.OPEN)) refuseState(item, AGENDA_WORDS.votedOn);
  const isDecided = motions.some(({ state }) => DECIDED.includes(state));
  if (isDecided) refuseState(item, AGENDA_WORDS.decided);
}

const DECIDED = [MotionState.CARRIED, MotionState.LOST];

/** @throws ApiError BAD_USER_INPUT for a meeting before the one that has put it off; of a cancelled one any will do */
export async function expectForward(tx: TenantTransaction, fromId: string, to: Meeting): Promise<void> {
  const from = found(await tx.find(Meeting, fromId));
  if (from.state === MeetingState.CANCELLED || to.startsAt >= from.startsAt) return;
  throw ApiError.badInput([{ path: 'meetingId', message: AGENDA_WORDS.earlierMeeting }]);
}
