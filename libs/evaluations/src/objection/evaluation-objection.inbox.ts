import { CONVENED, InboxKind, REGION, type WaitingKind } from '#inbox';
import { EVALUATION_INBOX_WORDS as WORDS } from '../round/evaluation-inbox.words.js';

const SUPPLIED = `b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED') AND b.owner_unit_id = ANY (app.held_unit_ids())`;

/** Bookings of a project, and of activities that belong to it. */
const SUPPLIES = `
          OR EXISTS (SELECT FROM project_booking k JOIN booking b ON b.region_id = ${REGION} AND b.id = k.booking_id
            WHERE k.region_id = ${REGION} AND k.project_id = g.project_id AND ${SUPPLIED})
          OR EXISTS (SELECT FROM dish d JOIN dish_booking q ON q.region_id = ${REGION} AND q.dish_id = d.id
            JOIN booking b ON b.region_id = ${REGION} AND b.id = q.booking_id
            WHERE d.region_id = ${REGION} AND d.project_id = g.project_id AND ${SUPPLIED})`;

/** Whether the person of the acting post holds a post in a unit that has a hand in what is contested: as `listHands` says it. */
const IS_CONCERNED = `(x.unit_id = ANY (app.held_unit_ids()) OR EXISTS (SELECT FROM nomination g
        LEFT JOIN project p ON p.region_id = ${REGION} AND p.id = g.project_id
        WHERE g.region_id = ${REGION} AND g.round_id = x.round_id AND g.state IN ('SUBMITTED', 'EXCLUDED')
          AND (x.nomination_id IS NULL OR g.id = x.nomination_id)
          AND (g.unit_id = ANY (app.held_unit_ids()) OR (g.project_id IS NOT NULL
            AND (g.responsible_unit_id = ANY (app.held_unit_ids()) OR g.co_host_unit_ids && app.held_unit_ids()))
          OR g.subject_unit_id = ANY (app.held_unit_ids())
          OR p.lead_unit_id = ANY (app.held_unit_ids())
          OR EXISTS (SELECT FROM project_host h WHERE h.region_id = ${REGION} AND h.project_id = g.project_id
            AND h.state = 'ACCEPTED' AND h.unit_id = ANY (app.held_unit_ids()))${SUPPLIES})))`;

/** Objections to results, for who may rule on them. */
export const EVALUATION_OBJECTION_INBOX: readonly WaitingKind[] = [
  {
    kind: InboxKind.RESULT_OBJECTION,
    why: WORDS.RESULT_OBJECTION,
    thing: 'EvaluationObjection',
    posts: ['SECRETARY', 'STEWARD'],
    settledBy: ['ruleOnObjection'],
    rows: `
      SELECT x.id AS thing_id, x.network_id, x.unit_id, coalesce(n.title, o.name) AS title, x.filed_at AS since, NULL::timestamptz AS due_at
      FROM evaluation_objection x
      JOIN evaluation_round o ON o.region_id = ${REGION} AND o.id = x.round_id AND o.state IN ('DELIBERATING', 'PUBLIC_NOTICE')
      LEFT JOIN nomination n ON n.region_id = ${REGION} AND n.id = x.nomination_id
      WHERE x.region_id = ${REGION} AND x.state = 'FILED' AND app.person_id() <> ALL (o.returned_by_ids)
        AND (x.network_id = ${CONVENED} OR (app.role() = 'STEWARD' AND x.is_for_street_office))
        AND NOT ${IS_CONCERNED}`,
  },
];
