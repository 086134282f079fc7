import { refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import type { Need } from '../need/need.entity.js';
import { CLAIM_WORDS } from './claim.words.js';

/** Nobody sets out for what is over; its unit may give it another time. @throws Refused WRONG_STATE */
export function expectNotOver({ now }: TenantTransaction, need: Need): void {
  if (need.endsAt !== null && need.endsAt <= now) refuseState(need, CLAIM_WORDS.timeIsOver);
}
