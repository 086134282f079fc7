import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = [
  {
    // Bytes, so that a constant is one: what is put together anew for each row would not be inlined.
    name: 'opaque_id(type bytea, id uuid)',
    signature: 'opaque_id(bytea, uuid)',
    volatility: 'IMMUTABLE',
    body: `translate(encode(uuid_send(id) || type, 'base64'), E'+/=\\n', '-_')`,
    meaning: 'The id of a thing as clients know it: base64url of its 16 bytes and the name of its type',
  },
  {
    name: 'instant(at timestamptz)',
    signature: 'instant(timestamptz)',
    volatility: 'STABLE',
    body: `to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    meaning: 'An instant by RFC 3339, in UTC, to the millisecond',
  },
  {
    name: 'time_of_day(minutes integer)',
    signature: 'time_of_day(integer)',
    volatility: 'STABLE',
    body: `to_char(make_interval(mins => minutes), 'HH24:MI')`,
    meaning: 'A time on the wall clock, of minutes from the start of the day: 00:00 to 24:00',
  },
  {
    name: 'cursor(scope text, keys text)',
    signature: 'cursor(text, text)',
    volatility: 'STABLE',
    body: `translate(encode(convert_to(left(md5(scope || keys), 8) || keys, 'UTF8'), 'base64'), E'+/=\\n', '-_')`,
    meaning:
      'Where an entry stands in a list: its keys, with a checksum that fits the scope alone. It finds mistakes, it keeps no secret',
  },
];

/** What the database writes into answers as clients read it. */
export class WriteAnswers1795305644000 implements MigrationInterface {
  name = 'WriteAnswers1795305644000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { name, signature, volatility, body, meaning } of FUNCTIONS) {
      await runner.query(
        `CREATE FUNCTION app.${name} RETURNS text LANGUAGE sql ${volatility} PARALLEL SAFE RETURN ${body}`,
      );
      await runner.query(`COMMENT ON FUNCTION app.${signature} IS '${meaning}'`);
      await runner.query(`REVOKE ALL ON FUNCTION app.${signature} FROM PUBLIC`);
      await runner.query(`GRANT EXECUTE ON FUNCTION app.${signature} TO lianjian_app`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { signature } of FUNCTIONS) await runner.query(`DROP FUNCTION app.${signature}`);
  }
}
