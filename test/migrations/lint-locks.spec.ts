import { lintLocks } from './lint-locks.js';

const lint = (...statements: string[]): string[] => lintLocks(statements, { validated: new Set() });

describe('lintLocks', () => {
  it.each([
    'CREATE UNIQUE INDEX CONCURRENTLY booking_by_x ON booking (region_id, x)',
    'ALTER TABLE booking ADD COLUMN x uuid',
    `ALTER TABLE booking ADD COLUMN x text NOT NULL DEFAULT 'uuid()'`,
    'ALTER TABLE booking ADD CONSTRAINT booking_x_check CHECK (x > 0) NOT VALID',
    'ALTER TABLE booking ADD CONSTRAINT booking_x_fkey FOREIGN KEY (x) REFERENCES x (id) NOT VALID',
    'ALTER TABLE booking ADD CONSTRAINT booking_key UNIQUE USING INDEX booking_by_x',
    'ALTER TABLE booking VALIDATE CONSTRAINT booking_x_check',
    'ALTER TABLE booking DROP COLUMN x',
    'CREATE POLICY booking_update ON booking FOR UPDATE TO lianjian_app USING (true)',
    'CREATE INDEX network_by_x ON network (region_id, x)',
    `COMMENT ON TABLE booking IS 'UPDATE booking SET x'`,
  ])('takes %s', (sql) => {
    expect(lint(sql)).toEqual([]);
  });

  it.each([
    ['CREATE INDEX booking_by_x ON booking (region_id, x)', 'while it is built'],
    ['CREATE UNIQUE INDEX booking_by_x ON public.booking (x) WHERE x', 'while it is built'],
    ['ALTER TABLE booking ADD CONSTRAINT c CHECK (x > 0)', 'NOT VALID first'],
    ['ALTER TABLE booking\n  ADD CONSTRAINT c FOREIGN KEY (x)\n  REFERENCES x (id)', 'NOT VALID first'],
    ['ALTER TABLE booking ADD CONSTRAINT c UNIQUE (x)', 'USING INDEX'],
    ['ALTER TABLE booking ADD CONSTRAINT c PRIMARY KEY (x)', 'USING INDEX'],
    ['ALTER TABLE booking ADD CONSTRAINT c EXCLUDE USING gist (x WITH &&)', 'a new table'],
    ['ALTER TABLE booking ALTER COLUMN x TYPE bigint', 'a new column'],
    ['ALTER TABLE booking ALTER x SET DATA TYPE bigint', 'a new column'],
    ['ALTER TABLE booking ADD COLUMN x int GENERATED ALWAYS AS (y) STORED', 'filled in portions'],
    ['ALTER TABLE booking ADD COLUMN x uuid DEFAULT gen_random_uuid()', 'a default of one value'],
    ['ALTER TABLE booking ALTER COLUMN x SET NOT NULL', 'booking_x_not_null first'],
    ['UPDATE booking SET x = 1', 'portion by portion'],
    ['DELETE FROM booking WHERE x', 'portion by portion'],
    ['LOCK TABLE booking', 'keeps everybody out'],
    ['REINDEX TABLE booking', 'keeps everybody out'],
  ])('refuses %s', (sql, offence) => {
    expect(lint(sql)).toEqual([expect.stringMatching(new RegExp(`^booking: .*${offence}`))]);
  });

  it('lets a migration do what it likes with a table that it made', () => {
    const make = 'CREATE TABLE made (x int)';
    const index = 'CREATE INDEX made_by_x ON made (x)';
    expect(lint(make, index, 'UPDATE made SET x = 1')).toEqual([]);
    expect(lint(index)).toHaveLength(1);
  });

  it('wants a constraint validated after its lock is gone, and NOT NULL after that', () => {
    const history = { validated: new Set<string>() };
    const add = 'ALTER TABLE booking ADD CONSTRAINT booking_x_not_null CHECK (x IS NOT NULL) NOT VALID';
    const validate = 'ALTER TABLE booking VALIDATE CONSTRAINT booking_x_not_null';
    const settle = 'ALTER TABLE booking ALTER COLUMN x SET NOT NULL';
    expect(lint(add, validate)).toEqual([expect.stringContaining('in the next migration')]);
    const steps = [[add], [validate], [settle]].flatMap((step) => lintLocks(step, history));
    expect(steps).toEqual([]);
    expect(lint(settle)).toHaveLength(1);
  });
});
