export { InboxKind } from './kind/inbox-kind.enum.js';
export { InboxKinds } from './kind/inbox-kinds.js';
export { InboxService, type WaitingThing } from './entry/inbox.service.js';
export {
  COMMITTEE,
  CONVENED,
  endOfDay,
  KNOWN,
  MEMBER,
  NO_TERM,
  NOW,
  REGION,
  SPEAKERS,
  startOfDay,
  TODAY,
  type WaitingKind,
} from './kind/waiting-kind.js';
export { INBOX_WORDS } from './inbox.words.js';
export { InboxModule } from './inbox.module.js';
