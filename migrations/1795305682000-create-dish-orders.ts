import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const OWN = `${REGION} AND unit_id = app.unit_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
const KNOWN = `network_id = ANY (app.known_network_ids())`;
const MEMBERS = `network_id = ANY (app.member_network_ids())`;
const ON_BEHALF = `${REGION} AND network_id = ANY (app.on_behalf_network_ids())`;

/** Whoever ordered it, the committee, the unit that is asked by name or serves it; all units while it stands open, and once it was taken from there. */
const SEEN = `${REGION} AND (unit_id = app.unit_id()
  OR network_id = ANY (app.convened_network_ids())
  OR (put_to_unit_id = app.unit_id() AND ${KNOWN})
  OR (opened_at IS NOT NULL AND app.unit_id() IS NOT NULL AND ${MEMBERS}))`;

const KINDS = `('SERVICE', 'CULTURE_AND_SPORT', 'LECTURE', 'COURSE', 'TOPICAL_SURVEY', 'SERVICE_DAY', 'TRAINING', 'CARE_VISIT', 'JOINT_DAY')`;

function wall(table: string): string[] {
  return [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`];
}

const ORDER = [
  `CREATE TABLE dish_order (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    put_to_unit_id uuid,
    server_unit_id uuid,
    state text NOT NULL,
    round integer NOT NULL DEFAULT 1,
    title text NOT NULL,
    what text,
    kind text,
    segments text[] NOT NULL,
    heads integer,
    from_day date NOT NULL,
    to_day date NOT NULL,
    place text,
    way text,
    answer_by timestamptz,
    placed_at timestamptz NOT NULL,
    dispatched_at timestamptz,
    opened_at timestamptz,
    accepted_at timestamptz,
    served_at timestamptz,
    served text,
    ended_at timestamptz,
    reason text,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT dish_order_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_order_network_key UNIQUE (region_id, id, network_id),
    CONSTRAINT dish_order_unit_key UNIQUE (region_id, id, unit_id),
    CONSTRAINT dish_order_state_check CHECK (
      state IN ('PLACED', 'DISPATCHED', 'ACCEPTED', 'SERVED', 'CLOSED', 'REFUSED', 'WITHDRAWN')),
    CONSTRAINT dish_order_round_check CHECK (round > 0),
    CONSTRAINT dish_order_kind_check CHECK (kind IN ${KINDS}),
    CONSTRAINT dish_order_segments_check CHECK (
      segments <> '{}' AND segments <@ ARRAY['ELDERLY', 'FAMILIES', 'NEWCOMERS', 'UNEMPLOYED', 'VOLUNTEERS', 'ALL']),
    CONSTRAINT dish_order_heads_check CHECK (heads > 0),
    CONSTRAINT dish_order_days_check CHECK (to_day >= from_day),
    CONSTRAINT dish_order_way_check CHECK (way IN ('NAMED', 'OPEN')),
    CONSTRAINT dish_order_dispatched_check CHECK (
      CASE WHEN state IN ('DISPATCHED', 'ACCEPTED', 'SERVED', 'CLOSED') THEN way IS NOT NULL AND dispatched_at IS NOT NULL
           ELSE way IS NULL AND dispatched_at IS NULL AND answer_by IS NULL AND put_to_unit_id IS NULL END),
    CONSTRAINT dish_order_opened_check CHECK ((opened_at IS NOT NULL) = (way IS NOT DISTINCT FROM 'OPEN')),
    CONSTRAINT dish_order_server_check CHECK (
      (state IN ('ACCEPTED', 'SERVED', 'CLOSED')) = (server_unit_id IS NOT NULL AND accepted_at IS NOT NULL)
      AND server_unit_id <> unit_id AND (server_unit_id IS NULL OR server_unit_id = put_to_unit_id)),
    CONSTRAINT dish_order_served_check CHECK ((state IN ('SERVED', 'CLOSED')) = (served_at IS NOT NULL AND served IS NOT NULL)),
    CONSTRAINT dish_order_ended_check CHECK ((state IN ('CLOSED', 'REFUSED', 'WITHDRAWN')) = (ended_at IS NOT NULL)),
    CONSTRAINT dish_order_reason_check CHECK (state <> 'REFUSED' OR reason IS NOT NULL),
    CONSTRAINT dish_order_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT dish_order_put_to_fkey FOREIGN KEY (region_id, network_id, put_to_unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT dish_order_server_fkey FOREIGN KEY (region_id, network_id, server_unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE dish_order IS 'What a unit wishes to be held for it (点单), and what became of that'`,
  `COMMENT ON COLUMN dish_order.unit_id IS 'Who ordered it, and alone says that it was served well'`,
  `COMMENT ON COLUMN dish_order.put_to_unit_id IS 'The unit that is asked by name, or that serves it'`,
  `COMMENT ON COLUMN dish_order.server_unit_id IS 'Who has accepted it'`,
  `COMMENT ON COLUMN dish_order.round IS 'From 1; one more each time that who ordered it is not satisfied'`,
  `COMMENT ON COLUMN dish_order.from_day IS 'First of the days on which it is wished; to_day is the last'`,
  `COMMENT ON COLUMN dish_order.way IS 'NAMED: one unit is asked; OPEN: the first unit that accepts has it (抢单). Null before it is dispatched'`,
  `COMMENT ON COLUMN dish_order.answer_by IS 'Until when the committee waits for an answer; null while it does not say'`,
  `COMMENT ON COLUMN dish_order.opened_at IS 'Since when all units of the network read it; null unless it stands open or was taken from there'`,
  `COMMENT ON COLUMN dish_order.served IS 'What was done, in the words of who did it'`,
  `COMMENT ON COLUMN dish_order.reason IS 'Why it was refused, withdrawn or opened again'`,
  `CREATE INDEX dish_order_by_network ON dish_order (region_id, network_id, placed_at, id)`,
  `CREATE INDEX dish_order_by_state ON dish_order (region_id, network_id, state, placed_at, id)`,
  `CREATE INDEX dish_order_by_unit ON dish_order (region_id, unit_id, placed_at, id)`,
  `CREATE INDEX dish_order_by_put_to ON dish_order (region_id, put_to_unit_id, placed_at, id) WHERE put_to_unit_id IS NOT NULL`,
  `CREATE INDEX dish_order_by_opening ON dish_order (region_id, network_id, placed_at, id) WHERE opened_at IS NOT NULL`,
  `CREATE INDEX dish_order_by_server ON dish_order (region_id, server_unit_id, placed_at, id) WHERE server_unit_id IS NOT NULL`,
  ...wall('dish_order'),
  `GRANT SELECT, INSERT, UPDATE (put_to_unit_id, server_unit_id, state, round, title, what, kind, segments, heads, from_day, to_day, place,
    way, answer_by, dispatched_at, opened_at, accepted_at, served_at, served, ended_at, reason, updated_at, version) ON dish_order TO lianjian_app`,
  `CREATE POLICY dish_order_select ON dish_order FOR SELECT TO lianjian_app USING (${SEEN})`,
  `CREATE POLICY dish_order_insert ON dish_order FOR INSERT TO lianjian_app
    WITH CHECK (${OWN} AND ${MEMBERS} AND state = 'PLACED' AND round = 1)`,
  // Its own word opens, withdraws and closes it, and nobody else closes it.
  `CREATE POLICY dish_order_update ON dish_order FOR UPDATE TO lianjian_app
    USING (${OWN} AND state NOT IN ('CLOSED', 'REFUSED', 'WITHDRAWN'))
    WITH CHECK (${OWN} AND state IN ('PLACED', 'WITHDRAWN', 'CLOSED'))`,
  `CREATE POLICY dish_order_update_by_committee ON dish_order FOR UPDATE TO lianjian_app
    USING (${CONVENED}) WITH CHECK (${CONVENED} AND state <> 'CLOSED')`,
  `CREATE POLICY dish_order_on_behalf ON dish_order FOR SELECT TO lianjian_app
    USING (${ON_BEHALF} AND (put_to_unit_id = app.on_behalf_unit_id() OR (opened_at IS NOT NULL AND ${MEMBERS})))`,
];

