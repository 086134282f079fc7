import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Empty unless the role is ON_BEHALF, which every other way of entering takes away again. */
const SETTINGS: readonly [name: string, type: string, meaning: string][] = [
  ['on_behalf_unit_id', 'uuid', 'the unit for which a committee records what it has said'],
  ['on_behalf_unit_code', 'text', 'the code of that unit'],
  ['on_behalf_network_ids', 'uuid[]', 'networks of that unit which the acting committee convenes'],
];

const MINE = `region_id = app.region_id() AND network_id = ANY (app.on_behalf_network_ids())`;
const EITHER_SIDE = `(requester_unit_id = app.on_behalf_unit_id() OR owner_unit_id = app.on_behalf_unit_id())`;

const UP = [
  ...SETTINGS.flatMap(([name, type, meaning]) => [
    `CREATE FUNCTION app.${name}() RETURNS ${type} LANGUAGE sql STABLE PARALLEL SAFE
      RETURN CASE WHEN current_setting('app.role', true) = 'ON_BEHALF'
        THEN nullif(current_setting('app.${name}', true), '')::${type} END`,
    `COMMENT ON FUNCTION app.${name}() IS '${meaning}'`,
    `REVOKE ALL ON FUNCTION app.${name}() FROM PUBLIC`,
    `GRANT EXECUTE ON FUNCTION app.${name}() TO lianjian_app`,
  ]),

  // Neither unit_id nor convened_network_ids is set, so that every policy that does not name acts on behalf is closed.
  `CREATE FUNCTION app.enter_on_behalf(p_region uuid, p_post uuid, p_session uuid, p_now timestamptz, p_unit uuid)
    RETURNS TABLE (person_id uuid, unit_id uuid, role text, member_network_ids uuid[], standing text)
    LANGUAGE plpgsql AS $$
    #variable_conflict use_column
    DECLARE
      entered record;
      code text;
      members uuid[];
      guests uuid[];
      invited uuid[];
      suspended boolean;
    BEGIN
      SELECT e.* INTO entered FROM app.enter(p_region, p_post, p_session, p_now) e;
      IF NOT FOUND THEN
        RETURN;
      END IF;
      SELECT u.code INTO code FROM unit u WHERE u.region_id = p_region AND u.id = p_unit;
      SELECT coalesce(array_agg(m.network_id) FILTER (WHERE m.state = 'ACTIVE' AND m.role = 'PARTNER'), '{}'),
             coalesce(array_agg(m.network_id) FILTER (WHERE m.state = 'ACTIVE' AND m.role = 'GUEST'), '{}'),
             coalesce(array_agg(m.network_id) FILTER (WHERE m.state = 'INVITED'), '{}'),
             coalesce(bool_or(m.state = 'SUSPENDED'), false)
        INTO members, guests, invited, suspended
        FROM membership m
        WHERE m.region_id = p_region AND m.unit_code = code AND m.role <> 'CONVENER'
          AND m.network_id = ANY (entered.convened_network_ids);
      PERFORM app.clear();
      IF cardinality(members || guests || invited) = 0 THEN
        RETURN QUERY SELECT entered.person_id, entered.unit_id, entered.role, '{}'::uuid[],
          CASE WHEN suspended THEN 'SUSPENDED' ELSE 'NONE' END;
        RETURN;
      END IF;
      PERFORM app.set_local('region_id', p_region::text);
      PERFORM app.set_local('post_id', p_post::text);
      PERFORM app.set_local('role', 'ON_BEHALF');
      PERFORM app.set_local('on_behalf_unit_id', p_unit::text);
      PERFORM app.set_local('on_behalf_unit_code', code);
      PERFORM app.set_local('on_behalf_network_ids', (members || guests || invited)::text);
      PERFORM app.set_local('member_network_ids', members::text);
      PERFORM app.set_local('reading_network_ids', members::text);
      PERFORM app.set_local('known_network_ids', (members || guests)::text);
      PERFORM app.set_local('invited_network_ids', invited::text);
      RETURN QUERY SELECT entered.person_id, entered.unit_id, entered.role, members, 'MEMBER';
    END $$`,
  `COMMENT ON FUNCTION app.enter_on_behalf(uuid, uuid, uuid, timestamptz, uuid) IS
    'Sets the context in which a committee records what a unit of its networks has said: what that unit may do there, as far as a policy says so'`,
  `REVOKE ALL ON FUNCTION app.enter_on_behalf(uuid, uuid, uuid, timestamptz, uuid) FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION app.enter_on_behalf(uuid, uuid, uuid, timestamptz, uuid) TO lianjian_app`,

  `CREATE POLICY unit_on_behalf ON unit FOR SELECT TO lianjian_app
    USING (region_id = app.region_id() AND id = app.on_behalf_unit_id())`,

  `CREATE POLICY membership_on_behalf ON membership FOR SELECT TO lianjian_app
    USING (${MINE} AND unit_code = app.on_behalf_unit_code())`,
  `CREATE POLICY membership_accept_on_behalf ON membership FOR UPDATE TO lianjian_app
    USING (${MINE} AND unit_code = app.on_behalf_unit_code())
    WITH CHECK (${MINE} AND unit_id = app.on_behalf_unit_id() AND role <> 'CONVENER' AND state = 'ACTIVE')`,

  `CREATE POLICY booking_on_behalf ON booking FOR SELECT TO lianjian_app
    USING (${MINE} AND ${EITHER_SIDE})`,
  `CREATE POLICY booking_insert_on_behalf ON booking FOR INSERT TO lianjian_app
    WITH CHECK (${MINE} AND network_id = ANY (app.member_network_ids())
      AND requester_unit_id = app.on_behalf_unit_id() AND state = 'REQUESTED')`,
  `CREATE POLICY booking_update_on_behalf ON booking FOR UPDATE TO lianjian_app
    USING (${MINE} AND ${EITHER_SIDE})
    WITH CHECK (${MINE} AND (owner_unit_id = app.on_behalf_unit_id()
      OR (requester_unit_id = app.on_behalf_unit_id() AND state IN ('WITHDRAWN', 'CANCELLED'))))`,
  `CREATE POLICY booking_contact_insert_on_behalf ON booking_contact FOR INSERT TO lianjian_app
    WITH CHECK (${MINE} AND unit_id = app.on_behalf_unit_id())`,

  `CREATE POLICY audit_line_write_on_behalf ON audit_line FOR INSERT TO lianjian_app
    WITH CHECK (region_id = app.region_id() AND post_id = app.post_id() AND (
      (manner = 'ON_BEHALF' AND unit_id = app.on_behalf_unit_id())
      OR (manner = 'BY_RULE' AND app.on_behalf_unit_id() IS NOT NULL)))`,
];

const DOWN = [
  `DROP POLICY audit_line_write_on_behalf ON audit_line`,
  `DROP POLICY booking_contact_insert_on_behalf ON booking_contact`,
  `DROP POLICY booking_update_on_behalf ON booking`,
  `DROP POLICY booking_insert_on_behalf ON booking`,
  `DROP POLICY booking_on_behalf ON booking`,
  `DROP POLICY membership_accept_on_behalf ON membership`,
  `DROP POLICY membership_on_behalf ON membership`,
  `DROP POLICY unit_on_behalf ON unit`,
  `DROP FUNCTION app.enter_on_behalf(uuid, uuid, uuid, timestamptz, uuid)`,
  ...SETTINGS.map(([name]) => `DROP FUNCTION app.${name}()`),
];

export class AllowRecordingOnBehalf1795305616000 implements MigrationInterface {
  name = 'AllowRecordingOnBehalf1795305616000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
