import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `region_id = app.region_id() AND unit_id = app.unit_id() AND network_id = ANY (app.convened_network_ids())`;
const KEPT = `${OWN} AND app.role() IN ('SECRETARY', 'SYSTEM')`;

const TABLES = ['webhook', 'webhook_delivery'];

const alter = (table: string, rule: string) =>
  `ALTER POLICY ${table}_own ON ${table} USING (${rule}) WITH CHECK (${rule})`;
const say = (text: string) => `COMMENT ON COLUMN webhook.secret IS '${text}'`;

export class KeepWebhooksToSecretaries1795305705500 implements MigrationInterface {
  name = 'KeepWebhooksToSecretaries1795305705500';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(alter(table, KEPT));
    await runner.query(
      say(
        'With which each delivery is signed; shown once. No officer reads the row, only a secretary of the committee and the platform',
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(alter(table, OWN));
    await runner.query(say('With which each delivery is signed; shown once, and read by the worker alone'));
  }
}
