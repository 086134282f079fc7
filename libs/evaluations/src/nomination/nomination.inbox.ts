import { countedThrough, InboxKind, MEMBER, NO_SINCE, SPEAKERS, type WaitingKind } from '#inbox';
import { NOW, REGION } from '#reads';
import { EVALUATIONS_INBOX_WORDS as WORDS } from '../evaluations-inbox.words.js';

/** Nominations that their unit has to look at again while it can still nominate. */
export const NOMINATION_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.NOMINATION_RETURNED,
    why: WORDS.NOMINATION_RETURNED,
    thing: 'Nomination',
    termVersion: countedThrough('evaluation_round', 'nomination', 'round_id'),
    posts: SPEAKERS,
    settledBy: ['submitNomination', 'withdrawNomination'],
    rows: `
      SELECT g.id AS thing_id, g.network_id, g.unit_id, g.title, ${NO_SINCE}, o.nominations_until AS due_at
      FROM nomination g
      JOIN evaluation_round o ON o.region_id = ${REGION} AND o.id = g.round_id AND o.state = 'NOMINATING'
        AND (o.nominations_until IS NULL OR o.nominations_until > ${NOW})
      WHERE g.region_id = ${REGION} AND g.unit_id = app.unit_id() AND g.network_id = ${MEMBER} AND g.state = 'RETURNED'`,
  },
];
