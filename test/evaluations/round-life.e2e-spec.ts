import { EvaluationActs, putInState, type SeenRound } from '../support/evaluation-acts.js';
import { startWorld, type World } from '../support/world.js';

const ENDING = `query ($id: ID!) { node(id: $id) { ... on Membership { version wouldEnd { part thing { id } } } } }`;
const SUSPEND = `mutation ($id: ID!, $version: Int!) { suspendMembership(id: $id, version: $version) { __typename } }`;
const LINES = `query ($id: ID!) { evaluationRound(id: $id) { auditLines(first: 50) { edges { node { act part } } } } }`;
const AUTHORS = `query ($id: ID!) { evaluationRound(id: $id) { auditLines(first: 50) { edges { node { part manner role personName } } } } }`;
const AUDIENCE = `query ($networkId: ID!) { evaluationRoundAudience(networkId: $networkId) {
  unitCount readers { unit { code } roles parts } } }`;

/** Of what others read and do beneath: see round-states; of its rules, frozen in the database, too: isolation/evaluation-walls. */
describe('a round', () => {
  let world: World;
  let acts: EvaluationActs;
  const update = (round: SeenRound, input: object) =>
    acts.tryAct('southeast-officer', 'updateEvaluationRound', { ...round, input });

  beforeAll(async () => {
    world = await startWorld();
    acts = new EvaluationActs(world);
  });
  afterAll(() => world.close());

  it('is set up with its rules, which are read in order', async () => {
    const round = await acts.setUp();
    expect(round).toMatchObject({
      state: 'SETUP',
      noticeWorkingDays: 5,
      rules: {
        scaleMin: '0',
        scaleMax: '100',
        scaleStep: '1',
        minimumSheets: 3,
        sheetsPerPanel: 5,
        isFrozen: false,
      },
      criteria: [
        { position: 1, name: '居民受益', description: '惠及多少居民', weight: '60' },
        { position: 2, name: '可持续性', description: null, weight: '40' },
      ],
      panels: [
        { kind: 'COMMITTEE', weight: '30' },
        { kind: 'PARTNER_UNITS', weight: '30' },
        { kind: 'RESIDENTS', weight: '40' },
      ],
      awards: [
        { position: 1, name: '一等奖', places: 1, minScore: null, points: 30, coHostPoints: 10 },
        { position: 2, name: '二等奖', places: 2, minScore: null, points: 20, coHostPoints: 5 },
      ],
    });
  });

  it.each([
    [3, 5],
    [4, 6],
    [49, 50],
    [50, 50],
  ])(
    'of at least %i sheets has %i judges proposed, so that one may be set aside',
    async (minimum, proposed) => {
      const round = await acts.setUp({ minimumSheets: minimum });
      expect(round.rules).toMatchObject({ minimumSheets: minimum, sheetsPerPanel: proposed });
    },
  );

  it('keeps how many judges are proposed as it was said, until its minimum is above that', async () => {
    const round = await acts.setUp({ sheetsPerPanel: 3 });
    const say = ({ id, version }: SeenRound, input: object): Promise<SeenRound> =>
      acts.act(acts.secretary, 'updateEvaluationRound', { id, version, input });
    const kept = await say(round, { minimumSheets: 3 });
    expect(kept.rules?.sheetsPerPanel).toBe(3);
    const above = await say(kept, { minimumSheets: 4 });
    expect(above.rules?.sheetsPerPanel).toBe(6);
  });

  it('changes its rules until scoring begins, lists whole and the rest as said', async () => {
    const round = await acts.nominating();
    const changed = await update(round, {
      minimumSheets: 4,
      criteria: [
        { name: '居民受益', weight: '50' },
        { name: '协同', weight: '25.5' },
        { name: '可持续性', weight: '24.5' },
      ],
      panels: [{ kind: 'RESIDENTS', weight: '100' }],
      awards: [],
    });
    expect(changed).toMatchObject({
      version: round.version + 1,
      name: round.name,
      rules: { minimumSheets: 4, sheetsPerPanel: 5, scaleMax: '100' },
      criteria: [
        { position: 1, name: '居民受益', description: null, weight: '50' },
        { position: 2, name: '协同', weight: '25.5' },
        { position: 3, name: '可持续性', weight: '24.5' },
      ],
      panels: [{ kind: 'RESIDENTS', weight: '100' }],
      awards: [],
    });
    // What was written anew is read by the network, too.
    expect((await acts.round('clinic', round.id))?.criteria).toHaveLength(3);
  });

  it('is copied with its rules alone', async () => {
    const round = await acts.appointed(await acts.nominating({ noticeWorkingDays: 7 }), 'clinic');
    const input = { name: '2027 年度项目评比', periodFrom: '2027-01-01', periodTo: '2027-12-31' };
    const copy = await acts.act('southeast-officer', 'copyEvaluationRound', { id: round.id, input });
    expect(copy).toMatchObject({
      ...input,
      state: 'SETUP',
      version: 1,
      noticeWorkingDays: 7,
      returningPersonName: null,
      copiedFrom: { id: round.id },
      finalistsOf: null,
    });
    const { criteria, panels, awards, rules } = await acts.see(round.id);
    expect(copy).toMatchObject({ criteria, panels, awards, rules });
    await update(copy, { criteria: [{ name: '全部', weight: '100' }] });
    expect((await acts.see(round.id)).criteria).toEqual(criteria);
  });

  it('has a final only as a contest with a final result', async () => {
    const input = { name: '决赛', periodFrom: '2026-12-01', periodTo: '2026-12-31', finalists: 3 };
    const tryFinal = ({ id }: SeenRound) => acts.tryAct(acts.secretary, 'copyEvaluationRound', { id, input });
    expect((await tryFinal(await acts.setUp())).message).toBe(
      'Only a contest has a final round: copy this one without finalists.',
    );
    const contest = await acts.nominating({ subjectKind: 'CONTEST_TEAM' });
    const early =
      'That round has no final result yet, so that nobody knows its first: make its result final before.';
    expect((await tryFinal(contest)).message).toBe(early);
    await putInState(world, contest, 'FINAL');
    const final = await tryFinal(contest);
    expect(final).toMatchObject({ finalistsOf: { id: contest.id }, finalistPlaces: 3 });
    // FINAL in name only: it has no standings.
    expect((await acts.tryAct(acts.secretary, 'openNominations', final)).message).toBe(early);
  });

  it('is scored from the end of nominations on, and with a returning officer', async () => {
    const until = { nominationsUntil: '2026-11-30T18:00:00+08:00' };
    const round = await acts.nominating({ subjectKind: 'UNIT', ...until });
    await acts.nominate(round);
    const tryScoring = async () => acts.tryAct(acts.secretary, 'beginScoring', await acts.see(round.id));
    expect((await tryScoring()).message).toContain('Scoring needs a returning officer');
    await acts.appointed(await acts.see(round.id), 'clinic');
    expect((await tryScoring()).message).toContain('Units may nominate until');
    const later = await acts.setUp(until);
    const now = world.clock.now();
    world.clock.set(new Date('2026-11-30T18:00:00+08:00'));
    expect((await acts.tryAct(acts.secretary, 'openNominations', later)).message).toContain('has passed');
    expect(await tryScoring()).toMatchObject({ state: 'SCORING', rules: { isFrozen: true } });
    world.clock.set(now);
  });

  it('is not scored while nothing is nominated', async () => {
    const round = await acts.appointed(await acts.nominating(), 'clinic');
    const outcome = await acts.tryAct(acts.secretary, 'beginScoring', round);
    expect(outcome.message).toMatch(/^Nothing that was submitted takes part yet: /);
  });

  it('can be opened, scored and cancelled for a try', async () => {
    const round = await acts.setUp();
    const tried = await acts.tryAct(acts.secretary, 'openNominations', { ...round, tryOnly: true });
    expect(tried.state).toBe('NOMINATING');
    const ready = await acts.ready();
    const scored = await acts.tryAct(acts.secretary, 'beginScoring', { ...ready, tryOnly: true });
    expect(scored).toMatchObject({ state: 'SCORING', rules: { isFrozen: true } });
    expect(await acts.see(ready.id)).toMatchObject({ state: 'NOMINATING', rules: { isFrozen: false } });
    const cancelled = await acts.tryAct(acts.secretary, 'cancelEvaluationRound', { ...round, tryOnly: true });
    expect(cancelled.state).toBe('CANCELLED');
    expect(await acts.see(round.id)).toMatchObject({ state: 'SETUP', version: round.version });
  });

  it('tells the group chat what is called for, and that it is cancelled', async () => {
    const chat = async (id: string): Promise<string | null> => {
      const query = `query ($id: ID!) { evaluationRound(id: $id) { chatText } }`;
      type Answer = { evaluationRound: { chatText: string | null } };
      return (await world.as('clinic').ask<Answer>(query, { id })).evaluationRound.chatText;
    };
    const round = await acts.nominating({ nominationsUntil: '2026-12-31T18:00:00+08:00' });
    expect(await chat(round.id)).toBe(
      [
        '【项目评比】东南社区共建网络“2026 年度项目评比”开始申报',
        '评比对象：项目',
        '评比周期：2026-01-01至2026-12-31',
        '申报截止：2026年12月31日（星期四）18:00',
        '评分标准：居民受益占60%、可持续性占40%',
        '奖项设置：一等奖1名、二等奖2名',
        '请各单位登录平台申报。',
      ].join('\n'),
    );
    await acts.act(acts.secretary, 'cancelEvaluationRound', { ...round, reason: '改到明年，问 13812345678' });
    expect(await chat(round.id)).toBe(
      '【评比取消】东南社区共建网络“2026 年度项目评比”已取消\n原因：改到明年，问 ****5678',
    );
  });

  it('has a returning officer who was appointed, or of the street office', async () => {
    const round = await acts.nominating();
    const first = await acts.appointed(round, 'clinic');
    expect(first).toMatchObject({
      returningPersonName: '东南医务站联络员',
      returningUnit: { code: 'clinic' },
    });
    const asked = await acts.act(acts.secretary, 'askStreetOffice', first);
    expect(asked).toMatchObject({ isStreetOffice: true, returningPersonName: null, returningUnit: null });
    // A steward who is asked reads the round, and its rules once it is the returning officer.
    expect(await acts.round('zhoupu-steward', round.id)).toMatchObject({ rules: null, criteria: [] });
    const chat = `query ($id: ID!) { evaluationRound(id: $id) { chatText } }`;
    expect(await world.as('zhoupu-steward').ask(chat, round)).toEqual({
      evaluationRound: { chatText: null },
    });
    const accepted = await acts.act('zhoupu-steward', 'acceptReturningOffice', asked);
    expect(accepted).toMatchObject({
      isStreetOffice: true,
      returningPersonName: '周浦镇党建办督导员',
      rules: { minimumSheets: 3 },
      criteria: [{ position: 1 }, { position: 2 }],
    });
    // The steward has accepted by itself, though the row is the committee’s.
    type Lines = { evaluationRound: { auditLines: { edges: { node: object }[] } } };
    const { evaluationRound } = await world.as('southeast-officer').ask<Lines>(AUTHORS, { id: round.id });
    const part = 'EvaluationRound';
    const node = { part, manner: 'OWN', role: 'STEWARD', personName: '周浦镇党建办督导员' };
    expect(evaluationRound.auditLines.edges).toContainEqual({ node });
    const again = await acts.tryAct('zhoupu-steward', 'acceptReturningOffice', asked);
    expect(again.__typename).toBe('WrongState');
    const officer = await acts.appointed(await acts.see(round.id), 'southeast-officer');
    expect(officer).toMatchObject({ isStreetOffice: false, returningPersonName: '东南社区党总支干事' });
    expect(await acts.round('zhoupu-steward', round.id)).toBeNull();
  });

  it('loses a returning officer whose unit leaves, which is said before', async () => {
    const round = await acts.appointed(await acts.setUp(), 'party-school');
    const id = world.membership('party-school', 'southeast');
    const secretary = world.as('southeast-committee');
    type Ending = { node: { version: number; wouldEnd: { part: string; thing: { id: string } }[] } };
    const { node } = await secretary.ask<Ending>(ENDING, { id });
    expect(node.wouldEnd).toContainEqual({ part: 'ReturningOffice', thing: { id: round.id } });
    await secretary.ask(SUSPEND, { id, version: node.version });
    expect(await acts.see(round.id)).toMatchObject({ returningPersonName: null, version: round.version + 1 });
  });

  it('leaves lines for its committee, and for whoever reads it once it is published', async () => {
    const round = await acts.nominating();
    await update(round, { name: '新名称', minimumSheets: 4 });
    const lines = async (account: string) => {
      type Answer = { evaluationRound: { auditLines: { edges: { node: { act: string; part: string } }[] } } };
      const { evaluationRound } = await world.actingAs(account).ask<Answer>(LINES, { id: round.id });
      return evaluationRound.auditLines.edges.map(({ node }) => `${node.part} ${node.act}`).toSorted();
    };
    expect(await lines('clinic')).toEqual([]);
    expect(await lines('southeast-officer')).toEqual([
      'EvaluationAward CREATED',
      'EvaluationAward CREATED',
      'EvaluationCriterion CREATED',
      'EvaluationCriterion CREATED',
      'EvaluationPanel CREATED',
      'EvaluationPanel CREATED',
      'EvaluationPanel CREATED',
      'EvaluationRound CHANGED',
      'EvaluationRound NOMINATING',
      'EvaluationRound SETUP',
      'EvaluationRules CHANGED',
      'EvaluationRules CREATED',
    ]);
  });

  it('says who will read it', async () => {
    type Reader = { unit: { code: string } | null; roles: string[]; parts: string[] };
    type Answer = { evaluationRoundAudience: { readers: Reader[]; unitCount: number } };
    const { evaluationRoundAudience } = await world
      .as('southeast-officer')
      .ask<Answer>(AUDIENCE, { networkId: world.network('southeast') });
    const partsOf = (code: string | null) =>
      evaluationRoundAudience.readers
        .filter(({ unit }) => (unit?.code ?? null) === code)
        .map(({ roles, parts }) => [roles.join(), parts.join()]);
    expect(partsOf('southeast-committee')).toEqual([
      ['SECRETARY,OFFICER', 'EVALUATION_ROUND'],
      ['REPRESENTATIVE', 'EVALUATION_ROUND_ONCE_OPEN'],
    ]);
    expect(partsOf('clinic')[0]?.[1]).toBe('EVALUATION_ROUND_ONCE_OPEN');
    expect(partsOf(null)).toEqual([['STEWARD', 'EVALUATION_ROUND_ONCE_PUBLISHED']]);
  });
});
