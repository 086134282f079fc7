import { lintStatement } from './lint-statement.js';

describe('lintStatement', () => {
  it.each([
    `CREATE TABLE t (id uuid, CONSTRAINT t_pkey PRIMARY KEY (id), CONSTRAINT t_x_check CHECK (x IN ('UNIQUE')))`,
    `CREATE UNIQUE INDEX t_code_key ON t (code)`,
    `CREATE POLICY t_select ON t FOR INSERT TO r WITH CHECK (true)`,
    `ALTER TABLE t ADD CONSTRAINT t_u_fkey FOREIGN KEY (u) REFERENCES u (id)`,
    `ALTER TABLE t ADD COLUMN a text, ADD COLUMN b text`,
    `COMMENT ON TABLE t IS 'ALTER TABLE t ADD UNIQUE (x)'`,
  ])('takes %s', (sql) => {
    expect(lintStatement(sql)).toEqual([]);
  });

  it.each([
    [`CREATE TABLE t (id uuid PRIMARY KEY)`, 'a constraint without a name'],
    [
      `CREATE TABLE t (id uuid, CONSTRAINT t_pkey PRIMARY KEY (id), CHECK (x > 0))`,
      'a constraint without a name',
    ],
    [`CREATE UNLOGGED TABLE t (code text UNIQUE)`, 'a constraint without a name'],
    [`CREATE TABLE t (u uuid REFERENCES u (id))`, 'a constraint without a name'],
    [`ALTER TABLE t ADD UNIQUE (code)`, 'a constraint without a name'],
    [
      `ALTER TABLE t ADD CONSTRAINT a CHECK (x > 0), ADD CONSTRAINT b CHECK (y > 0)`,
      'two constraints in one ALTER',
    ],
    [
      `ALTER TABLE t ADD x int CONSTRAINT t_x_check CHECK (x > 0)`,
      'a column and its constraint in one ALTER',
    ],
    [`ALTER TABLE t ADD COLUMN number bigserial`, 'a sequence added later'],
    [`ALTER TABLE t ADD n int GENERATED ALWAYS AS IDENTITY`, 'a sequence added later'],
  ])('refuses %s', (sql, offence) => {
    expect(lintStatement(sql)).toEqual([offence]);
  });
});