const CONTACT = [
  `CREATE TABLE dish_order_contact (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    network_id uuid NOT NULL,
    reader_unit_ids uuid[] NOT NULL DEFAULT '{}',
    name text,
    phone text,
    CONSTRAINT dish_order_contact_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_order_contact_order_fkey FOREIGN KEY (region_id, id, unit_id) REFERENCES dish_order (region_id, id, unit_id)
  )`,
  `COMMENT ON TABLE dish_order_contact IS 'Whom to ring about an order; the id is the order’s'`,
  `COMMENT ON COLUMN dish_order_contact.reader_unit_ids IS 'The unit that has accepted it; besides, its own unit and the committee read it'`,
  ...wall('dish_order_contact'),
  `GRANT SELECT, INSERT, UPDATE (reader_unit_ids, name, phone) ON dish_order_contact TO lianjian_app`,
  `CREATE POLICY dish_order_contact_select ON dish_order_contact FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())
      OR (${KNOWN} AND app.unit_id() = ANY (reader_unit_ids))))`,
  `CREATE POLICY dish_order_contact_insert ON dish_order_contact FOR INSERT TO lianjian_app WITH CHECK (${OWN} AND ${MEMBERS})`,
  `CREATE POLICY dish_order_contact_update ON dish_order_contact FOR UPDATE TO lianjian_app USING (${OWN}) WITH CHECK (${OWN})`,
  `CREATE POLICY dish_order_contact_update_by_committee ON dish_order_contact FOR UPDATE TO lianjian_app
    USING (${CONVENED}) WITH CHECK (${CONVENED})`,
];

