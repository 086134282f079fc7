import { ApiError } from '#graphql';
import { NeedUrgency, type Need } from '../need/need.entity.js';
import { CALL_WORDS } from './call.words.js';

/** Who was called has set out: a call is withdrawn, never made light of. @throws ApiError BAD_USER_INPUT */
export function expectStillUrgent({ calledAt }: Need, { urgency }: { urgency?: NeedUrgency }): void {
  if (calledAt === null || urgency === undefined || urgency === NeedUrgency.URGENT) return;
  throw ApiError.badInput([{ path: 'input.urgency', message: CALL_WORDS.staysUrgent }]);
}
