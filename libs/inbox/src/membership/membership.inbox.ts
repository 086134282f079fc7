import { REGION } from '#reads';
import { InboxKind } from '../kind/inbox-kind.enum.js';
import { NO_TERM, type WaitingKind } from '../kind/waiting-kind.js';
import { INBOX_WORDS } from '../inbox.words.js';

/** What libs/network would say if it were not beneath this library. */
export const MEMBERSHIP_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.MEMBERSHIP_INVITATION,
    why: INBOX_WORDS.MEMBERSHIP_INVITATION,
    thing: 'Membership',
    posts: ['SECRETARY', 'LIAISON'],
    settledBy: ['acceptInvitation', 'declineInvitation'],
    rows: `
      SELECT m.id AS thing_id, m.network_id, n.convener_unit_id AS unit_id, n.name AS title, m.invited_at AS since,
        ${NO_TERM}
      FROM membership m JOIN network n ON n.region_id = ${REGION} AND n.id = m.network_id
      WHERE m.region_id = ${REGION} AND m.unit_code = app.unit_code() AND m.state = 'INVITED'`,
  },
];
