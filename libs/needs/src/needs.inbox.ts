import type { WaitingKind } from '#inbox';
import { CLAIM_INBOX } from './claim/claim.inbox.js';
import { PROJECT_HOST_INBOX } from './host/project-host.inbox.js';
import { NEED_INBOX } from './need/need.inbox.js';
import { PROJECT_INBOX } from './project/project.inbox.js';
import { PROJECT_STEP_INBOX } from './step/project-step.inbox.js';

/** What of this library waits for whom. */
export const NEEDS_INBOX: readonly WaitingKind[] = [
  ...CLAIM_INBOX,
  ...NEED_INBOX,
  ...PROJECT_HOST_INBOX,
  ...PROJECT_INBOX,
  ...PROJECT_STEP_INBOX,
];
