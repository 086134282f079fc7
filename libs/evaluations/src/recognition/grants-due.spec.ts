import { compareGrants, type Grant, grantsOf } from './grants-due.js';

const GRANT: Grant = {
  nominationId: 'n1',
  unitId: 'clinic',
  title: '一等奖',
  what: '体育弄堂',
  points: 30,
  isCoHost: false,
  projectId: 'p1',
};

describe('what a final result gives', () => {
  it('gives nothing and takes nothing back where the same stands', () => {
    expect(compareGrants([GRANT], [{ ...GRANT }])).toEqual({ wrong: [], missing: [] });
  });

  it.each([
    { nominationId: 'n2' },
    { unitId: 'bus-639' },
    { title: '二等奖' },
    { points: 20 },
    { isCoHost: true },
  ])('takes back and gives anew what differs in %j', (change) => {
    const due = { ...GRANT, ...change };
    expect(compareGrants([GRANT], [due])).toEqual({ wrong: [GRANT], missing: [due] });
  });

  it('gives a unit one award for a nomination, though it be named as lead and twice as co-host', () => {
    const award = { name: '一等奖', points: 30, coHostPoints: 10 };
    const common = { nominationId: 'n1', title: '体育弄堂', projectId: 'p1', unitId: 'clinic', award };
    const given = grantsOf({ ...common, coHostUnitIds: ['clinic', 'bus-639', 'bus-639'] });
    expect(given.map(({ unitId, points, isCoHost }) => [unitId, points, isCoHost])).toEqual([
      ['clinic', 30, false],
      ['bus-639', 10, true],
    ]);
  });
});
