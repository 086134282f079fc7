import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGION = `region_id = app.region_id()`;

const SETTINGS = [
  `CREATE TABLE message_settings (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    mail_address text,
    mail_confirmed_at timestamptz,
    code_hash bytea,
    code_asked_at timestamptz,
    codes_since timestamptz,
    codes_asked integer NOT NULL,
    robot_kind text,
    robot_address text,
    robot_secret text,
    topics text[] NOT NULL,
    language text NOT NULL,
    quiet_from integer,
    quiet_until integer,
    CONSTRAINT message_settings_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT message_settings_post_fkey FOREIGN KEY (region_id, id) REFERENCES post (region_id, id),
    CONSTRAINT message_settings_mail_check CHECK (mail_address IS NOT NULL OR mail_confirmed_at IS NULL),
    CONSTRAINT message_settings_robot_check CHECK (
      (robot_kind IS NULL AND robot_address IS NULL AND robot_secret IS NULL)
      OR (robot_kind IN ('WECOM', 'DINGTALK', 'FEISHU') AND robot_address IS NOT NULL)),
    CONSTRAINT message_settings_topics_check CHECK (topics <@ ARRAY['WAITING', 'DUE', 'CHANGED']),
    CONSTRAINT message_settings_language_check CHECK (language IN ('en', 'zh')),
    CONSTRAINT message_settings_quiet_check CHECK (
      (quiet_from IS NULL AND quiet_until IS NULL)
      OR (quiet_from BETWEEN 0 AND 1439 AND quiet_until BETWEEN 0 AND 1439 AND quiet_from <> quiet_until))
  )`,
  `COMMENT ON TABLE message_settings IS 'How a post wants to be told of things, by its own wish; its id is that of the post. Nobody else reads it'`,
  `COMMENT ON COLUMN message_settings.mail_confirmed_at IS 'Until then nothing is mailed to the address but its code'`,
  `COMMENT ON COLUMN message_settings.code_hash IS 'SHA-256 of the code last mailed to the address; the code itself is nowhere'`,
  `COMMENT ON COLUMN message_settings.codes_asked IS 'Since codes_since: no address is filled with codes'`,
  `COMMENT ON COLUMN message_settings.robot_address IS 'Whoever has it may write into that group chat'`,
  `COMMENT ON COLUMN message_settings.quiet_from IS 'Minute of the day in the zone of the region; null for no quiet hours'`,
  `ALTER TABLE message_settings ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE message_settings FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, UPDATE (mail_address, mail_confirmed_at, code_hash, code_asked_at, codes_since,
    codes_asked, robot_kind, robot_address, robot_secret, topics, language, quiet_from, quiet_until)
    ON message_settings TO lianjian_app`,
  `CREATE POLICY message_settings_own ON message_settings FOR ALL TO lianjian_app
    USING (${REGION} AND id = app.post_id()) WITH CHECK (${REGION} AND id = app.post_id())`,
];

const WATCH = [
  `CREATE TABLE message_watch (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    unit_id uuid NOT NULL,
    unit_code text,
    person_id uuid NOT NULL,
    network_ids uuid[] NOT NULL,
    look_at timestamptz NOT NULL,
    position bigint NOT NULL,
    told text[] NOT NULL,
    reminded text[] NOT NULL,
    CONSTRAINT message_watch_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT message_watch_post_fkey FOREIGN KEY (region_id, id, person_id) REFERENCES post (region_id, id, person_id)
  )`,
  `COMMENT ON TABLE message_watch IS 'What is remembered for a post that is told of things: how far it has heard, and when to look for it next. Its id is that of the post'`,
  `COMMENT ON COLUMN message_watch.network_ids IS 'Whose changes it may hear of, as they were at the last look; what it is told is read with its rights'`,
  `COMMENT ON COLUMN message_watch.position IS 'Of the last change that was looked at'`,
  `COMMENT ON COLUMN message_watch.told IS 'What waits for it and needs no further word'`,
  `COMMENT ON COLUMN message_watch.reminded IS 'Terms of which it was reminded'`,
  `ALTER TABLE message_watch ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE message_watch FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE, UPDATE (unit_code, network_ids, look_at, position, told, reminded) ON message_watch TO lianjian_app`,
  `CREATE POLICY message_watch_own ON message_watch FOR ALL TO lianjian_app
    USING (${REGION} AND id = app.post_id()) WITH CHECK (${REGION} AND id = app.post_id())`,
  `GRANT SELECT (region_id, id, unit_id, unit_code, person_id, network_ids, look_at, position), UPDATE (look_at)
    ON message_watch TO lianjian_relay`,
  `CREATE POLICY message_watch_relay ON message_watch FOR SELECT TO lianjian_relay USING (${REGION})`,
  `CREATE POLICY message_watch_wake ON message_watch FOR UPDATE TO lianjian_relay USING (${REGION}) WITH CHECK (${REGION})`,
];

