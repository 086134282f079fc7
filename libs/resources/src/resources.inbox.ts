import type { WaitingKind } from '#inbox';
import { BOOKING_INBOX } from './booking/booking.inbox.js';
import { USE_INBOX } from './use/use.inbox.js';

/** What of this library waits for whom. */
export const RESOURCES_INBOX: readonly WaitingKind[] = [...BOOKING_INBOX, ...USE_INBOX];
