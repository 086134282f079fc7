import type { MigrationInterface, QueryRunner } from 'typeorm';

// network_ids of a post are those in which its unit takes part: who gives it, convenes them all.
const GIVEN = `network_ids && app.convened_network_ids() AND network_ids <@ app.convened_network_ids()`;
const REACHED = `network_ids && app.convened_network_ids()`;

const appoint = (reach: string): string => `ALTER POLICY post_appoint ON post
  WITH CHECK (region_id = app.region_id() AND app.role() = 'SECRETARY' AND role <> 'STEWARD'
    AND (unit_id = app.unit_id() OR (${reach})))`;

const update = (reach: string): string => {
  const mine = `region_id = app.region_id() AND (unit_id = app.unit_id() OR (role IN ('LIAISON', 'DEPUTY') AND ${reach}))`;
  return `ALTER POLICY post_update ON post USING (${mine}) WITH CHECK (${mine})`;
};

export class KeepPostsOfSharedUnits1795305633000 implements MigrationInterface {
  name = 'KeepPostsOfSharedUnits1795305633000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(appoint(GIVEN));
    await runner.query(update(GIVEN));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(appoint(REACHED));
    await runner.query(update(REACHED));
  }
}
