import { EvaluationActs } from '../support/evaluation-acts.js';
import { startWorld, type World } from '../support/world.js';

const SCALE = { min: '0', max: '10', step: '0.5' };
const weights = (...all: string[]) => all.map((weight, at) => ({ name: `标准${at + 1}`, weight }));
const stars = (...all: string[]) => all.map((minScore) => ({ name: `${minScore}分档`, minScore }));

const LONG = '长'.repeat(501);
const MANY = Array.from({ length: 21 }, () => '4.76');

/** What is wrong, at which field, and in which words. */
const WRONG: readonly [what: string, input: object, path: string, message: string][] = [
  [
    'weights of 99.99',
    { criteria: weights('60', '39.99') },
    'criteria',
    'The weights sum to 99.99; they must sum to 100: change one or more of them.',
  ],
  [
    'weights of 100.01',
    { criteria: weights('60', '40.01') },
    'criteria',
    'The weights sum to 100.01; they must sum to 100: change one or more of them.',
  ],
  ['thirds in two places', { criteria: weights('33.33', '33.33', '33.33') }, 'criteria', 'sum to 99.99;'],
  [
    'thirds in three places',
    { criteria: weights('33.333', '33.333', '33.334') },
    'criteria.0.weight',
    'At most two places',
  ],
  ['a weight of nought', { criteria: weights('100', '0') }, 'criteria.1.weight', 'above 0'],
  [
    'a weight below nought',
    { criteria: weights('110', '-10') },
    'criteria.0.weight',
    'above 0, and 100 at most',
  ],
  ['no criterion', { criteria: [] }, 'criteria', 'at least one criterion'],
  [
    'a criterion without a name',
    { criteria: [{ name: ' ', weight: '100' }] },
    'criteria.0.name',
    'needs a name',
  ],
  [
    'a criterion twice, as one reads it',
    {
      criteria: [
        { name: 'Team ３', weight: '50' },
        { name: ' team 3', weight: '50' },
      ],
    },
    'criteria.1.name',
    'There is a criterion “ team 3” already',
  ],
  [
    'an award twice',
    { awards: ['一等奖', '一等奖 '].map((name) => ({ name, places: 1 })) },
    'awards.1.name',
    'There is an award “一等奖 ” already',
  ],
  ['panels of 90', { panels: [{ kind: 'RESIDENTS', weight: '90' }] }, 'panels', 'The weights sum to 90;'],
  [
    'a panel twice',
    {
      panels: [
        { kind: 'RESIDENTS', weight: '50' },
        { kind: 'RESIDENTS', weight: '50' },
      ],
    },
    'panels',
    'There is one panel of residents’ representatives only: ',
  ],
  [
    'a scale upside down',
    { scale: { ...SCALE, min: '10', max: '0' } },
    'scale.max',
    'must be above the lowest',
  ],
  ['a scale of one score', { scale: { ...SCALE, min: '10' } }, 'scale.max', 'must be above the lowest'],
  ['a scale below nought', { scale: { ...SCALE, min: '-1' } }, 'scale.min', 'between 0 and 1000'],
  ['a scale above a thousand', { scale: { ...SCALE, max: '1000.5' } }, 'scale.max', 'between 0 and 1000'],
  [
    'a step that does not divide',
    { scale: { ...SCALE, step: '3' } },
    'scale.step',
    'Steps of 3 do not lead from 0 to 10: ',
  ],
  ['a step of nought', { scale: { ...SCALE, step: '0' } }, 'scale.step', 'above 0'],
  ['a step of three places', { scale: { ...SCALE, step: '0.125' } }, 'scale.step', 'At most two places'],
  ['a minimum under three', { minimumSheets: 2 }, 'minimumSheets', 'at least three sheets'],
  [
    'fewer judges than the minimum',
    { minimumSheets: 5, sheetsPerPanel: 4 },
    'sheetsPerPanel',
    'At least 5 judges',
  ],
  [
    'a tier with neither places nor score',
    { awards: [{ name: '一等奖' }] },
    'awards.0',
    'either places or a score',
  ],
  [
    'a tier with both',
    { awards: [{ name: '一等奖', places: 1, minScore: '9' }] },
    'awards.0',
    'either places or a score',
  ],
  [
    'tiers of both kinds',
    { awards: [{ name: '一等奖', places: 1 }, ...stars('60')] },
    'awards',
    'All tiers have places',
  ],
  ['stars that rise', { awards: stars('60', '80') }, 'awards.1.minScore', 'below the one before it'],
  ['stars off the scale', { scale: SCALE, awards: stars('11') }, 'awards.0.minScore', 'outside the scale'],
  [
    'points below nought',
    { awards: [{ name: '一等奖', places: 1, points: -1 }] },
    'awards.0.points',
    'not below 0',
  ],
  [
    'a period upside down',
    { periodFrom: '2026-12-31', periodTo: '2026-01-01' },
    'periodTo',
    'ends before it begins',
  ],
  [
    'nominations until yesterday',
    { nominationsUntil: '2026-01-01T00:00:00Z' },
    'nominationsUntil',
    'in the past',
  ],
  [
    'scoring that ends with nominations',
    { nominationsUntil: '2027-01-01T00:00:00Z', scoringUntil: '2027-01-01T00:00:00Z' },
    'scoringUntil',
    'Scoring ends after nominations do.',
  ],
  ['a notice of no day', { noticeWorkingDays: 0 }, 'noticeWorkingDays', 'at least one working day'],
  ['a notice of 61 days', { noticeWorkingDays: 61 }, 'noticeWorkingDays', 'at most 60 working days'],
  ['a blank name', { name: ' ' }, 'name', 'A round needs a name.'],
  ['a long name', { name: LONG }, 'name', 'at most 100 characters'],
  ['no panel', { panels: [] }, 'panels', 'at least one panel'],
  ['21 criteria', { criteria: weights(...MANY) }, 'criteria', 'at most 20 criteria'],
  [
    'a long name of a criterion',
    { criteria: [{ name: LONG, weight: '100' }] },
    'criteria.0.name',
    'at most 60',
  ],
  [
    'a long description',
    { criteria: [{ name: '标准', weight: '100', description: LONG }] },
    'criteria.0.description',
    'at most 500 characters',
  ],
  [
    'a lowest score of three places',
    { scale: { ...SCALE, min: '0.001' } },
    'scale.min',
    'At most two places',
  ],
  [
    'a highest score of three places',
    { scale: { ...SCALE, max: '9.999' } },
    'scale.max',
    'At most two places',
  ],
  ['a minimum above fifty', { minimumSheets: 51 }, 'minimumSheets', 'at most 50 sheets'],
  ['more than fifty judges', { sheetsPerPanel: 51 }, 'sheetsPerPanel', 'at most 50 sheets'],
  ['21 tiers', { awards: MANY.map(() => ({ name: '奖', places: 1 })) }, 'awards', 'at most 20 tiers'],
  ['a tier without a name', { awards: [{ name: '', places: 1 }] }, 'awards.0.name', 'needs a name'],
  ['a long name of a tier', { awards: [{ name: LONG, places: 1 }] }, 'awards.0.name', 'at most 60'],
  ['a tier of no place', { awards: [{ name: '奖', places: 0 }] }, 'awards.0.places', 'at least one place'],
  ['a tier of 1,001', { awards: [{ name: '奖', places: 1001 }] }, 'awards.0.places', 'at most 1,000 places'],
  ['stars of three places', { awards: stars('60.125') }, 'awards.0.minScore', 'At most two places'],
  [
    'stars below the scale',
    { scale: { ...SCALE, min: '1' }, awards: stars('0.5') },
    'awards.0.minScore',
    'outside the scale',
  ],
  ['stars of the same score', { awards: stars('80', '80') }, 'awards.1.minScore', 'below the one before it'],
  [
    'too many points',
    { awards: [{ name: '奖', places: 1, points: 100_001 }] },
    'awards.0.points',
    '100,000 at most',
  ],
  [
    'points of co-hosts below nought',
    { awards: [{ name: '奖', places: 1, coHostPoints: -1 }] },
    'awards.0.coHostPoints',
    'not below 0',
  ],
  [
    'too many points of co-hosts',
    { awards: [{ name: '奖', places: 1, coHostPoints: 100_001 }] },
    'awards.0.coHostPoints',
    '100,000 at most',
  ],
];

