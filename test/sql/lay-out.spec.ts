import { layOut } from './lay-out.js';

const LONG = 'x'.repeat(60);

describe('A statement is laid out', () => {
  it('in one line if it is short', () => {
    expect(layOut('SELECT  1\n AS answer')).toBe('SELECT 1 AS answer');
  });

  it('by clauses and parentheses, a key beside its value', () => {
    const sql = `SELECT (SELECT json_build_object('a', "t"."a", 'b', (SELECT ${LONG} FROM u WHERE ${LONG} = 1)) FROM t) AS answer`;
    expect(layOut(sql).split('\n')).toEqual([
      'SELECT (',
      '  SELECT json_build_object(',
      `    'a', "t"."a",`,
      `    'b', (`,
      `      SELECT ${LONG}`,
      '      FROM u',
      `      WHERE ${LONG} = 1`,
      '    )',
      '  )',
      '  FROM t',
      ') AS answer',
    ]);
  });

  it('without a change of what is quoted, or of anything but blanks', () => {
    const sql = `SELECT f('(, FROM ''', "a, (b", ${LONG}) FROM "x, y" WHERE ${LONG} AND '(' = ')' ORDER BY g(1, 2)`;
    expect(layOut(sql).replaceAll(/\s+/g, '')).toBe(sql.replaceAll(/\s+/g, ''));
  });
});
