import {
  COMMITTEE,
  CONVENED,
  countedBy,
  InboxKind,
  MEMBER,
  NO_SINCE,
  NO_TERM,
  SPEAKERS,
  TODAY,
  type WaitingKind,
} from '#inbox';
import { NOW, REGION } from '#reads';
import { MENUS_INBOX_WORDS as WORDS } from '../menus-inbox.words.js';

const ABOUT = 'd.id AS thing_id, d.network_id, d.unit_id, d.title';
const STANDING = `FROM dish_date e WHERE e.region_id = ${REGION} AND e.dish_id = d.id AND e.cancelled_at IS NULL`;

/** It can still come onto its menu: that is not closed, and its month is not over, unless it tells of what was held. */
const MAY_COME = `(d.recorded_at IS NOT NULL OR ${TODAY} < (d.month + interval '1 month')::date)
        AND NOT EXISTS (SELECT FROM menu u WHERE u.region_id = ${REGION} AND u.network_id = d.network_id
          AND u.month = d.month AND u.state = 'CLOSED')`;

/** Dishes until they are taken, and once they were held. */
export const DISH_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.DISH_TO_TAKE,
    why: WORDS.DISH_TO_TAKE,
    thing: 'Dish',
    termVersion: countedBy('dish'),
    posts: COMMITTEE,
    settledBy: ['takeDish', 'returnDish'],
    rows: `
      SELECT ${ABOUT}, d.proposed_at AS since, CASE WHEN d.recorded_at IS NULL THEN d.starts_at END AS due_at FROM dish d
      WHERE d.region_id = ${REGION} AND d.network_id = ${CONVENED} AND d.state = 'PROPOSED'
        AND ${MAY_COME}`,
  },
  {
    kind: InboxKind.DISH_RETURNED,
    why: WORDS.DISH_RETURNED,
    thing: 'Dish',
    posts: SPEAKERS,
    settledBy: ['proposeDish', 'withdrawDish'],
    rows: `
      SELECT ${ABOUT}, ${NO_SINCE}, ${NO_TERM} FROM dish d
      WHERE d.region_id = ${REGION} AND d.unit_id = app.unit_id() AND d.state = 'RETURNED' AND d.network_id = ${MEMBER}
        AND ${MAY_COME}`,
  },
  {
    kind: InboxKind.DISH_OUTCOME,
    why: WORDS.DISH_OUTCOME,
    thing: 'Dish',
    posts: SPEAKERS,
    settledBy: ['fileDishOutcome'],
    // With its menu, an activity is closed: nothing is filed any more.
    rows: `
      SELECT ${ABOUT}, (SELECT max(e.ends_at) ${STANDING}) AS since, ${NO_TERM}
      FROM dish d JOIN menu u ON u.region_id = ${REGION} AND u.network_id = d.network_id AND u.month = d.month
        AND u.state <> 'CLOSED'
      WHERE d.region_id = ${REGION} AND d.lead_unit_id = app.unit_id() AND d.network_id = ${MEMBER}
        AND d.state = 'TAKEN' AND d.published_at IS NOT NULL
        AND (SELECT max(e.ends_at) ${STANDING}) <= ${NOW}
        AND NOT EXISTS (SELECT FROM dish_outcome x WHERE x.region_id = ${REGION} AND x.dish_id = d.id)`,
  },
];
