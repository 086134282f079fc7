import type { District } from './district.js';

const CODES = `ARRAY['ADVICE_AND_SERVICES', 'CHARITY', 'CULTURE_AND_SPORT', 'VENUE_RENTAL', 'TRAINING', 'MEDICAL', 'SOCIAL_MEETING', 'RECRUITMENT']`;
const SHOWN = `state NOT IN ('DRAFT', 'RETURNED', 'PROPOSED')`;
const HELD = `state IN ('CLAIMED', 'IN_PROGRESS', 'ANSWERED', 'CLOSED')`;

/** Fifty needs in each network, one in eleven days: most are closed, the last ten stand in every state; three claims of each. */
export function needStatements({ region, now, idOf }: District): string[] {
  return [
    `INSERT INTO need_category (region_id, id, network_id, code, name, place)
      SELECT ${region}, ${idOf(`'category ' || n || ' ' || c`)}, network_id, (${CODES})[c], '类别' || c, c
      FROM seat, generate_series(1, 8) c WHERE i = 0`,
    `CREATE TEMP TABLE lack ON COMMIT DROP AS
      SELECT n, i, b, unit_id, network_id, state, at, ${idOf(`'need ' || n || ' ' || b`)} AS id
      FROM seat, generate_series(1, 50) b, LATERAL (SELECT timestamptz '${now}' - (50 - b) * interval '11 days' - n * interval '1 minute' AS at,
        CASE WHEN b > 40 THEN (ARRAY['DRAFT', 'PROPOSED', 'RETURNED', 'TAKEN', 'OPEN', 'OPEN', 'CLAIMED', 'IN_PROGRESS', 'ANSWERED', 'OPEN'])[b - 40]
          ELSE (ARRAY['CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'UNMET', 'CLOSED', 'CLOSED', 'CLOSED', 'WITHDRAWN', 'CLOSED'])[b % 10 + 1] END AS state) drawn
      WHERE i = CASE WHEN b % 5 = 0 THEN 0 ELSE b * 7 % 14 END`,
    `ANALYZE lack`,
    `INSERT INTO need (region_id, id, unit_id, network_id, category_id, source, state, title, what, urgency, kinds, places, posted_at,
        proposed_at, taken_at, opened_at, called_at, claimed_at, begun_at, answered_at, ended_at, reason, answer, updated_at, version)
      SELECT ${region}, id, unit_id, network_id, ${idOf(`'category ' || n || ' ' || b % 8 + 1`)},
        CASE WHEN i > 0 THEN 'UNIT' WHEN b % 10 = 0 THEN 'TELEPHONE' ELSE 'RESIDENTS' END, state, '需要' || b, repeat('说明', 40),
        CASE b % 20 WHEN 7 THEN 'URGENT' WHEN 9 THEN 'SOON' ELSE 'NORMAL' END, '{VENUE}', 1 + b % 2, at,
        CASE WHEN state NOT IN ('DRAFT', 'RETURNED') THEN at END, CASE WHEN ${SHOWN} THEN at END, CASE WHEN ${SHOWN} THEN at END,
        CASE WHEN b % 20 = 7 AND ${SHOWN} THEN at END, CASE WHEN ${HELD} THEN at END,
        CASE WHEN state IN ('IN_PROGRESS', 'ANSWERED', 'CLOSED') THEN at END, CASE WHEN state IN ('ANSWERED', 'CLOSED') THEN at END,
        CASE WHEN state IN ('CLOSED', 'UNMET', 'WITHDRAWN') THEN at + interval '20 days' END,
        CASE WHEN state IN ('RETURNED', 'UNMET') THEN '原因' END, CASE WHEN state IN ('ANSWERED', 'CLOSED') THEN '已办' END, at, 1
      FROM lack ORDER BY at`,
    `INSERT INTO need_contact (region_id, id, unit_id, network_id, proposed, name, phone)
      SELECT region_id, id, unit_id, network_id, proposed_at IS NOT NULL, '联系人', '021-5555 0001' FROM need WHERE region_id = ${region}`,
    `INSERT INTO claim (region_id, id, need_id, network_id, unit_id, way, state, place, reason, asked_at, accepted_at, settled_at,
        updated_at, version)
      SELECT ${region}, ${idOf(`'claim ' || lack.n || ' ' || b || ' ' || c`)}, lack.id, lack.network_id, seat.unit_id,
        CASE c WHEN 1 THEN 'TAKEN' ELSE 'ASKED' END, said, CASE said WHEN 'ACCEPTED' THEN 1 END,
        CASE said WHEN 'DECLINED' THEN '没有车' END, CASE WHEN c > 1 THEN at END,
        CASE WHEN said IN ('ACCEPTED', 'DONE') THEN at END, CASE WHEN said NOT IN ('ASKED', 'ACCEPTED') THEN at END,
        at + c * interval '1 hour', 1
      FROM lack JOIN generate_series(1, 3) c ON c > 1 OR ${HELD}
      JOIN seat ON seat.n = lack.n AND seat.i = (b + c * 4) % 13 + 1, LATERAL (SELECT CASE WHEN c = 2 THEN 'DECLINED'
        WHEN c = 3 THEN CASE WHEN state IN ('TAKEN', 'OPEN') THEN 'ASKED' ELSE 'WITHDRAWN' END
        WHEN state IN ('CLAIMED', 'IN_PROGRESS', 'ANSWERED') THEN 'ACCEPTED' ELSE 'DONE' END AS said) drawn
      WHERE ${SHOWN} ORDER BY at`,
  ];
}

