import { MeetingReply, type MeetingAnswer } from './meeting-answer.entity.js';

/** Why a proxy cannot be given. */
export enum ProxyObstacle {
  GIVEN_AWAY = 'GIVEN_AWAY',
  HOLDS_ONE = 'HOLDS_ONE',
  DECLINED = 'DECLINED',
  GIVER_HOLDS = 'GIVER_HOLDS',
}

type Answer = Pick<MeetingAnswer, 'unitId' | 'reply' | 'proxyUnitId'>;

/**
 * Why this giver cannot give its vote to that holder, as all answers stand; null when it can. Nobody holds more than one
 * besides its own, and who has given its own away holds none: so there is never a chain, and never a circle.
 */
export function findProxyObstacle(
  answers: readonly Answer[],
  giverId: string,
  holder: Answer,
): ProxyObstacle | null {
  if (holder.proxyUnitId !== null) return ProxyObstacle.GIVEN_AWAY;
  if (holder.reply === MeetingReply.DECLINED) return ProxyObstacle.DECLINED;
  if (answers.some(({ unitId, proxyUnitId }) => unitId !== giverId && proxyUnitId === holder.unitId)) {
    return ProxyObstacle.HOLDS_ONE;
  }
  return answers.some(({ proxyUnitId }) => proxyUnitId === giverId) ? ProxyObstacle.GIVER_HOLDS : null;
}
