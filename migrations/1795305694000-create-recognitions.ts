import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = `region_id = app.region_id()`;
const COMMITTEE = `network_id = ANY (app.convened_network_ids())`;

const RECOGNITION = [
  `CREATE TABLE recognition (
    region_id uuid NOT NULL,
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    occasion text,
    what text,
    from_whom text NOT NULL,
    day date NOT NULL,
    points integer NOT NULL,
    is_co_host boolean NOT NULL,
    project_id uuid,
    dish_id uuid,
    round_id uuid,
    nomination_id uuid,
    result_id uuid,
    granted_at timestamptz NOT NULL,
    taken_back_at timestamptz,
    taken_back_reason text,
    taken_back_by_result_id uuid,
    version integer NOT NULL,
    CONSTRAINT recognition_pkey PRIMARY KEY (region_id, id),
    CONSTRAINT recognition_account_key UNIQUE (region_id, id, unit_id, network_id),
    CONSTRAINT recognition_kind_check CHECK (kind IN ('AWARD', 'LETTER', 'BANNER')),
    CONSTRAINT recognition_award_check CHECK (CASE WHEN kind = 'AWARD'
      THEN round_id IS NOT NULL AND nomination_id IS NOT NULL AND result_id IS NOT NULL AND occasion IS NOT NULL AND what IS NOT NULL
      ELSE round_id IS NULL AND nomination_id IS NULL AND result_id IS NULL AND occasion IS NULL
        AND points = 0 AND NOT is_co_host END),
    CONSTRAINT recognition_points_check CHECK (points >= 0),
    CONSTRAINT recognition_taken_back_check CHECK (CASE WHEN taken_back_at IS NULL
      THEN taken_back_reason IS NULL AND taken_back_by_result_id IS NULL
      ELSE (taken_back_reason IS NULL) = (kind = 'AWARD') AND (taken_back_by_result_id IS NULL) = (kind <> 'AWARD') END),
    CONSTRAINT recognition_member_fkey FOREIGN KEY (region_id, network_id, unit_id)
      REFERENCES membership (region_id, network_id, unit_id),
    CONSTRAINT recognition_project_fkey FOREIGN KEY (region_id, project_id, network_id)
      REFERENCES project (region_id, id, network_id),
    CONSTRAINT recognition_dish_fkey FOREIGN KEY (region_id, dish_id, network_id) REFERENCES dish (region_id, id, network_id),
    CONSTRAINT recognition_round_fkey FOREIGN KEY (region_id, round_id, network_id)
      REFERENCES evaluation_round (region_id, id, network_id),
    CONSTRAINT recognition_nomination_fkey FOREIGN KEY (region_id, nomination_id, round_id, network_id)
      REFERENCES nomination (region_id, id, round_id, network_id),
    CONSTRAINT recognition_result_fkey FOREIGN KEY (region_id, result_id, round_id)
      REFERENCES evaluation_result (region_id, id, round_id),
    CONSTRAINT recognition_taken_back_fkey FOREIGN KEY (region_id, taken_back_by_result_id, round_id)
      REFERENCES evaluation_result (region_id, id, round_id)
  )`,
  `COMMENT ON TABLE recognition IS 'How a unit was thanked: awards of evaluations, thank-you letters (表扬信) and banners (锦旗). What was given is taken back, never removed'`,
  `COMMENT ON COLUMN recognition.title IS 'The name of the award, or what the letter or the banner says'`,
  `COMMENT ON COLUMN recognition.occasion IS 'The name of the round, as it was when the award was given; null for what is no award'`,
  `COMMENT ON COLUMN recognition.what IS 'What for: of an award the title of the nomination'`,
  `COMMENT ON COLUMN recognition.from_whom IS 'Who thanks, in words: residents have no account'`,
  `COMMENT ON COLUMN recognition.day IS 'On which it was given, by the zone of the region'`,
  `COMMENT ON COLUMN recognition.points IS 'Credited to the contribution account; of awards alone'`,
  `COMMENT ON COLUMN recognition.is_co_host IS 'The unit took part in what was awarded, and did not lead it'`,
  `COMMENT ON COLUMN recognition.result_id IS 'The final result that gave the award'`,
  `COMMENT ON COLUMN recognition.taken_back_reason IS 'Of a letter or a banner; of an award the result says why'`,
  `COMMENT ON COLUMN recognition.taken_back_by_result_id IS 'The later final result by which the award no longer holds'`,
  // Whatever two final results do, a unit holds an award for a nomination once at a time.
  `CREATE UNIQUE INDEX recognition_award_key ON recognition (region_id, round_id, nomination_id, unit_id)
    WHERE kind = 'AWARD' AND taken_back_at IS NULL`,
  `CREATE INDEX recognition_by_network ON recognition (region_id, network_id, day, id)`,
  `CREATE INDEX recognition_by_unit ON recognition (region_id, unit_id, day, id)`,
  `CREATE INDEX recognition_by_project ON recognition (region_id, project_id, day, id) WHERE project_id IS NOT NULL`,
  `CREATE INDEX recognition_by_dish ON recognition (region_id, dish_id, day, id) WHERE dish_id IS NOT NULL`,
  `CREATE INDEX recognition_by_round ON recognition (region_id, round_id, day, id) WHERE round_id IS NOT NULL`,
  `CREATE INDEX recognition_by_nomination ON recognition (region_id, nomination_id, day, id)
    WHERE nomination_id IS NOT NULL`,
  `ALTER TABLE recognition ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE recognition FORCE ROW LEVEL SECURITY`,
  `GRANT SELECT, INSERT, UPDATE (taken_back_at, taken_back_reason, taken_back_by_result_id, version) ON recognition
    TO lianjian_app`,
  `CREATE POLICY recognition_select ON recognition FOR SELECT TO lianjian_app
    USING (${HERE} AND (unit_id = app.unit_id() OR network_id = ANY (app.reading_network_ids())))`,
  `CREATE POLICY recognition_insert ON recognition FOR INSERT TO lianjian_app WITH CHECK (${HERE} AND ${COMMITTEE})`,
  `CREATE POLICY recognition_take_back ON recognition FOR UPDATE TO lianjian_app
    USING (${HERE} AND ${COMMITTEE}) WITH CHECK (${HERE} AND ${COMMITTEE})`,
];

