import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
/** As what else stands beneath a dish. */
const SEEN = `${REGION} AND (dish_unit_id = app.unit_id()
  OR (network_id = ANY (app.known_network_ids()) AND app.unit_id() = ANY (reader_unit_ids))
  OR (is_proposed AND network_id = ANY (app.convened_network_ids()))
  OR (is_published AND network_id = ANY (app.reading_network_ids())))`;
const KEPT = `${REGION} AND is_proposed AND network_id = ANY (app.convened_network_ids())`;

const UP = [
  `CREATE TABLE dish_finding (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    dish_id uuid NOT NULL,
    network_id uuid NOT NULL,
    dish_unit_id uuid NOT NULL,
    reader_unit_ids uuid[] NOT NULL DEFAULT '{}',
    is_proposed boolean NOT NULL,
    is_published boolean NOT NULL,
    unit_id uuid NOT NULL,
    text text NOT NULL,
    need_id uuid,
    found_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT dish_finding_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_finding_dish_fkey FOREIGN KEY (region_id, dish_id, network_id) REFERENCES dish (region_id, id, network_id),
    CONSTRAINT dish_finding_owner_fkey FOREIGN KEY (region_id, dish_id, dish_unit_id) REFERENCES dish (region_id, id, unit_id),
    CONSTRAINT dish_finding_need_fkey FOREIGN KEY (region_id, need_id, network_id) REFERENCES need (region_id, id, network_id),
    CONSTRAINT dish_finding_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE dish_finding IS 'What a topical survey found (调研发现), and the need that came of it'`,
  `COMMENT ON COLUMN dish_finding.dish_unit_id IS 'Whose dish it is, repeated because a row policy reads its own row only'`,
  `COMMENT ON COLUMN dish_finding.reader_unit_ids IS 'Units that were asked to take part, and the lead'`,
  `COMMENT ON COLUMN dish_finding.is_proposed IS 'Whether the committee reads it'`,
  `COMMENT ON COLUMN dish_finding.is_published IS 'Whether the network reads it'`,
  `COMMENT ON COLUMN dish_finding.unit_id IS 'Who wrote it down'`,
  `CREATE INDEX dish_finding_by_dish ON dish_finding (region_id, dish_id, found_at, id)`,
  `CREATE INDEX dish_finding_by_need ON dish_finding (region_id, need_id, found_at, id) WHERE need_id IS NOT NULL`,
  `CREATE INDEX dish_by_copied ON dish (region_id, copied_from_id, starts_at, id) WHERE copied_from_id IS NOT NULL`,
  `ALTER TABLE dish_finding ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE dish_finding FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE, UPDATE (reader_unit_ids, is_proposed, is_published, text, need_id, version) ON dish_finding
    TO lianjian_app`,
  `CREATE POLICY dish_finding_select ON dish_finding FOR SELECT TO lianjian_app USING (${SEEN})`,
  `CREATE POLICY dish_finding_insert ON dish_finding FOR INSERT TO lianjian_app WITH CHECK (${KEPT})`,
  `CREATE POLICY dish_finding_update ON dish_finding FOR UPDATE TO lianjian_app USING (${KEPT}) WITH CHECK (${KEPT})`,
  `CREATE POLICY dish_finding_delete ON dish_finding FOR DELETE TO lianjian_app USING (${KEPT})`,
];

export class CreateDishFindings1795305684000 implements MigrationInterface {
  name = 'CreateDishFindings1795305684000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX dish_by_copied`);
    await runner.query(`DROP TABLE dish_finding`);
  }
}
