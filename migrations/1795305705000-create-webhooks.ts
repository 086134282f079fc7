import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `region_id = app.region_id() AND unit_id = app.unit_id() AND network_id = ANY (app.convened_network_ids())`;

const WEBHOOK = [
  `CREATE TABLE webhook (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    topics text[] NOT NULL,
    state text NOT NULL,
    secret text NOT NULL,
    former_secret text,
    former_secret_until timestamptz,
    position bigint NOT NULL,
    created_at timestamptz NOT NULL,
    last_delivered_at timestamptz,
    last_failed_at timestamptz,
    failing_since timestamptz,
    CONSTRAINT webhook_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT webhook_owner_key UNIQUE (region_id, id, unit_id, network_id),
    CONSTRAINT webhook_network_fkey FOREIGN KEY (region_id, network_id) REFERENCES network (region_id, id),
    CONSTRAINT webhook_unit_fkey FOREIGN KEY (region_id, unit_id) REFERENCES unit (region_id, id),
    CONSTRAINT webhook_state_check CHECK (state IN ('ACTIVE', 'PAUSED', 'SWITCHED_OFF')),
    CONSTRAINT webhook_former_check CHECK ((former_secret IS NULL) = (former_secret_until IS NULL))
  )`,
  `COMMENT ON TABLE webhook IS 'Where the committee of a network has another program told of what changes there; void for whoever convenes it next'`,
  `COMMENT ON COLUMN webhook.unit_id IS 'The committee that made it, with whose rights is read what it is told'`,
  `COMMENT ON COLUMN webhook.secret IS 'With which each delivery is signed; shown once, and read by the worker alone'`,
  `COMMENT ON COLUMN webhook.former_secret_until IS 'Until then deliveries are signed with the former secret too'`,
  `COMMENT ON COLUMN webhook.position IS 'Of the last change that was looked at'`,
  `COMMENT ON COLUMN webhook.failing_since IS 'Of the first attempt that failed since one was taken; null while all is well'`,
  `CREATE INDEX webhook_by_network ON webhook (region_id, network_id, created_at, id)`,
  `ALTER TABLE webhook ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE webhook FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE, UPDATE (name, url, topics, state, secret, former_secret, former_secret_until, position,
    last_delivered_at, last_failed_at, failing_since) ON webhook TO lianjian_app`,
  `CREATE POLICY webhook_own ON webhook FOR ALL TO lianjian_app USING (${OWN}) WITH CHECK (${OWN})`,
];

const DELIVERY = [
  `CREATE TABLE webhook_delivery (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    webhook_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    event text NOT NULL,
    body text NOT NULL,
    position bigint NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    next_attempt_at timestamptz,
    response_status integer,
    failure text,
    written_at timestamptz NOT NULL,
    delivered_at timestamptz,
    CONSTRAINT webhook_delivery_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT webhook_delivery_webhook_fkey FOREIGN KEY (region_id, webhook_id, unit_id, network_id)
      REFERENCES webhook (region_id, id, unit_id, network_id) ON DELETE CASCADE,
    CONSTRAINT webhook_delivery_state_check CHECK (state IN ('WAITING', 'DELIVERED', 'FAILED')),
    CONSTRAINT webhook_delivery_failure_check CHECK (failure IN ('UNREACHABLE', 'REFUSED', 'FORBIDDEN_ADDRESS')),
    CONSTRAINT webhook_delivery_next_check CHECK ((state = 'WAITING') = (next_attempt_at IS NOT NULL)),
    CONSTRAINT webhook_delivery_delivered_check CHECK ((state = 'DELIVERED') = (delivered_at IS NOT NULL))
  )`,
  `COMMENT ON TABLE webhook_delivery IS 'What a webhook is told: written with the place up to which changes were looked at, and kept for some weeks. Its id goes out with it, so that a second delivery can be told'`,
  `COMMENT ON COLUMN webhook_delivery.body IS 'The same in each attempt: ids, and no text of anybody'`,
  `COMMENT ON COLUMN webhook_delivery.position IS 'Of the change it tells of, in the order of which they go out'`,
  `COMMENT ON COLUMN webhook_delivery.next_attempt_at IS 'While it is being tried, when another worker may try it: the first was killed then'`,
  `CREATE INDEX webhook_delivery_by_unit ON webhook_delivery (region_id, unit_id, written_at, id)`,
  `CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (region_id, webhook_id, written_at, id)`,
  `CREATE INDEX webhook_delivery_by_waiting ON webhook_delivery (region_id, webhook_id, next_attempt_at, position) WHERE state = 'WAITING'`,
  `ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE webhook_delivery FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE, UPDATE (state, attempts, next_attempt_at, response_status, failure, delivered_at)
    ON webhook_delivery TO lianjian_app`,
  `CREATE POLICY webhook_delivery_own ON webhook_delivery FOR ALL TO lianjian_app USING (${OWN}) WITH CHECK (${OWN})`,
];

const DOWN = [`DROP TABLE webhook_delivery`, `DROP TABLE webhook`];

export class CreateWebhooks1795305705000 implements MigrationInterface {
  name = 'CreateWebhooks1795305705000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...WEBHOOK, ...DELIVERY]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
