import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The settings that every row policy reads; each function reads one setting and no table, so that a shard can evaluate it. */
const SETTINGS: readonly [name: string, type: string, meaning: string][] = [
  ['region_id', 'uuid', 'the region of the acting post; without it no row is visible'],
  ['person_id', 'uuid', 'the person who acts'],
  ['post_id', 'uuid', 'the post through which the person acts'],
  ['session_id', 'uuid', 'the session the request came with'],
  ['unit_id', 'uuid', 'the unit the post speaks for; none for a representative'],
  [
    'held_unit_ids',
    'uuid[]',
    'units in which the person holds posts: their names are read to choose between them',
  ],
  ['unit_code', 'text', 'the code of that unit, to which invitations are addressed'],
  ['role', 'text', 'the role of the post, or SYSTEM when the platform acts in a unit’s name'],
  ['member_network_ids', 'uuid[]', 'networks in which the unit is an active convener or partner'],
  [
    'reading_network_ids',
    'uuid[]',
    'the same and those in a steward’s scope: published things are read here',
  ],
  ['known_network_ids', 'uuid[]', 'the same and those where the unit is a guest: names are read here'],
  [
    'invited_network_ids',
    'uuid[]',
    'networks that have invited the unit: their names can be read before accepting',
  ],
  ['convened_network_ids', 'uuid[]', 'networks convened by the unit, when the post is the committee’s'],
];

export class CreateContext1795305602000 implements MigrationInterface {
  name = 'CreateContext1795305602000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, type, meaning] of SETTINGS) {
      await runner.query(`
        CREATE FUNCTION app.${name}() RETURNS ${type} LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('app.${name}', true), '')::${type}`);
      await runner.query(`COMMENT ON FUNCTION app.${name}() IS '${meaning}'`);
      await runner.query(`REVOKE ALL ON FUNCTION app.${name}() FROM PUBLIC`);
      await runner.query(
        `GRANT EXECUTE ON FUNCTION app.${name}() TO lianjian_app, lianjian_operator, lianjian_sign_in`,
      );
    }
    await runner.query(`
      CREATE FUNCTION app.set_local(setting text, value text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('SET LOCAL app.%I = %L', setting, coalesce(value, ''));
      END $$`);
    await runner.query(
      `COMMENT ON FUNCTION app.set_local(text, text) IS 'SET LOCAL rather than set_config: only the former reaches the shards'`,
    );
    await runner.query(`REVOKE ALL ON FUNCTION app.set_local(text, text) FROM PUBLIC`);
    await runner.query(
      `GRANT EXECUTE ON FUNCTION app.set_local(text, text) TO lianjian_app, lianjian_operator`,
    );
    // Each EXECUTE is parsed and planned: a context of twenty settings one by one took 0.3 ms of every request.
    await runner.query(`
      CREATE FUNCTION app.set_locals(VARIADIC pairs text[]) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        statements text := '';
      BEGIN
        FOR at IN 1..cardinality(pairs) BY 2 LOOP
          statements := statements || format('SET LOCAL app.%I = %L;', pairs[at], coalesce(pairs[at + 1], ''));
        END LOOP;
        EXECUTE statements;
      END $$`);
    await runner.query(
      `COMMENT ON FUNCTION app.set_locals(text[]) IS 'Names and values in turn: the same as set_local for each, in one go'`,
    );
    await runner.query(`REVOKE ALL ON FUNCTION app.set_locals(text[]) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION app.set_locals(text[]) TO lianjian_app, lianjian_operator`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION app.set_locals(text[])`);
    await runner.query(`DROP FUNCTION app.set_local(text, text)`);
    for (const [name] of SETTINGS) await runner.query(`DROP FUNCTION app.${name}()`);
  }
}
