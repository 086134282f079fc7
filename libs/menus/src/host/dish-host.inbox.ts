import { countedThrough, InboxKind, MEMBER, SPEAKERS, type WaitingKind } from '#inbox';
import { NOW, REGION } from '#reads';
import { MENUS_INBOX_WORDS as WORDS } from '../menus-inbox.words.js';

/** Units that are asked to lead or to take part, as long as what they are asked for is not over. */
export const DISH_HOST_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.DISH_HOST_ASKED,
    why: WORDS.DISH_HOST_ASKED,
    thing: 'DishHost',
    termVersion: countedThrough('dish', 'dish_host', 'dish_id'),
    posts: SPEAKERS,
    settledBy: ['answerDishHost'],
    rows: `
      SELECT h.id AS thing_id, h.network_id, d.unit_id, d.title, h.asked_at AS since,
        CASE WHEN d.recorded_at IS NULL THEN d.starts_at END AS due_at
      FROM dish_host h
      JOIN dish d ON d.region_id = ${REGION} AND d.id = h.dish_id AND d.state IN ('PROPOSED', 'TAKEN')
        AND (d.recorded_at IS NOT NULL OR d.ends_at > ${NOW})
      WHERE h.region_id = ${REGION} AND h.unit_id = app.unit_id() AND h.network_id = ${MEMBER} AND h.state = 'ASKED'
        AND NOT EXISTS (SELECT FROM menu u WHERE u.region_id = ${REGION} AND u.network_id = d.network_id
          AND u.month = d.month AND u.state = 'CLOSED')`,
  },
];
