import type { SeenRound } from '../support/evaluation-acts.js';
import { ProjectActs, startHosted } from '../support/project-acts.js';
import { ResultActs, type ScoreOf, type SeenResult, type Subjects } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';

const SECRETARY = 'southeast-committee';
const PARTNERS = [{ kind: 'PARTNER_UNITS', weight: '100' }];
const ONE_CRITERION = [{ name: '综合表现', weight: '100' }];
const ENTRIES = `{ contributions(first: 100) { edges { node { amount unit { code } recognition { title round { id } } } } } }`;
interface Entry {
  readonly amount: string;
  readonly unit: { readonly code: string };
  readonly recognition: { readonly title: string; readonly round: { readonly id: string } } | null;
}
type Entries = { readonly contributions: { readonly edges: readonly { readonly node: Entry }[] } };

/** What judges give: by nomination, in the order of their submission, and panel, sheet by sheet, e.g. `90 85` for two criteria. */
const given =
  (sheets: readonly Readonly<Record<string, readonly string[]>>[]): ScoreOf =>
  (_sheet, nomination, panelKind, ofPanel) =>
    sheets[nomination]?.[panelKind]?.[ofPanel]?.split(' ') ?? [];

/** One life of each kind of subject, from the setup to the account; every figure was worked out by hand. */
describe('an evaluation from its setup to the points', () => {
  let world: World;
  let acts: ResultActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
  });
  afterAll(() => world.close());

  /** Its ranking with the scores, as the committee reads it: rank, title, exact and shown score, award, points. */
  const ranking = async ({ id }: SeenRound): Promise<unknown[][]> => {
    const { state, currentResult } = await acts.see(SECRETARY, id);
    expect([state, currentResult?.state, currentResult?.number]).toEqual(['FINAL', 'FINAL', 1]);
    const standings = (await acts.standings(SECRETARY, currentResult)) ?? [];
    await expectShown(
      currentResult,
      standings.map(({ rank, points }) => [rank, points]),
    );
    return standings.map(({ rank, nomination, account, award, points }) => [
      rank,
      nomination?.title,
      account?.score?.exact,
      account?.score?.shown,
      award?.name ?? null,
      points,
    ]);
  };
  /** A unit that is in none of them reads the same ranks and points, and no score. */
  const expectShown = async (result: SeenResult | null, ranks: unknown[][]): Promise<void> => {
    const seen = (await acts.standings('fire-squadron', result)) ?? [];
    expect(seen.map(({ rank, points }) => [rank, points])).toEqual(ranks);
    expect(seen.every(({ account }) => account === null)).toBe(true);
  };
  /** What this round entered in the contribution account: unit, points, award. */
  const entries = async ({ id }: SeenRound): Promise<string[]> => {
    const { contributions } = await world.actingAs(SECRETARY).ask<Entries>(ENTRIES);
    const ofRound = contributions.edges.filter(({ node }) => node.recognition?.round.id === id);
    return ofRound
      .map(({ node }) => `${node.unit.code} ${node.amount} ${node.recognition?.title}`)
      .toSorted();
  };

  it('of projects: panels, trimmed and left out, and awards for co-hosts', async () => {
    const hosted = [
      { title: '体育弄堂', lead: 'clinic', coHosts: ['food-market', 'bus-639'] },
      { title: '停车治理', lead: 'food-market', coHosts: ['clinic'] },
    ];
    const subjects: [string, object][] = [];
    for (const project of hosted)
      subjects.push([project.lead, { projectId: await startHosted(new ProjectActs(world), world, project) }]);
    const five = (scores: string): string[] => [scores, scores, scores, scores, scores];
    const { round } = await acts.final(
      { subjects, changes: { sheetsPerPanel: 5 } },
      given([
        {
          PARTNER_UNITS: ['80 70', '85 70', '90 70', '95 70', '100 70'],
          RESIDENTS: ['60 100', '70 90', '80 50', '90 90', '100 20'],
        },
        { PARTNER_UNITS: five('80 80'), RESIDENTS: five('80 80') },
      ]),
    );
    // The committee has two judges, fewer than three: its 30 are shared, 3/7 to the partners and 4/7 to the residents.
    // 体育弄堂, without one highest and one lowest of five:
    //   partners  0.6 × (85+90+95)/3 + 0.4 × 70           = 54 + 28   = 82
    //   residents 0.6 × (70+80+90)/3 + 0.4 × (90+50+90)/3 = 48 + 92/3 = 236/3
    //   3/7 × 82 + 4/7 × 236/3 = (738 + 944)/21 = 1682/21 = 80.095…
    expect(await ranking(round)).toEqual([
      [1, '体育弄堂', '1682/21', '80.10', '一等奖', 30],
      [2, '停车治理', '80/1', '80.00', '二等奖', 20],
    ]);
    expect(await entries(round)).toEqual([
      'bus-639 10.00 一等奖',
      'clinic 30.00 一等奖',
      'clinic 5.00 二等奖',
      'food-market 10.00 一等奖',
      'food-market 20.00 二等奖',
    ]);
  });

  it('of units: the standing of the year, with a tie', async () => {
    const units = ['clinic', 'food-market', 'bus-639'];
    const subjects = units.map((unit) => [unit, { subjectUnitId: world.unit(unit) }] as const);
    const awards = [
      { name: '先进单位', places: 1, points: 50, coHostPoints: 0 },
      { name: '良好单位', places: 2, points: 20, coHostPoints: 0 },
    ];
    const changes = { subjectKind: 'UNIT', criteria: ONE_CRITERION, panels: PARTNERS, awards };
    const { round } = await acts.final(
      { subjects, changes },
      given([
        { PARTNER_UNITS: ['90', '80', '70'] },
        { PARTNER_UNITS: ['80', '80', '80'] },
        { PARTNER_UNITS: ['79', '80', '80'] },
      ]),
    );
    // 240/3 = 240/3 = 80, both first; the next is third with 239/3 = 79.67, on a place of the second award (2 and 3).
    expect((await ranking(round)).map(([rank, , ...rest]) => [rank, ...rest])).toEqual([
      [1, '80/1', '80.00', '先进单位', 50],
      [1, '80/1', '80.00', '先进单位', 50],
      [3, '239/3', '79.67', '良好单位', 20],
    ]);
    expect(await entries(round)).toEqual([
      'bus-639 20.00 良好单位',
      'clinic 50.00 先进单位',
      'food-market 50.00 先进单位',
    ]);
  });

  it('of building groups: stars from a score on, by the exact score and not by the one that is shown', async () => {
    const subjects = ['clinic', 'food-market', 'bus-639', 'police-post'].map(
      (unit, at) => [unit, { subjectLabel: `${at + 1}号楼组` }] as const,
    );
    const awards = [
      { name: '五星楼组', minScore: '90', points: 15, coHostPoints: 0 },
      { name: '四星楼组', minScore: '80', points: 10, coHostPoints: 0 },
      { name: '三星楼组', minScore: '70', points: 5, coHostPoints: 0 },
    ];
    const { round } = await acts.final(
      {
        subjects,
        changes: {
          criteria: ONE_CRITERION,
          panels: PARTNERS,
          awards,
          scale: { min: '0', max: '100', step: '0.01' },
        },
      },
      given([
        { PARTNER_UNITS: ['89', '90', '91'] },
        { PARTNER_UNITS: ['89.99', '90', '90'] },
        { PARTNER_UNITS: ['60', '70', '95'] },
        { PARTNER_UNITS: ['69.99', '69.99', '69.99'] },
      ]),
    );
    // 270/3 = 90 has five stars. 269.99/3 = 26999/300 is shown as 90.00 and is less: four. 225/3 = 75: three. 69.99: none.
    expect(await ranking(round)).toEqual([
      [1, '1号楼组', '90/1', '90.00', '五星楼组', 15],
      [2, '2号楼组', '26999/300', '90.00', '四星楼组', 10],
      [3, '3号楼组', '75/1', '75.00', '三星楼组', 5],
      [4, '4号楼组', '6999/100', '69.99', null, 0],
    ]);
    expect(await entries(round)).toEqual([
      'bus-639 5.00 三星楼组',
      'clinic 15.00 五星楼组',
      'food-market 10.00 四星楼组',
    ]);
  });

  it('of contest teams: a first round, of which two and who is level with the second stand in the final', async () => {
    const subjects: Subjects = [
      ['clinic', { subjectLabel: '合唱队' }],
      ['food-market', { subjectLabel: '舞蹈队' }],
      ['bus-639', { subjectLabel: '太极队' }],
      ['police-post', { subjectLabel: '锣鼓队' }],
    ];
    const awards = [{ name: '入围奖', places: 2, points: 5, coHostPoints: 0 }];
    const changes = { subjectKind: 'CONTEST_TEAM', criteria: ONE_CRITERION, panels: PARTNERS, awards };
    const { round: first } = await acts.final(
      { subjects, changes },
      given([
        { PARTNER_UNITS: ['90', '90', '90'] },
        { PARTNER_UNITS: ['80', '80', '80'] },
        { PARTNER_UNITS: ['70', '80', '90'] },
        { PARTNER_UNITS: ['70', '70', '70'] },
      ]),
    );
    // 90, then 240/3 = 80 twice: two are second, the next is fourth. The second of two places goes to both.
    expect((await ranking(first)).map(([rank, , exact, , award]) => [rank, exact, award])).toEqual([
      [1, '90/1', '入围奖'],
      [2, '80/1', '入围奖'],
      [2, '80/1', '入围奖'],
      [4, '70/1', null],
    ]);
    const given5 = ['bus-639', 'clinic', 'food-market'].map((unit) => `${unit} 5.00 入围奖`);
    expect(await entries(first)).toEqual(given5);
    const final = await judgeFinal(
      await openFinal(first),
      ['合唱队', '舞蹈队', '太极队'],
      [
        { PARTNER_UNITS: ['90', '91', '89'] },
        { PARTNER_UNITS: ['85', '85', '85'] },
        { PARTNER_UNITS: ['95', '94', '97'] },
      ],
    );
    // 286/3 = 95.33, 270/3 = 90, 255/3 = 85.
    expect(await ranking(final)).toEqual([
      [1, '太极队', '286/3', '95.33', '冠军', 30],
      [2, '合唱队', '90/1', '90.00', '亚军', 20],
      [3, '舞蹈队', '85/1', '85.00', null, 0],
    ]);
    expect(await entries(final)).toEqual(['bus-639 30.00 冠军', 'clinic 20.00 亚军']);
    expect(await entries(first)).toEqual(given5);
  });

  /** The first two of that round in a round of their own, with other awards. */
  const openFinal = async ({ id }: SeenRound): Promise<SeenRound> => {
    const { rounds } = acts.judging;
    const input = { name: '决赛', periodFrom: '2026-12-01', periodTo: '2026-12-31', finalists: 2 };
    const copied = await rounds.act(SECRETARY, 'copyEvaluationRound', { id, input });
    const awards = [
      { name: '冠军', places: 1, points: 30, coHostPoints: 0 },
      { name: '亚军', places: 1, points: 20, coHostPoints: 0 },
    ];
    const said = await rounds.act(SECRETARY, 'updateEvaluationRound', { ...copied, input: { awards } });
    return rounds.act(SECRETARY, 'openNominations', said);
  };
  /** Of these finalists and no others, in the order of their sheets. */
  const judgeFinal = async (
    open: SeenRound,
    titles: readonly string[],
    sheets: Parameters<typeof given>[0],
  ): Promise<SeenRound> => {
    const { nominations } = acts.judging;
    const round = await acts.judging.begin(open);
    const ids = await nominations.listIds(SECRETARY, { roundId: round.id });
    const finalists = new Map<string, string>();
    for (const id of ids) finalists.set((await nominations.see('fire-squadron', id))?.title ?? '', id);
    expect([...finalists.keys()].toSorted()).toEqual(titles.toSorted());
    const order = titles.map((title) => ({ id: finalists.get(title) ?? '' }));
    await acts.fill(await acts.judging.settle(round), order, given(sheets));
    const closed = await acts.onRound('closeScoring', round, {}, acts.officer);
    return acts.finalise(await acts.onRound('publishResult', closed));
  };
});
