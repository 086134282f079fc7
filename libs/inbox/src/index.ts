export { InboxArgs } from './entry/inbox.args.js';
export { type Inbox, type InboxEntry } from './entry/inbox.js';
export { InboxObject } from './entry/inbox.object.js';
export { InboxService, type InboxMark } from './entry/inbox.service.js';
export { InboxKind } from './kind/inbox-kind.enum.js';
export { InboxKinds } from './kind/inbox-kinds.js';
export {
  COMMITTEE,
  CONVENED,
  countedBy,
  countedThrough,
  endOfDay,
  KNOWN,
  MEMBER,
  NO_SINCE,
  NO_TERM,
  NO_UNIT,
  SPEAKERS,
  startOfDay,
  TODAY,
  ZONE,
  type WaitingKind,
} from './kind/waiting-kind.js';
export { INBOX_WORDS } from './inbox.words.js';
export { InboxModule } from './inbox.module.js';