describe('a round that cannot be', () => {
  let world: World;
  let acts: EvaluationActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new EvaluationActs(world);
  });
  afterAll(() => world.close());

  it.each(WRONG)(
    'is refused for %s, when it is set up and when it is changed',
    async (_, input, path, message) => {
      const refused = {
        __typename: 'BAD_USER_INPUT',
        fields: expect.arrayContaining([
          { path: `input.${path}`, message: expect.stringContaining(message) as string },
        ]) as object,
      };
      const created = await acts.tryAct(acts.secretary, 'createEvaluationRound', {
        input: acts.input(input),
      });
      expect(created).toMatchObject(refused);
      const round = await acts.setUp();
      const changed = await acts.tryAct(acts.secretary, 'updateEvaluationRound', { ...round, input });
      expect(changed).toMatchObject(refused);
      expect((await acts.see(round.id)).version).toBe(round.version);
    },
  );

  it('is not refused for what is just so', async () => {
    const round = await acts.setUp({
      criteria: weights('33.33', '33.33', '33.34'),
      scale: { min: '1', max: '5', step: '0.25' },
      awards: stars('5', '4.5', '1'),
      periodTo: '2026-01-01',
    });
    expect(round.rules).toMatchObject({ scaleMin: '1', scaleMax: '5', scaleStep: '0.25' });
  });

  it('is judged whole when a part of it changes', async () => {
    const round = await acts.setUp({ awards: stars('90', '60') });
    const input = { scale: { min: '0', max: '80', step: '1' } };
    const changed = await acts.tryAct(acts.secretary, 'updateEvaluationRound', { ...round, input });
    expect(changed.fields?.[0]?.path).toBe('input.awards.0.minScore');
  });

  it.each([
    ['a representative', 'resident-1', 'BAD_USER_INPUT'],
    ['the liaison of a guest', 'owners-committee', 'BAD_USER_INPUT'],
    ['somebody of another network', 'riverside-clinic', 'NOT_FOUND'],
    ['a steward, who is asked instead', 'zhoupu-steward', 'NOT_FOUND'],
  ])('has no returning officer who is %s', async (_, account, code) => {
    const round = await acts.setUp();
    const outcome = await acts.tryAct(acts.secretary, 'appointReturningOfficer', {
      ...round,
      postId: world.post(account),
    });
    expect(outcome.__typename).toBe(code);
  });

  it('is not set up for a network that one does not convene', async () => {
    const input = acts.input({ networkId: world.network('riverside') });
    const outcome = await acts.tryAct(acts.secretary, 'createEvaluationRound', { input });
    expect(outcome.__typename).toBe('NOT_FOUND');
  });
});
