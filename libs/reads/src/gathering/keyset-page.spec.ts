import type { KeysetList } from '#graphql';
import { pageSql, placedSql } from './keyset-page.js';

type Direction = 'ASC' | 'DESC';

describe('a page of rows that are placed', () => {
  const formOf = (first: Direction, second: Direction) => {
    const list: KeysetList = {
      name: 'things',
      order: [
        { expression: 'due_at', direction: first },
        { expression: 'id', direction: second },
      ],
    };
    return { list, types: ['timestamptz', 'uuid'], parameters: 3 };
  };
  const FROM = '($4::text::timestamptz, $5::text::uuid)';

  it.each<[Direction, string, string]>([
    ['ASC', '<', '>'],
    ['DESC', '>', '<'],
  ])('goes %s as its list says, and back the other way', (direction, back, on) => {
    const form = formOf(direction, direction);
    expect(placedSql(form, 'rows')).toContain(`ORDER BY due_at ${direction}, id ${direction}`);
    const page = pageSql(form);
    expect(page).toContain(`WHEN $6::boolean THEN (due_at, id) ${back} ${FROM}`);
    expect(page).toContain(`ELSE (due_at, id) ${on} ${FROM}`);
    expect(page).toMatch(/LIMIT \$7::integer$/);
  });

  it('is not told of an order of two directions', () => {
    expect(() => pageSql(formOf('ASC', 'DESC'))).toThrow('things has an order of two directions');
  });
});
