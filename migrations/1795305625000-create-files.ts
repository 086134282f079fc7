import type { MigrationInterface, QueryRunner } from 'typeorm';

const VISIBLE = `region_id = app.region_id() AND (unit_id = app.unit_id() OR app.unit_id() = ANY (unit_ids)
      OR network_ids && app.reading_network_ids() OR committee_network_ids && app.convened_network_ids())`;

const UP = [
  `CREATE TABLE file (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    carrier_type text NOT NULL,
    carrier_id uuid NOT NULL,
    unit_ids uuid[] NOT NULL,
    network_ids uuid[] NOT NULL,
    committee_network_ids uuid[] NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    bytes integer NOT NULL,
    sha256 bytea NOT NULL,
    attached_at timestamptz NOT NULL,
    CONSTRAINT file_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT file_content_key UNIQUE (region_id, unit_id, carrier_id, sha256, name),
    CONSTRAINT file_bytes_check CHECK (bytes > 0 AND bytes <= 10485760),
    CONSTRAINT file_hash_check CHECK (length(sha256) = 32),
    CONSTRAINT file_unit_fkey FOREIGN KEY (region_id, unit_id) REFERENCES unit (region_id, id)
  )`,
  `COMMENT ON TABLE file IS 'What a unit has attached to a thing, its carrier; the bytes lie in the store of files under region, unit and id'`,
  `COMMENT ON COLUMN file.unit_id IS 'Who attached it: it alone may remove it, and its quota holds it'`,
  `COMMENT ON COLUMN file.carrier_id IS 'What it hangs on; no foreign key, because any table may carry files'`,
  `COMMENT ON COLUMN file.unit_ids IS 'Units that see the carrier as parties to it'`,
  `COMMENT ON COLUMN file.network_ids IS 'Networks in which the carrier is published'`,
  `COMMENT ON COLUMN file.committee_network_ids IS 'Networks whose committees see the carrier'`,
  `CREATE INDEX file_by_carrier ON file (region_id, carrier_id, attached_at, id)`,
  `ALTER TABLE file ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE file FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, UPDATE (unit_ids, network_ids, committee_network_ids), DELETE ON file TO lianjian_app`,
  `CREATE POLICY file_select ON file FOR SELECT TO lianjian_app USING (${VISIBLE})`,
  `CREATE POLICY file_insert ON file FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id()
      AND network_ids <@ app.member_network_ids())`,
  `CREATE POLICY file_update ON file FOR UPDATE TO lianjian_app
    USING (region_id = app.region_id() AND unit_id = app.unit_id())
    WITH CHECK (region_id = app.region_id() AND unit_id = app.unit_id()
      AND network_ids <@ app.member_network_ids())`,
  `CREATE POLICY file_delete ON file FOR DELETE TO lianjian_app
    USING (region_id = app.region_id() AND unit_id = app.unit_id())`,
];

export class CreateFiles1795305625000 implements MigrationInterface {
  name = 'CreateFiles1795305625000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE file`);
  }
}
