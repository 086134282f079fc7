import { queryAsSuperuser } from '../support/cluster.js';
import { GROUPS, ResultActs } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const SECRETARY = 'southeast-committee';
/** Of each award that was ever given: to whom, what for, and what the account says of it. */
const ENTRIES = `SELECT u.code || ' ' || r.title || CASE WHEN r.taken_back_at IS NULL THEN '' ELSE ', taken back' END AS award,
    array_agg(c.sixtieths::int / 60 ORDER BY c.made_at, c.sixtieths DESC) AS entries
  FROM recognition r JOIN unit u ON u.id = r.unit_id JOIN contribution c ON c.recognition_id = r.id
  GROUP BY r.region_id, r.id, u.code ORDER BY r.granted_at, 1`;

/** What follows from results that are made final one after the other, over HTTP. */
describe('awards of one final result after another', () => {
  let world: World;
  let acts: ResultActs;

  beforeEach(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
  });
  afterEach(() => world.close());

  const entries = async () => {
    const rows = await queryAsSuperuser<{ award: string; entries: number[] }>(
      ENTRIES,
      world.api.database.name,
    );
    return rows.map((row) => [row.award, row.entries]);
  };
  const finalAgain = async (changed: { readonly id: string }) => {
    const published = await acts.onRound('publishResult', changed);
    await acts.passNotice(published);
    return acts.onRound('finaliseResult', published);
  };
  const FIRST = [
    ['bus-639 二等奖', [20]],
    ['clinic 一等奖', [30]],
    ['food-market 二等奖', [20]],
  ];

  it('are taken back by one counter-entry each, and what holds on is left as it is', async () => {
    const { round, nominations } = await acts.final();
    expect(await entries()).toEqual(FIRST);
    const nomination = await acts.judging.nominations.see(SECRETARY, nominations[0]?.id ?? '');
    const second = await finalAgain(await acts.onRound('excludeNomination', nomination ?? { id: '' }));
    const then = [
      ['bus-639 二等奖', [20]],
      ['clinic 一等奖, taken back', [30, -30]],
      ['food-market 二等奖, taken back', [20, -20]],
      ['food-market 一等奖', [30]],
    ];
    expect(await entries()).toEqual(then);
    // Nothing is taken back twice, nor given twice, by results that say the same of it.
    const withheld = await acts.onRound('withholdAward', second, { position: 2 });
    await finalAgain(withheld);
    expect(await entries()).toEqual([['bus-639 二等奖, taken back', [20, -20]], ...then.slice(1)]);
    expect((await acts.see(SECRETARY, round.id)).currentResult?.number).toBe(3);
  });

  it('go to the next while one is withheld, and back to the best once it is restored', async () => {
    const { round } = await acts.final({ subjects: GROUPS });
    const second = await finalAgain(await acts.onRound('withholdAward', round));
    const { currentResult } = await acts.see('clinic', round.id);
    expect(currentResult?.withheldAwards).toEqual([{ name: '一等奖' }]);
    const ranking = async () => {
      const result = (await acts.see('clinic', round.id)).currentResult;
      const standings = (await acts.standings('clinic', result)) ?? [];
      return standings.map(({ rank, award, points }) => [rank, award?.name ?? null, points]);
    };
    expect(await ranking()).toEqual([
      [1, '二等奖', 20],
      [2, '二等奖', 20],
      [3, null, 0],
    ]);
    const withheld = [
      ['bus-639 二等奖, taken back', [20, -20]],
      ['clinic 一等奖, taken back', [30, -30]],
      ['food-market 二等奖', [20]],
    ];
    expect(await entries()).toEqual([...withheld, ['clinic 二等奖', [20]]]);
    const third = await acts.onRound('restoreAward', second);
    const draft = (await acts.see(SECRETARY, round.id)).draftResult;
    expect(draft?.withheldAwards).toEqual([]);
    await finalAgain(third);
    expect(await ranking()).toEqual([
      [1, '一等奖', 30],
      [2, '二等奖', 20],
      [3, '二等奖', 20],
    ]);
    expect(await entries()).toEqual([
      ...withheld,
      ['clinic 二等奖, taken back', [20, -20]],
      ...FIRST.filter(([award]) => award !== 'food-market 二等奖'),
    ]);
  });
});
