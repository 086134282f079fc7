export { CURSOR_DAYS, LiveCursors } from './cursor/live-cursors.js';
export { INBOX_POLL_MS, InboxPolling } from './inbox/inbox-polling.js';
export { LIVE_WORDS } from './live.words.js';
export { LiveModule } from './live.module.js';
