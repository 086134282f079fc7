import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE calendar_year (
    year integer NOT NULL,
    version integer NOT NULL,
    source text NOT NULL,
    announced boolean NOT NULL,
    CONSTRAINT calendar_year_pkey PRIMARY KEY (year),
    CONSTRAINT calendar_year_version_check CHECK (version >= 1)
  )`,
  `COMMENT ON TABLE calendar_year IS 'Years of the national day calendar; one calendar for all regions, so it carries no region_id'`,
  `COMMENT ON COLUMN calendar_year.year IS 'Gregorian year'`,
  `COMMENT ON COLUMN calendar_year.version IS 'Counts the imports of this year, from 1'`,
  `COMMENT ON COLUMN calendar_year.source IS 'Where the year was taken from'`,
  `COMMENT ON COLUMN calendar_year.announced IS 'Whether the State Council has announced the year; until then its days are provisional'`,

  `CREATE TABLE calendar_day (
    day date NOT NULL,
    year integer NOT NULL,
    class text NOT NULL,
    name text,
    CONSTRAINT calendar_day_pkey PRIMARY KEY (day),
    CONSTRAINT calendar_day_year_fkey FOREIGN KEY (year) REFERENCES calendar_year (year),
    CONSTRAINT calendar_day_year_check CHECK (year = extract(year FROM day)),
    CONSTRAINT calendar_day_class_check CHECK (class IN ('WORKDAY', 'REST_DAY', 'HOLIDAY'))
  )`,
  `COMMENT ON TABLE calendar_day IS 'Days that differ from a plain week, in which Monday to Friday are workdays'`,
  `COMMENT ON COLUMN calendar_day.day IS 'The day, the same in every zone'`,
  `COMMENT ON COLUMN calendar_day.year IS 'The year of the day'`,
  `COMMENT ON COLUMN calendar_day.class IS 'WORKDAY: a weekend day that is worked (调休); HOLIDAY: a day off of a holiday (法定节假日); REST_DAY: any other day off'`,
  `COMMENT ON COLUMN calendar_day.name IS 'The holiday that the day belongs to or makes up for, in Chinese'`,

  `GRANT SELECT ON calendar_year TO lianjian_app`,
  `GRANT SELECT ON calendar_day TO lianjian_app`,
];

const DOWN = [`DROP TABLE calendar_day`, `DROP TABLE calendar_year`];

export class CreateDayCalendar1795305601000 implements MigrationInterface {
  name = 'CreateDayCalendar1795305601000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