const MESSAGE = [
  `CREATE TABLE message (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    post_id uuid NOT NULL,
    channel text NOT NULL,
    is_test boolean NOT NULL,
    text text NOT NULL,
    state text NOT NULL,
    failure text,
    attempts integer NOT NULL,
    written_at timestamptz NOT NULL,
    sent_at timestamptz,
    CONSTRAINT message_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT message_post_fkey FOREIGN KEY (region_id, post_id) REFERENCES post (region_id, id),
    CONSTRAINT message_channel_check CHECK (channel IN ('MAIL', 'ROBOT')),
    CONSTRAINT message_state_check CHECK (state IN ('WAITING', 'SENT', 'FAILED', 'DROPPED')),
    CONSTRAINT message_failure_check CHECK (failure IN ('REFUSED', 'UNREACHABLE', 'TOO_OLD')),
    CONSTRAINT message_sent_check CHECK ((state = 'SENT') = (sent_at IS NOT NULL))
  )`,
  `COMMENT ON TABLE message IS 'What a post is sent, written in the transaction that decides it, and kept for some weeks. Its id goes out with it, so that a second delivery can be told'`,
  `CREATE INDEX message_by_post ON message (region_id, post_id, written_at, id)`,
  `ALTER TABLE message ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE message FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, DELETE, UPDATE (state, failure, attempts, sent_at) ON message TO lianjian_app`,
  `CREATE POLICY message_own ON message FOR ALL TO lianjian_app
    USING (${REGION} AND post_id = app.post_id()) WITH CHECK (${REGION} AND post_id = app.post_id())`,
];

const WAKE = 'app.wake_message_watches(bigint, timestamptz, timestamptz)';

/** Who is woken too often finds nothing: what a post is told is read with its own rights. */
const ROUTING = [
  `CREATE FUNCTION app.wake_message_watches(p_after bigint, p_look_at timestamptz, p_stale timestamptz)
    RETURNS TABLE (post_id uuid, unit_id uuid)
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
    BEGIN ATOMIC
      UPDATE message_watch w SET look_at = p_look_at
        WHERE w.region_id = app.region_id() AND (w.look_at > p_look_at OR w.look_at < p_stale)
          AND (w.look_at < p_stale OR EXISTS (SELECT FROM change_event e
            WHERE e.region_id = app.region_id() AND e.position > greatest(w.position, p_after)
              AND (w.unit_id = ANY (e.unit_ids) OR w.unit_code = e.unit_code OR e.network_ids && w.network_ids
                OR e.committee_network_ids && w.network_ids OR w.person_id = ANY (e.person_ids))))
        RETURNING w.id, w.unit_id;
    END`,
  `COMMENT ON FUNCTION ${WAKE} IS
    'In the region entered: has the posts looked at that may hear of changes after a place, and those whose look was missed; gives their ids and units'`,
  `GRANT CREATE ON SCHEMA app TO lianjian_relay`,
  `ALTER FUNCTION ${WAKE} OWNER TO lianjian_relay`,
  `REVOKE CREATE ON SCHEMA app FROM lianjian_relay`,
  `REVOKE ALL ON FUNCTION ${WAKE} FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION ${WAKE} TO lianjian_app`,
];

const DOWN = [
  `DROP FUNCTION ${WAKE}`,
  `DROP TABLE message`,
  `DROP TABLE message_watch`,
  `DROP TABLE message_settings`,
];

export class CreateMessages1795305703000 implements MigrationInterface {
  name = 'CreateMessages1795305703000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...SETTINGS, ...WATCH, ...MESSAGE, ...ROUTING]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
