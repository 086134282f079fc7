import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;
const CONVENED = `${REGION} AND network_id = ANY (app.convened_network_ids())`;
const KNOWN = `network_id = ANY (app.known_network_ids())`;
const READING = `network_id = ANY (app.reading_network_ids())`;
const OWN = `${REGION} AND unit_id = app.unit_id()`;
const OWN_MEMBER = `${OWN} AND network_id = ANY (app.member_network_ids())`;
const OWN_ON_BEHALF = `${REGION} AND network_id = ANY (app.on_behalf_network_ids()) AND unit_id = app.on_behalf_unit_id()`;
const WORD_ON_BEHALF = `${OWN_ON_BEHALF} AND on_behalf`;

const PLACES_SEEN = `${REGION} AND (dish_unit_id = app.unit_id()
  OR (${KNOWN} AND app.unit_id() = ANY (reader_unit_ids))
  OR (is_proposed AND network_id = ANY (app.convened_network_ids()))
  OR (is_published AND ${READING}))`;

function wall(table: string): string[] {
  return [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`, `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`];
}

const UP = [
  `CREATE TABLE sign_up (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    dish_id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    lead_unit_id uuid NOT NULL,
    heads integer NOT NULL,
    state text NOT NULL,
    line_number integer NOT NULL,
    on_behalf boolean NOT NULL,
    signed_at timestamptz NOT NULL,
    promoted_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    version integer NOT NULL,
    CONSTRAINT sign_up_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT sign_up_unit_key UNIQUE (region_id, id, unit_id),
    CONSTRAINT sign_up_state_check CHECK (state IN ('CONFIRMED', 'WAITING', 'CANCELLED')),
    CONSTRAINT sign_up_heads_check CHECK (heads > 0),
    CONSTRAINT sign_up_line_check CHECK (line_number > 0),
    CONSTRAINT sign_up_promoted_check CHECK (state <> 'WAITING' OR promoted_at IS NULL),
    CONSTRAINT sign_up_ended_check CHECK ((state = 'CANCELLED') = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (end_reason IS NULL)),
    CONSTRAINT sign_up_end_check CHECK (end_reason IN ('BY_UNIT', 'DISH_CANCELLED', 'MEMBERSHIP_ENDED')),
    CONSTRAINT sign_up_dish_fkey FOREIGN KEY (region_id, dish_id, network_id) REFERENCES dish (region_id, id, network_id),
    CONSTRAINT sign_up_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT sign_up_lead_fkey FOREIGN KEY (region_id, network_id, lead_unit_id)
      REFERENCES membership (region_id, network_id, unit_id)
  )`,
  `COMMENT ON TABLE sign_up IS 'People whom a unit brings to a dish (报名); others than it, the lead and the committee read counts alone'`,
  `COMMENT ON COLUMN sign_up.lead_unit_id IS 'Who holds the dish now, repeated because a row policy reads its own row only'`,
  `COMMENT ON COLUMN sign_up.heads IS 'Persons'`,
  `COMMENT ON COLUMN sign_up.line_number IS 'Its place in the line of the dish, given one after another; the lowest that waits is let in first'`,
  `COMMENT ON COLUMN sign_up.on_behalf IS 'The committee wrote down what the unit said last (代办)'`,
  `COMMENT ON COLUMN sign_up.promoted_at IS 'When it was let in from the waiting list'`,
  `CREATE UNIQUE INDEX sign_up_live_key ON sign_up (region_id, unit_id, dish_id) WHERE state IN ('CONFIRMED', 'WAITING')`,
  `CREATE INDEX sign_up_by_dish ON sign_up (region_id, dish_id, line_number, id)`,
  `CREATE INDEX sign_up_by_dish_time ON sign_up (region_id, dish_id, signed_at, id)`,
  `CREATE INDEX sign_up_by_unit ON sign_up (region_id, unit_id, signed_at, id)`,
  `CREATE INDEX sign_up_by_lead ON sign_up (region_id, lead_unit_id, signed_at, id)`,
  `CREATE INDEX sign_up_by_network ON sign_up (region_id, network_id, signed_at, id)`,
  `CREATE INDEX sign_up_by_state ON sign_up (region_id, network_id, state, signed_at, id)`,
  ...wall('sign_up'),
  `GRANT SELECT, INSERT, UPDATE (lead_unit_id, heads, state, line_number, on_behalf, promoted_at, ended_at, end_reason, version)
    ON sign_up TO lianjian_app`,
  `CREATE POLICY sign_up_select ON sign_up FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())
      OR (lead_unit_id = app.unit_id() AND ${KNOWN})))`,
  `CREATE POLICY sign_up_insert ON sign_up FOR INSERT TO lianjian_app WITH CHECK (${OWN_MEMBER} AND state <> 'CANCELLED')`,
  `CREATE POLICY sign_up_update ON sign_up FOR UPDATE TO lianjian_app USING (${OWN_MEMBER}) WITH CHECK (${OWN_MEMBER})`,
  `CREATE POLICY sign_up_update_by_committee ON sign_up FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,
  `CREATE POLICY sign_up_on_behalf ON sign_up FOR SELECT TO lianjian_app USING (${OWN_ON_BEHALF})`,
  `CREATE POLICY sign_up_insert_on_behalf ON sign_up FOR INSERT TO lianjian_app
    WITH CHECK (${WORD_ON_BEHALF} AND state <> 'CANCELLED')`,
  `CREATE POLICY sign_up_update_on_behalf ON sign_up FOR UPDATE TO lianjian_app
    USING (${OWN_ON_BEHALF}) WITH CHECK (${WORD_ON_BEHALF})`,

  `CREATE TABLE dish_places (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    dish_id uuid NOT NULL,
    network_id uuid NOT NULL,
    dish_unit_id uuid NOT NULL,
    reader_unit_ids uuid[] NOT NULL DEFAULT '{}',
    is_proposed boolean NOT NULL,
    is_published boolean NOT NULL,
    quota integer,
    confirmed_heads integer NOT NULL,
    confirmed_groups integer NOT NULL,
    waiting_heads integer NOT NULL,
    waiting_groups integer NOT NULL,
    last_line_number integer NOT NULL,
    CONSTRAINT dish_places_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT dish_places_key UNIQUE (region_id, dish_id),
    CONSTRAINT dish_places_quota_check CHECK (confirmed_heads <= quota),
    CONSTRAINT dish_places_counts_check CHECK (confirmed_groups >= 0 AND waiting_groups >= 0
      AND confirmed_heads >= confirmed_groups AND waiting_heads >= waiting_groups AND last_line_number >= confirmed_groups + waiting_groups),
    CONSTRAINT dish_places_dish_fkey FOREIGN KEY (region_id, dish_id, network_id) REFERENCES dish (region_id, id, network_id),
    CONSTRAINT dish_places_owner_fkey FOREIGN KEY (region_id, dish_id, dish_unit_id) REFERENCES dish (region_id, id, unit_id)
  )`,
  `COMMENT ON TABLE dish_places IS 'How full a published dish is: what all read of its sign-ups. Never more are confirmed than the quota'`,
  `COMMENT ON COLUMN dish_places.dish_unit_id IS 'Whose dish it is, repeated because a row policy reads its own row only'`,
  `COMMENT ON COLUMN dish_places.reader_unit_ids IS 'Units that were asked to take part, and the lead'`,
  `COMMENT ON COLUMN dish_places.is_proposed IS 'Whether the committee reads it'`,
  `COMMENT ON COLUMN dish_places.is_published IS 'Whether the network reads it'`,
  `COMMENT ON COLUMN dish_places.quota IS 'As the dish has it; null without a limit'`,
  `COMMENT ON COLUMN dish_places.last_line_number IS 'The number in line that was given last'`,
  ...wall('dish_places'),
  `GRANT SELECT, INSERT, UPDATE (reader_unit_ids, is_proposed, is_published, quota, confirmed_heads, confirmed_groups, waiting_heads,
    waiting_groups, last_line_number) ON dish_places TO lianjian_app`,
  `CREATE POLICY dish_places_select ON dish_places FOR SELECT TO lianjian_app USING (${PLACES_SEEN})`,
  `CREATE POLICY dish_places_insert ON dish_places FOR INSERT TO lianjian_app WITH CHECK (${CONVENED} AND is_published)`,
  `CREATE POLICY dish_places_update ON dish_places FOR UPDATE TO lianjian_app USING (${CONVENED}) WITH CHECK (${CONVENED})`,

  `CREATE TABLE menu_notice (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    told_at timestamptz NOT NULL,
    dish_id uuid,
    title text,
    sign_up_id uuid,
    date_ids uuid[] NOT NULL DEFAULT '{}',
    dish_version integer,
    menu_version_id uuid,
    changes jsonb NOT NULL,
    CONSTRAINT menu_notice_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT menu_notice_kind_check CHECK (kind IN ('PROMOTED', 'SIGN_UP_ENDED', 'DATES_CANCELLED', 'DATES_RESTORED', 'MENU_CHANGED')),
    CONSTRAINT menu_notice_about_check CHECK (
      CASE kind WHEN 'MENU_CHANGED' THEN menu_version_id IS NOT NULL AND sign_up_id IS NULL AND dish_id IS NULL AND title IS NULL
                ELSE menu_version_id IS NULL AND sign_up_id IS NOT NULL AND dish_id IS NOT NULL AND title IS NOT NULL END),
    CONSTRAINT menu_notice_dates_check CHECK ((kind IN ('DATES_CANCELLED', 'DATES_RESTORED')) = (dish_version IS NOT NULL)
      AND (kind IN ('DATES_CANCELLED', 'DATES_RESTORED')) = (date_ids <> '{}')),
    CONSTRAINT menu_notice_changes_check CHECK ((kind = 'MENU_CHANGED') = (jsonb_array_length(changes) > 0)),
    CONSTRAINT menu_notice_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT menu_notice_dish_fkey FOREIGN KEY (region_id, dish_id, network_id) REFERENCES dish (region_id, id, network_id),
    CONSTRAINT menu_notice_sign_up_fkey FOREIGN KEY (region_id, sign_up_id, unit_id) REFERENCES sign_up (region_id, id, unit_id),
    CONSTRAINT menu_notice_version_fkey FOREIGN KEY (region_id, menu_version_id) REFERENCES menu_version (region_id, id)
  )`,
  `COMMENT ON TABLE menu_notice IS 'What a unit is told of what it has signed up for; once, and never changed'`,
  `COMMENT ON COLUMN menu_notice.unit_id IS 'Who is told'`,
  `COMMENT ON COLUMN menu_notice.title IS 'Of the dish, as it was told: a unit that has left no longer reads it'`,
  `COMMENT ON COLUMN menu_notice.date_ids IS 'Dates of the dish that will not be held, or will be after all'`,
  `COMMENT ON COLUMN menu_notice.dish_version IS 'The version of the dish that dropped them or put them back'`,
  `COMMENT ON COLUMN menu_notice.changes IS 'What of its dishes that version of the menu changed'`,
  `CREATE UNIQUE INDEX menu_notice_sign_up_key ON menu_notice (region_id, unit_id, sign_up_id, kind)
    WHERE kind IN ('PROMOTED', 'SIGN_UP_ENDED')`,
  `CREATE UNIQUE INDEX menu_notice_dates_key ON menu_notice (region_id, unit_id, sign_up_id, dish_version, kind)
    WHERE kind IN ('DATES_CANCELLED', 'DATES_RESTORED')`,
  `CREATE UNIQUE INDEX menu_notice_version_key ON menu_notice (region_id, unit_id, menu_version_id) WHERE kind = 'MENU_CHANGED'`,
  `CREATE INDEX menu_notice_by_unit ON menu_notice (region_id, unit_id, told_at, id)`,
  `CREATE INDEX menu_notice_by_network ON menu_notice (region_id, network_id, told_at, id)`,
  ...wall('menu_notice'),
  `GRANT SELECT, INSERT ON menu_notice TO lianjian_app`,
  `CREATE POLICY menu_notice_select ON menu_notice FOR SELECT TO lianjian_app
    USING (${REGION} AND (unit_id = app.unit_id() OR network_id = ANY (app.convened_network_ids())))`,
  `CREATE POLICY menu_notice_insert ON menu_notice FOR INSERT TO lianjian_app WITH CHECK (${CONVENED})`,
];

const DOWN = [`DROP TABLE menu_notice`, `DROP TABLE dish_places`, `DROP TABLE sign_up`];

export class CreateSignUps1795305681000 implements MigrationInterface {
  name = 'CreateSignUps1795305681000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