const MEASURES = `'HOURS', 'HEAD_HOURS', 'KWH', 'PIECE_HOURS'`;
const measureCheck = (table: string, measures: string): string[] => [
  `ALTER TABLE ${table} DROP CONSTRAINT ${table}_measure_check`,
  `ALTER TABLE ${table} ADD CONSTRAINT ${table}_measure_check CHECK (measure IN (${measures}))`,
];
const LENT = ['booking_id', 'offer_id', 'requester_unit_id'];
const OWN = `${HERE} AND unit_id = app.unit_id()`;
/** Nobody credits itself: what a unit has lent is entered with its rights, points with those of the committee. */
const POLICIES: readonly (readonly [table: string, command: 'INSERT' | 'UPDATE'])[] = [
  ['contribution', 'INSERT'],
  ['contribution_total', 'INSERT'],
  ['contribution_total', 'UPDATE'],
];
const policy = (name: string, table: string, command: 'INSERT' | 'UPDATE', rule: string): string =>
  `CREATE POLICY ${name} ON ${table} FOR ${command} TO lianjian_app
    ${command === 'UPDATE' ? `USING (${rule}) ` : ''}WITH CHECK (${rule})`;

const POINTS = [
  ...measureCheck('contribution', `${MEASURES}, 'POINTS'`),
  ...measureCheck('contribution_total', `${MEASURES}, 'POINTS'`),
  ...LENT.map((column) => `ALTER TABLE contribution ALTER COLUMN ${column} DROP NOT NULL`),
  `ALTER TABLE contribution ADD COLUMN recognition_id uuid`,
  `COMMENT ON TABLE contribution IS 'What a unit has lent, from what really happened, and the points it was given: entries and counter-entries, written once'`,
  `COMMENT ON COLUMN contribution.recognition_id IS 'What points were given for; null of what was lent'`,
  `COMMENT ON COLUMN contribution.sixtieths IS 'The amount times sixty, exact: minutes, head-minutes, kW-minutes, piece-minutes, points × 60'`,
  `COMMENT ON COLUMN contribution.used_at IS 'When the use began, or the points were given: it belongs to that month. A counter-entry has that of the entry it takes back'`,
  `ALTER TABLE contribution ADD CONSTRAINT contribution_kind_check CHECK (CASE WHEN measure = 'POINTS'
    THEN recognition_id IS NOT NULL AND booking_id IS NULL AND offer_id IS NULL AND requester_unit_id IS NULL AND NOT assumed
    ELSE recognition_id IS NULL AND booking_id IS NOT NULL AND offer_id IS NOT NULL AND requester_unit_id IS NOT NULL END)`,
  `ALTER TABLE contribution ADD CONSTRAINT contribution_recognition_fkey
    FOREIGN KEY (region_id, recognition_id, unit_id, network_id) REFERENCES recognition (region_id, id, unit_id, network_id)`,
  // An entry of each once, and once a counter-entry.
  `CREATE UNIQUE INDEX contribution_recognition_key ON contribution (region_id, recognition_id, (counters_id IS NULL))
    WHERE recognition_id IS NOT NULL`,
  ...POLICIES.flatMap(([table, command]) => {
    const name = `${table}_${command.toLowerCase()}`;
    return [
      `DROP POLICY ${name} ON ${table}`,
      policy(name, table, command, `${OWN} AND measure <> 'POINTS'`),
      policy(`${name}_points`, table, command, `${HERE} AND ${COMMITTEE} AND measure = 'POINTS'`),
    ];
  }),
];

// Points that were given are not dropped in silence: the first of these refuses while there are any.
const DOWN = [
  ...LENT.map((column) => `ALTER TABLE contribution ALTER COLUMN ${column} SET NOT NULL`),
  ...POLICIES.flatMap(([table, command]) => {
    const name = `${table}_${command.toLowerCase()}`;
    return [
      `DROP POLICY ${name}_points ON ${table}`,
      `DROP POLICY ${name} ON ${table}`,
      policy(name, table, command, OWN),
    ];
  }),
  `DROP INDEX contribution_recognition_key`,
  `ALTER TABLE contribution DROP CONSTRAINT contribution_recognition_fkey`,
  `ALTER TABLE contribution DROP CONSTRAINT contribution_kind_check`,
  `ALTER TABLE contribution DROP COLUMN recognition_id`,
  `COMMENT ON TABLE contribution IS 'What a unit has lent, from what really happened: entries and counter-entries, written once'`,
  `COMMENT ON COLUMN contribution.sixtieths IS 'The amount times sixty, exact: minutes, head-minutes, kW-minutes, piece-minutes'`,
  `COMMENT ON COLUMN contribution.used_at IS 'When the use began: it belongs to that month. A counter-entry has that of the entry it takes back'`,
  ...measureCheck('contribution', MEASURES),
  ...measureCheck('contribution_total', MEASURES),
  `DROP TABLE recognition`,
];

export class CreateRecognitions1795305694000 implements MigrationInterface {
  name = 'CreateRecognitions1795305694000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...RECOGNITION, ...POINTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
