import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = `region_id = app.region_id()`;
const CONVENED = `${HERE} AND network_id = ANY (app.convened_network_ids())`;

/** The owner of the schema meets no rows where row-level security is forced on it too. */
const force = (tables: readonly string[], how: 'FORCE' | 'NO FORCE'): string[] =>
  tables.map((table) => `ALTER TABLE ${table} ${how} ROW LEVEL SECURITY`);
const unforced = (tables: readonly string[], statement: string): string[] => [
  ...force(tables, 'NO FORCE'),
  statement,
  ...force(tables, 'FORCE'),
];

const ANSWER_MINUTES = [
  `ALTER TABLE lending_month ADD COLUMN answer_minutes numeric`,
  ...unforced(
    ['lending_month', 'booking', 'region'],
    `UPDATE lending_month l SET answer_minutes = coalesce((
    SELECT sum(extract(epoch FROM b.settled_at - b.asked_at) / 60) FROM booking b JOIN region r ON r.id = b.region_id
    WHERE b.region_id = l.region_id AND b.owner_unit_id = l.unit_id AND b.network_id = l.network_id
      AND date_trunc('month', b.starts_at AT TIME ZONE r.time_zone)::date = l.month AND b.asked_at IS NOT NULL
      AND (b.state IN ('CONFIRMED', 'IN_USE', 'COMPLETED', 'NO_SHOW')
        OR b.state = 'DECLINED' AND b.reason IN ('OWNER_DECLINED', 'COMMITTEE_DECLINED'))), 0)`,
  ),
  `ALTER TABLE lending_month ALTER COLUMN answer_minutes SET NOT NULL`,
  `COMMENT ON COLUMN lending_month.answer_minutes IS 'Over all answers together, exact: means of longer times are made of it, which medians cannot be'`,
  `GRANT UPDATE (answer_minutes) ON lending_month TO lianjian_app`,
];

const ATTENDANCE = [
  `CREATE TABLE attendance_month (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    month date NOT NULL,
    called integer NOT NULL,
    attended integer NOT NULL,
    CONSTRAINT attendance_month_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT attendance_month_key UNIQUE (region_id, unit_id, network_id, month),
    CONSTRAINT attendance_month_month_check CHECK (extract(day FROM month) = 1),
    CONSTRAINT attendance_month_counts_check CHECK (attended BETWEEN 0 AND called),
    CONSTRAINT attendance_month_unit_fkey FOREIGN KEY (region_id, unit_id) REFERENCES unit (region_id, id),
    CONSTRAINT attendance_month_network_fkey FOREIGN KEY (region_id, network_id) REFERENCES network (region_id, id)
  )`,
  `COMMENT ON TABLE attendance_month IS 'To how many joint meetings of a month a unit was called, and to how many it came: all that a steward sees of attendance. Counted anew by what changes it'`,
  `COMMENT ON COLUMN attendance_month.month IS 'First day of the month by the zone of the region'`,
  `CREATE INDEX attendance_month_by_network ON attendance_month (region_id, network_id, month, id)`,
  ...unforced(
    ['meeting', 'meeting_answer', 'attendance_entry', 'region'],
    `INSERT INTO attendance_month (region_id, id, unit_id, network_id, month, called, attended)
    SELECT m.region_id, gen_random_uuid(), a.unit_id, m.network_id,
      date_trunc('month', m.starts_at AT TIME ZONE r.time_zone)::date, count(*), count(*) FILTER (WHERE EXISTS (
        SELECT FROM attendance_entry e WHERE e.region_id = m.region_id AND e.meeting_id = m.id AND e.unit_id = a.unit_id
          AND e.act = 'ARRIVED' AND e.struck_at IS NULL))
    FROM meeting m JOIN region r ON r.id = m.region_id
    JOIN meeting_answer a ON a.region_id = m.region_id AND a.meeting_id = m.id AND a.is_counted
      AND (a.ended_at IS NULL OR a.ended_at > m.begun_at)
    WHERE m.kind IN ('REGULAR', 'EXTRAORDINARY') AND m.state IN ('IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED')
    GROUP BY m.region_id, a.unit_id, m.network_id, 5`,
  ),
  `ALTER TABLE attendance_month ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE attendance_month FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, UPDATE (called, attended) ON attendance_month TO lianjian_app`,
  `CREATE POLICY attendance_month_select ON attendance_month FOR SELECT TO lianjian_app
    USING (${HERE} AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())
      OR (app.role() = 'STEWARD' AND network_id = ANY (app.reading_network_ids()))))`,
  `CREATE POLICY attendance_month_insert ON attendance_month FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
  `CREATE POLICY attendance_month_update ON attendance_month FOR UPDATE TO lianjian_app
    USING (${CONVENED}) WITH CHECK (${CONVENED})`,
];

// What is counted by when it was taken or ended is found without the rest of its network.
const INDEXES = [
  `CREATE INDEX need_by_taking ON need (region_id, network_id, taken_at) WHERE taken_at IS NOT NULL`,
  `CREATE INDEX need_by_end ON need (region_id, network_id, ended_at) WHERE ended_at IS NOT NULL`,
  `CREATE INDEX project_by_end ON project (region_id, network_id, ended_at) WHERE ended_at IS NOT NULL`,
  `CREATE INDEX claim_by_acceptance ON claim (region_id, network_id, accepted_at) WHERE accepted_at IS NOT NULL`,
];

const DOWN = [
  ...['claim_by_acceptance', 'project_by_end', 'need_by_end', 'need_by_taking'].map(
    (name) => `DROP INDEX ${name}`,
  ),
  `DROP TABLE attendance_month`,
  `ALTER TABLE lending_month DROP COLUMN answer_minutes`,
];

/** Sums that figures are made of, which hold no booking and name nobody who came. */
export class SumUpFigures1795305699000 implements MigrationInterface {
  name = 'SumUpFigures1795305699000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ANSWER_MINUTES, ...ATTENDANCE, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
