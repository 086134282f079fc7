import type { MigrationInterface, QueryRunner } from 'typeorm';

const NO_INVITATIONS = { declared: '', read: '', into: '', counted: '', set: '' };

const INVITATIONS = {
  declared: `      invited uuid[];\n`,
  read: `             coalesce(array_agg(m.network_id) FILTER (WHERE m.state = 'INVITED'), '{}'),\n`,
  into: 'invited, ',
  counted: ' || invited',
  set: `      PERFORM app.set_local('invited_network_ids', invited::text);\n`,
};

/** A unit that a committee has merely invited is none of its networks: nobody there speaks for it. */
const enterOnBehalf = (invited: typeof INVITATIONS): string =>
  `CREATE OR REPLACE FUNCTION app.enter_on_behalf(p_region uuid, p_post uuid, p_session uuid, p_now timestamptz, p_unit uuid)
    RETURNS TABLE (person_id uuid, unit_id uuid, role text, member_network_ids uuid[], standing text)
    LANGUAGE plpgsql AS $$
    #variable_conflict use_column
    DECLARE
      entered record;
      code text;
      members uuid[];
      guests uuid[];
${invited.declared}      suspended boolean;
    BEGIN
      SELECT e.* INTO entered FROM app.enter(p_region, p_post, p_session, p_now) e;
      IF NOT FOUND THEN
        RETURN;
      END IF;
      SELECT u.code INTO code FROM unit u WHERE u.region_id = p_region AND u.id = p_unit;
      SELECT coalesce(array_agg(m.network_id) FILTER (WHERE m.state = 'ACTIVE' AND m.role = 'PARTNER'), '{}'),
             coalesce(array_agg(m.network_id) FILTER (WHERE m.state = 'ACTIVE' AND m.role = 'GUEST'), '{}'),
${invited.read}             coalesce(bool_or(m.state = 'SUSPENDED'), false)
        INTO members, guests, ${invited.into}suspended
        FROM membership m
        WHERE m.region_id = p_region AND m.unit_code = code AND m.role <> 'CONVENER'
          AND m.network_id = ANY (entered.convened_network_ids);
      PERFORM app.clear();
      IF cardinality(members || guests${invited.counted}) = 0 THEN
        RETURN QUERY SELECT entered.person_id, entered.unit_id, entered.role, '{}'::uuid[],
          CASE WHEN suspended THEN 'SUSPENDED' ELSE 'NONE' END;
        RETURN;
      END IF;
      PERFORM app.set_local('region_id', p_region::text);
      PERFORM app.set_local('post_id', p_post::text);
      PERFORM app.set_local('role', 'ON_BEHALF');
      PERFORM app.set_local('on_behalf_unit_id', p_unit::text);
      PERFORM app.set_local('on_behalf_unit_code', code);
      PERFORM app.set_local('on_behalf_network_ids', (members || guests${invited.counted})::text);
      PERFORM app.set_local('member_network_ids', members::text);
      PERFORM app.set_local('reading_network_ids', members::text);
      PERFORM app.set_local('known_network_ids', (members || guests)::text);
${invited.set}      RETURN QUERY SELECT entered.person_id, entered.unit_id, entered.role, members, 'MEMBER';
    END $$`;

const MINE = `region_id = app.region_id() AND network_id = ANY (app.on_behalf_network_ids())`;

const THEIRS = `${MINE} AND unit_code = app.on_behalf_unit_code()`;

const UP = [
  `DROP POLICY membership_accept_on_behalf ON membership`,
  // Held against a suspension while a booking is recorded, which asks for the right to update; changed by no one.
  `CREATE POLICY membership_hold_on_behalf ON membership FOR UPDATE TO lianjian_app
    USING (${THEIRS}) WITH CHECK (${MINE} AND false)`,
  enterOnBehalf(NO_INVITATIONS),
];

const DOWN = [
  enterOnBehalf(INVITATIONS),
  `DROP POLICY membership_hold_on_behalf ON membership`,
  `CREATE POLICY membership_accept_on_behalf ON membership FOR UPDATE TO lianjian_app
    USING (${THEIRS})
    WITH CHECK (${MINE} AND unit_id = app.on_behalf_unit_id() AND role <> 'CONVENER' AND state = 'ACTIVE')`,
];

export class LetUnitsAloneJoin1795305642000 implements MigrationInterface {
  name = 'LetUnitsAloneJoin1795305642000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
