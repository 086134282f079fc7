import { lintStatement } from './statement-rules.js';

const WORDS = {
  regionColumns: new Map([
    ['offer', 'region_id'],
    ['unit', 'region_id'],
    ['region', 'id'],
  ]),
  volatile: new Set(['gen_random_uuid', 'random', 'pg_advisory_xact_lock']),
};
const lint = (
  text: string,
  regionId: string | null = 'here',
  values: unknown[] = ['here', 'here'],
): string[] => lintStatement({ text, values, regionId }, WORDS);

describe('lintStatement of the query log', () => {
  it.each([
    `SELECT "Offer"."id" AS "Offer_id" FROM "offer" "Offer" WHERE (("Offer"."region_id" = $1) AND ("Offer"."id" IN ($2)))`,
    `SELECT * FROM "offer" "o" INNER JOIN "unit" "u" ON "u"."region_id" = $2 AND "u"."id" = "o"."unit_id" WHERE "o"."region_id" = $1`,
    `UPDATE "offer" SET "title" = $2 WHERE ("region_id" = $1)`,
    `DELETE FROM "offer" WHERE "region_id" = $1 AND "title" = 'FROM unit'`,
    `SELECT 1 FROM offer WHERE region_id = $1 FOR NO KEY UPDATE`,
    `SELECT pg_advisory_xact_lock($2) FROM offer WHERE region_id = $1`,
    `INSERT INTO "offer"("region_id", "id") VALUES ($1, $2)`,
    `SELECT name FROM region WHERE id = $1`,
    `SELECT FROM graphile_worker.add_jobs(ARRAY(SELECT ($1, w.payload, now() + w.wait) FROM json_to_recordset($2) AS w (payload json, wait interval)))`,
  ])('takes %s', (text) => {
    expect(lint(text)).toEqual([]);
  });

  it.each([
    [`SELECT * FROM offer WHERE id = $1`, 'offer (offer) without its region'],
    [`SELECT * FROM offer WHERE region_id = app.region_id()`, 'offer (offer) without its region'],
    [`UPDATE "offer" SET "title" = $1 WHERE "id" = $2`, 'offer (offer) without its region'],
    [`DELETE FROM "offer" WHERE "id" = $2`, 'offer (offer) without its region'],
    [
      `SELECT * FROM "offer" "o" JOIN "unit" "u" ON "u"."id" = "o"."unit_id" WHERE "o"."region_id" = $1`,
      'unit (u) without its region',
    ],
    [
      `SELECT * FROM "offer" "o" JOIN "unit" "u" ON "u"."region_id" = "o"."region_id" WHERE "o"."region_id" = $1`,
      'unit (u) without its region',
    ],
    [
      `SELECT * FROM "offer" "o" WHERE "o"."region_id" = $1 AND EXISTS (SELECT FROM "offer" "o" WHERE "o"."id" = $2)`,
      'offer (o) without its region',
    ],
    [
      `SELECT * FROM offer WHERE offer.region_id = $1 AND EXISTS (SELECT FROM unit WHERE region_id = offer.region_id)`,
      'unit (unit) without its region',
    ],
    [`SELECT * FROM offer o, unit u WHERE o.region_id = $1 AND u.region_id = $1`, 'offer joined by a comma'],
    [`SELECT name FROM region WHERE code = $1`, 'region (region) without its region'],
    [`UPDATE offer SET id = gen_random_uuid() WHERE region_id = $1`, 'calls gen_random_uuid'],
    [`UPDATE offer SET at = now() WHERE region_id = $1`, 'calls now'],
    [`UPDATE offer SET at = CURRENT_TIMESTAMP WHERE region_id = $1`, 'reads the clock'],
    [`INSERT INTO offer (id) SELECT unnest($1::uuid[])`, 'INSERT … SELECT'],
  ])('refuses %s', (text, offence) => {
    expect(lint(text)).toEqual([offence]);
  });

  it('refuses what is sent before a tenant was entered, but for the entering', () => {
    expect(lint('SELECT * FROM offer WHERE region_id = $1', null)).toContain('offer outside a tenant');
    expect(lint('INSERT INTO offer VALUES ($1)', null)).toEqual(['offer outside a tenant']);
    expect(lint('SELECT * FROM app.enter($1, $2, $3, $4)', null)).toEqual([]);
  });

  it('refuses a region that was not entered', () => {
    expect(lint('SELECT * FROM offer WHERE region_id = $1', 'here', ['there'])).toEqual([
      'offer of another region',
    ]);
  });
});