/** Fifteen projects in each network, most of them closed, with hosts, steps, notes and bookings; one need in four is of one. */
export function projectStatements({ region, now, idOf }: District): string[] {
  const of = `project WHERE region_id = ${region} AND taken_at IS NOT NULL`;
  return [
    `INSERT INTO project (region_id, id, network_id, unit_id, lead_unit_id, category_id, state, title, what, starts_on, ends_on,
        posted_at, proposed_at, taken_at, begun_at, answered_at, ended_at, reason, result, updated_at, version)
      SELECT ${region}, ${idOf(`'project ' || n || ' ' || p`)}, network_id, unit_id, unit_id, ${idOf(`'category ' || n || ' ' || p % 8 + 1`)},
        state, '项目' || p, repeat('说明', 40), at::date, at::date + 30, at, CASE WHEN state <> 'RETURNED' THEN at END,
        CASE WHEN state NOT IN ('PROPOSED', 'RETURNED') THEN at END, CASE WHEN state IN ('IN_PROGRESS', 'ANSWERED', 'CLOSED') THEN at END,
        CASE WHEN state IN ('ANSWERED', 'CLOSED') THEN at END, CASE WHEN state IN ('CLOSED', 'STOPPED') THEN at + interval '30 days' END,
        CASE WHEN state IN ('RETURNED', 'STOPPED') THEN '原因' END, CASE WHEN state IN ('ANSWERED', 'CLOSED') THEN '已办' END, at, 1
      FROM seat, generate_series(1, 15) p, LATERAL (SELECT timestamptz '${now}' - (15 - p) * interval '36 days' - n * interval '1 minute' AS at,
        CASE WHEN p > 10 THEN (ARRAY['PROPOSED', 'RETURNED', 'PLANNED', 'IN_PROGRESS', 'ANSWERED'])[p - 10]
          WHEN p = 5 THEN 'STOPPED' ELSE 'CLOSED' END AS state) drawn
      WHERE i = p * 5 % 13 + 1 ORDER BY drawn.at`,
    `UPDATE need SET project_id = project.id FROM seat, generate_series(1, 15) p, project
      WHERE i = 0 AND project.region_id = ${region} AND project.id = ${idOf(`'project ' || n || ' ' || p`)} AND project.taken_at IS NOT NULL
        AND need.region_id = ${region} AND need.id = ${idOf(`'need ' || n || ' ' || p * 3 + 1`)}`,
    `INSERT INTO project_host (region_id, id, project_id, network_id, lead_unit_id, unit_id, state, asked_at, accepted_at, settled_at, version)
      SELECT ${region}, ${idOf(`'host ' || p.id || i`)}, p.id, network_id, lead_unit_id, seat.unit_id,
        CASE i % 3 WHEN 0 THEN 'DECLINED' ELSE 'ACCEPTED' END, posted_at, CASE WHEN i % 3 > 0 THEN posted_at END,
        CASE WHEN i % 3 = 0 THEN posted_at END, 1
      FROM (SELECT * FROM ${of}) p JOIN seat USING (network_id)
      WHERE seat.unit_id <> lead_unit_id AND (i + abs(hashtext(p.id::text))) % 4 = 0`,
    `INSERT INTO project_step (region_id, id, project_id, network_id, unit_id, place, title, due_on, done_at, version)
      SELECT ${region}, ${idOf(`'step ' || id || place`)}, id, network_id, lead_unit_id, place, '步骤' || place, starts_on + place * 7,
        CASE WHEN ended_at IS NOT NULL OR place = 1 THEN posted_at END, 1
      FROM (SELECT * FROM ${of}) p, generate_series(1, 4) place`,
    `INSERT INTO project_note (region_id, id, project_id, network_id, unit_id, text, noted_at)
      SELECT ${region}, ${idOf(`'note ' || id || k`)}, id, network_id, lead_unit_id, '进展' || k, posted_at + k * interval '3 days'
      FROM (SELECT * FROM ${of}) p, generate_series(1, 5) k`,
    `INSERT INTO project_booking (region_id, id, project_id, network_id, booking_id, requester_unit_id, owner_unit_id, linked_at)
      SELECT ${region}, ${idOf(`'link ' || b.id`)}, p.id, p.network_id, b.id, b.requester_unit_id, b.owner_unit_id, b.requested_at
      FROM seat JOIN generate_series(1, 13) k ON true JOIN generate_series(1, 2) side ON true
      JOIN project p ON p.region_id = ${region} AND p.id = ${idOf(`'project ' || n || ' ' || k`)} AND p.taken_at IS NOT NULL
      JOIN booking b ON b.region_id = ${region} AND b.id = ${idOf(`'booking ' || n || ' ' || k * 3 + side`)} WHERE i = 0`,
  ];
}
