import type { WaitingKind } from '#inbox';
import { JUDGING_INBOX } from './assignment/judging.inbox.js';
import { NOMINATION_INBOX } from './nomination/nomination.inbox.js';
import { EVALUATION_OBJECTION_INBOX } from './objection/evaluation-objection.inbox.js';
import { EVALUATION_RESULT_INBOX } from './result/evaluation-result.inbox.js';
import { EVALUATION_ROUND_INBOX } from './round/evaluation-round.inbox.js';

/** What of this library waits for whom. */
export const EVALUATIONS_INBOX: readonly WaitingKind[] = [
  ...EVALUATION_OBJECTION_INBOX,
  ...EVALUATION_RESULT_INBOX,
  ...EVALUATION_ROUND_INBOX,
  ...JUDGING_INBOX,
  ...NOMINATION_INBOX,
];
