import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `network_id = ANY (app.convened_network_ids())`;
const OWN = `${REGION} AND unit_id = app.unit_id() AND network_id = ANY (app.member_network_ids())`;
const BY_ITSELF = `service_day IS NOT NULL AND ${CONVENED}`;
/** Only the committee publishes, also what was held already. */
const RECORDED = `recorded_at IS NOT NULL AND (${CONVENED} OR (state = 'PROPOSED' AND published_at IS NULL))`;
const ASKED = `${REGION} AND ${CONVENED} AND is_proposed AND state = 'ASKED'`;

const LINE = `region_id = app.region_id() AND post_id = app.post_id()`;
const WORD_OF_UNIT = `manner = 'ON_BEHALF' AND unit_id = app.on_behalf_unit_id()`;
const BY_RULE = `manner = 'BY_RULE' AND app.on_behalf_unit_id() IS NOT NULL`;
/** As of all that a committee records afterwards: it names those who took part beside the unit that telephoned, and each is told. */
const WORD_OF_OTHERS = `manner = 'ON_BEHALF' AND unit_id = ANY (unit_ids) AND committee_network_ids <> '{}'
  AND committee_network_ids <@ app.on_behalf_network_ids()`;

const UP = [
  `ALTER TABLE dish ADD COLUMN recorded_at timestamptz`,
  `COMMENT ON COLUMN dish.recorded_at IS 'When it was written down after it was held (补录); null for what was proposed ahead'`,
  `ALTER TABLE dish ADD CONSTRAINT dish_recorded_check CHECK (recorded_at IS NULL OR (ends_at <= recorded_at
    AND state NOT IN ('DRAFT', 'CANCELLED') AND (state <> 'TAKEN' OR published_at IS NOT NULL)
    AND quota IS NULL AND quota_per_unit IS NULL AND sign_up_deadline IS NULL AND NOT allows_passing AND order_id IS NULL))`,
  `ALTER POLICY dish_insert ON dish WITH CHECK (${OWN} AND (state = 'DRAFT' OR (${BY_ITSELF}) OR (${RECORDED})))`,
  `ALTER POLICY dish_host_insert ON dish_host
    WITH CHECK (${REGION} AND ${CONVENED} AND is_proposed AND (state = 'ASKED' OR (state = 'ACCEPTED' AND on_behalf)))`,
  `ALTER POLICY audit_line_write_on_behalf ON audit_line
    WITH CHECK (${LINE} AND ((${WORD_OF_UNIT}) OR (${BY_RULE}) OR (${WORD_OF_OTHERS})))`,
];

const DOWN = [
  `ALTER POLICY audit_line_write_on_behalf ON audit_line WITH CHECK (${LINE} AND ((${WORD_OF_UNIT}) OR (${BY_RULE})))`,
  `ALTER POLICY dish_host_insert ON dish_host WITH CHECK (${ASKED})`,
  `ALTER POLICY dish_insert ON dish WITH CHECK (${OWN} AND (state = 'DRAFT' OR (${BY_ITSELF})))`,
  `ALTER TABLE dish DROP COLUMN recorded_at`,
];

/** An activity can be written down after it was held, with the yes of those who took part. */
export class RecordDishes1795305685000 implements MigrationInterface {
  name = 'RecordDishes1795305685000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