const REQUEST = [
  `CREATE TABLE dish_order_request (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    network_id uuid NOT NULL,
    order_unit_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    round integer NOT NULL,
    title text NOT NULL,
    way text NOT NULL,
    state text NOT NULL,
    asked_at timestamptz,
    answer_by timestamptz,
    answered_at timestamptz,
    accepted_at timestamptz,
    served_at timestamptz,
    served text,
    settled_at timestamptz,
    reason text,
    on_behalf boolean NOT NULL,
    updated_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT dish_order_request_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_order_request_way_check CHECK (way IN ('NAMED', 'OPEN')),
    CONSTRAINT dish_order_request_state_check CHECK (
      state IN ('ASKED', 'ACCEPTED', 'DECLINED', 'RECALLED', 'DONE', 'UNSATISFIED')),
    CONSTRAINT dish_order_request_asked_check CHECK ((way = 'NAMED') = (asked_at IS NOT NULL)),
    CONSTRAINT dish_order_request_answered_check CHECK (state IN ('ASKED', 'RECALLED') OR answered_at IS NOT NULL),
    CONSTRAINT dish_order_request_accepted_check CHECK (
      CASE WHEN state = 'ASKED' THEN accepted_at IS NULL
           WHEN state IN ('ACCEPTED', 'DONE', 'UNSATISFIED') THEN accepted_at IS NOT NULL ELSE true END),
    CONSTRAINT dish_order_request_served_check CHECK ((state IN ('DONE', 'UNSATISFIED')) = (served_at IS NOT NULL AND served IS NOT NULL)),
    CONSTRAINT dish_order_request_settled_check CHECK ((state IN ('ASKED', 'ACCEPTED')) = (settled_at IS NULL)),
    CONSTRAINT dish_order_request_reason_check CHECK (state NOT IN ('DECLINED', 'UNSATISFIED') OR reason IS NOT NULL),
    CONSTRAINT dish_order_request_unit_check CHECK (unit_id <> order_unit_id),
    CONSTRAINT dish_order_request_order_fkey FOREIGN KEY (region_id, order_id, network_id)
      REFERENCES dish_order (region_id, id, network_id),
    CONSTRAINT dish_order_request_owner_fkey FOREIGN KEY (region_id, order_id, order_unit_id)
      REFERENCES dish_order (region_id, id, unit_id),
    CONSTRAINT dish_order_request_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE dish_order_request IS 'A unit that was asked to serve an order (派单), or took it while it stood open (抢单), and what became of that'`,
  `COMMENT ON COLUMN dish_order_request.order_unit_id IS 'Who ordered it: reads it from accepted_at on, and never who was asked in vain'`,
  `COMMENT ON COLUMN dish_order_request.title IS 'Of the order, as it was when the unit was asked: the unit keeps it'`,
  `COMMENT ON COLUMN dish_order_request.asked_at IS 'Null for what it took while it stood open'`,
  `COMMENT ON COLUMN dish_order_request.accepted_at IS 'When it said yes, also when it said no after that'`,
  `COMMENT ON COLUMN dish_order_request.served IS 'What it did, kept when the order is served anew in another round; with served_at'`,
  `COMMENT ON COLUMN dish_order_request.on_behalf IS 'The committee wrote down its answer (代办)'`,
  `CREATE UNIQUE INDEX dish_order_request_live_key ON dish_order_request (region_id, unit_id, order_id) WHERE state IN ('ASKED', 'ACCEPTED')`,
  `CREATE INDEX dish_order_request_by_order ON dish_order_request (region_id, order_id, updated_at, id)`,
  `CREATE INDEX dish_order_request_by_owner ON dish_order_request (region_id, order_unit_id, updated_at, id)`,
  `CREATE INDEX dish_order_request_by_unit ON dish_order_request (region_id, unit_id, updated_at, id)`,
  `CREATE INDEX dish_order_request_by_network ON dish_order_request (region_id, network_id, updated_at, id)`,
  ...wall('dish_order_request'),
  `GRANT SELECT, INSERT, UPDATE (state, answered_at, accepted_at, served_at, served, settled_at, reason, on_behalf, updated_at, version) ON dish_order_request TO lianjian_app`,
  `CREATE POLICY dish_order_request_select ON dish_order_request FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())
      OR (order_unit_id = app.unit_id() AND accepted_at IS NOT NULL)))`,
  `CREATE POLICY dish_order_request_insert ON dish_order_request FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
  `CREATE POLICY dish_order_request_update ON dish_order_request FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  `CREATE POLICY dish_order_request_on_behalf ON dish_order_request FOR SELECT TO lianjian_app
    USING (${ON_BEHALF} AND unit_id = app.on_behalf_unit_id())`,
];

const DISH = [
  `ALTER TABLE dish ADD COLUMN order_id uuid`,
  `ALTER TABLE dish ADD CONSTRAINT dish_order_fkey FOREIGN KEY (region_id, order_id, network_id) REFERENCES dish_order (region_id, id, network_id)`,
  `COMMENT ON COLUMN dish.order_id IS 'The order that it answers; read by whoever reads that order'`,
  `CREATE INDEX dish_by_order ON dish (region_id, order_id, starts_at, id) WHERE order_id IS NOT NULL`,
  `GRANT UPDATE (order_id) ON dish TO lianjian_app`,
];

const UP = [...ORDER, ...CONTACT, ...REQUEST, ...DISH];

const DOWN = [
  `ALTER TABLE dish DROP COLUMN order_id`,
  `DROP TABLE dish_order_request`,
  `DROP TABLE dish_order_contact`,
  `DROP TABLE dish_order`,
];

export class CreateDishOrders1795305682000 implements MigrationInterface {
  name = 'CreateDishOrders1795305682000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
