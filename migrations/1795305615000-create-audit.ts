import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE audit_line (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    step integer NOT NULL,
    thing_type text NOT NULL,
    thing_id uuid NOT NULL,
    part text NOT NULL,
    act text NOT NULL,
    manner text NOT NULL,
    unit_id uuid NOT NULL,
    post_id uuid,
    post_unit_id uuid,
    person_name text,
    role text NOT NULL,
    changes jsonb NOT NULL,
    unit_ids uuid[] NOT NULL,
    unit_code text,
    network_ids uuid[] NOT NULL,
    committee_network_ids uuid[] NOT NULL,
    person_ids uuid[] NOT NULL,
    CONSTRAINT audit_line_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT audit_line_manner_check CHECK (manner IN ('OWN', 'ON_BEHALF', 'BY_RULE')),
    CONSTRAINT audit_line_author_check CHECK ((role = 'SYSTEM') = (post_id IS NULL))
  )`,
  `COMMENT ON TABLE audit_line IS 'Who did what, through which post, for which unit: written once, in the transaction of the act. No foreign keys: history stands by itself'`,
  `COMMENT ON COLUMN audit_line.step IS 'Its place among the lines of one act'`,
  `COMMENT ON COLUMN audit_line.unit_id IS 'The unit in whose name it was done'`,
  `COMMENT ON COLUMN audit_line.changes IS 'By column {before, after}, phones masked; secret columns are named without values'`,
  `COMMENT ON COLUMN audit_line.unit_ids IS 'Who may see the line, copied from the thing as it was then: these units, the unit of unit_code, readers in network_ids, committees of committee_network_ids, and person_ids'`,
  `CREATE INDEX audit_line_by_thing ON audit_line (region_id, thing_id, at, step, id)`,
  `CREATE INDEX audit_line_by_unit ON audit_line (region_id, unit_id, at, step, id)`,
  `CREATE INDEX audit_line_by_unit_on_behalf ON audit_line (region_id, unit_id, at, step, id) WHERE manner = 'ON_BEHALF'`,
  `ALTER TABLE audit_line ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE audit_line FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT ON audit_line TO lianjian_app`,
  // The owner too: what nobody should do is not done by a slip of the hand.
  `REVOKE UPDATE, DELETE, TRUNCATE ON audit_line FROM CURRENT_USER`,
  `CREATE POLICY audit_line_select ON audit_line FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND (
      app.unit_id() = ANY (unit_ids) OR unit_code = app.unit_code() OR network_ids && app.reading_network_ids()
      OR committee_network_ids && app.convened_network_ids() OR app.person_id() = ANY (person_ids)))`,
  `CREATE POLICY audit_line_write ON audit_line FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND post_id IS NOT DISTINCT FROM app.post_id() AND role = app.role()
      AND manner <> 'ON_BEHALF' AND (manner = 'BY_RULE' OR unit_id = app.unit_id() OR app.role() = 'REPRESENTATIVE'))`,
];

export class CreateAudit1795305615000 implements MigrationInterface {
  name = 'CreateAudit1795305615000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE audit_line`);
  }
}
