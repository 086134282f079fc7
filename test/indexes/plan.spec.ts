import { countAnswer } from './count-answer.js';
import { readPlan, type PlanNode } from './plan.js';

const step = (type: string, rows: number, more: Partial<PlanNode> = {}): PlanNode => ({
  'Node Type': type,
  'Actual Rows': rows,
  'Actual Loops': 1,
  ...more,
});

describe('The rows that a plan reads', () => {
  it('are those it threw away too, as often as it went', () => {
    const scan = step('Index Scan', 2, {
      'Relation Name': 'post',
      'Index Name': 'post_by_unit',
      'Rows Removed by Filter': 3,
      'Rows Removed by Index Recheck': 1,
      'Actual Loops': 10,
    });
    expect(readPlan(step('Aggregate', 1, { Plans: [step('Sort', 20, { Plans: [scan] })] }))).toEqual({
      rows: 60,
      scans: [{ table: 'post', how: 'Index Scan post_by_unit', rows: 60 }],
    });
  });

  it('are those beneath sub-plans, wherever they hang', () => {
    const sub = step('Seq Scan', 5, { 'Relation Name': 'unit' });
    const scan = step('Index Scan', 1, {
      'Relation Name': 'offer',
      'Index Name': 'offer_pkey',
      Plans: [sub],
    });
    expect(readPlan(scan).scans.map(({ table, rows }) => `${table} ${rows}`)).toEqual(['offer 1', 'unit 5']);
  });

  it('are those that an index gave, though another left few of them', () => {
    const indexes = ['post_by_unit', 'post_by_network'].map((name, at) =>
      step('Bitmap Index Scan', at === 0 ? 4 : 900, { 'Index Name': name }),
    );
    const heap = step('Bitmap Heap Scan', 3, {
      'Relation Name': 'post',
      Plans: [step('BitmapAnd', 0, { Plans: indexes })],
    });
    expect(readPlan(heap)).toEqual({
      rows: 900,
      scans: [{ table: 'post', how: 'Bitmap Heap Scan post_by_unit + post_by_network', rows: 900 }],
    });
  });

  it('are held against the things that the answer tells of and those it has counted', () => {
    const node = { id: 'a', unit: { name: 'b' }, bookings: { totalCount: 7, edges: [] } };
    expect(countAnswer({ pageInfo: { hasNextPage: false }, edges: [{ cursor: 'x', node }] })).toBe(9);
    expect(countAnswer(null)).toBe(0);
  });
});
