import { attachPicture } from '../support/attached.js';
import { fingerprint } from '../support/fingerprint.js';
import { MembershipActs } from '../support/membership-acts.js';
import { NominationActs, type NominationOutcome } from '../support/nomination-acts.js';
import { PNG } from '../support/sample-files.js';
import { startWorld, type World } from '../support/world.js';

const TOLD = `{ recordedForUs(first: 50) { edges { node { act manner thing { ... on Nomination { id } } } } } }`;
const CHAT = `query ($id: ID!) { nomination(id: $id) { chatText } }`;
const LINES = `query ($id: ID!) { nomination(id: $id) { auditLines { edges { node { act unit { code } } } } } }`;
const WITHIN = `query ($round: ID!, $project: ID!) {
  evaluationRound(id: $round) { nominations(first: 100) { edges { node { id } } } }
  project(id: $project) { nominations(first: 100) { edges { node { id } } } } }`;
const ENDING = `query ($id: ID!) { node(id: $id) { ... on Membership { wouldEnd { part thing { id } } } } }`;
const SUBJECTS = {
  PROJECT: 'projectId',
  UNIT: 'subjectUnitId',
  BUILDING_GROUP: 'subjectLabel',
  CONTEST_TEAM: 'subjectLabel',
} as const;

const NOMINATED =
  'It is nominated in this round already, and stands in it once: withdraw this draft, or nominate something else.';
const TOO_LATE =
  'The time for nominations is over: as long as scoring has not begun, ask the committee for a later end.';

describe('a nomination', () => {
  let world: World;
  let acts: NominationActs;
  let projectId: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new NominationActs(world);
    projectId = await acts.project();
  });
  afterAll(() => world.close());

  const said = ({ __typename, message }: NominationOutcome): string => message ?? __typename;
  const create = async (account: string, roundId: string, subject: object): Promise<string> =>
    said(await acts.tryAct(account, 'createNomination', { input: { roundId, ...subject } }));

  describe.each(Object.entries(SUBJECTS))('in a round for %s', (subjectKind, wanted) => {
    it(`takes ${wanted} and nothing else`, async () => {
      const roundId = await acts.nominating({ subjectKind });
      const subjects = { projectId, subjectUnitId: world.unit('clinic'), subjectLabel: '三号楼' };
      for (const [field, value] of Object.entries(subjects))
        expect([field, await create('clinic', roundId, { [field]: value })]).toEqual([
          field,
          field === wanted ? 'Nomination' : expect.stringMatching(new RegExp(`^input.${wanted}: This round`)),
        ]);
      expect(await create('clinic', roundId, subjects)).toMatch(new RegExp(`^input.${wanted}: This round`));
      expect(await create('clinic', roundId, {})).toMatch(new RegExp(`^input.${wanted}: This round`));
    });
  });

  it('of a project is made by its lead, its co-hosts or the committee, as long as it is one of the network', async () => {
    const roundId = await acts.nominating();
    for (const account of ['clinic', 'bus-639', 'southeast-officer'])
      expect(await create(account, roundId, { projectId })).toBe('Nomination');
    expect(await create('food-market', roundId, { projectId })).toMatch(
      /^A project is nominated by its lead/,
    );
    expect(await create('resident-1', roundId, { projectId })).toBe('Your post may not do this.');
    const other = await acts.projects.start('riverside-primary', {}, 'riverside');
    await acts.projects.act('riverside-committee', 'takeProject', other);
    const elsewhere = other.id;
    const hidden = await create('clinic', roundId, { projectId: elsewhere });
    expect(hidden).toMatch(/^There is no such thing/);
    // The bus fleet sees both, in the one network as in the other.
    expect(await create('bus-639', roundId, { projectId: elsewhere })).toBe(hidden);
    const idea = await acts.projects.start('clinic', { title: '想法' });
    expect(await create('clinic', roundId, { projectId: idea.id })).toMatch(
      /^The project is not one of the network/,
    );
    const stopped = await acts.project();
    const late = await acts.draft('clinic', roundId, { projectId: stopped });
    const seen = await acts.projects.see('clinic', stopped);
    await acts.projects.act('southeast-committee', 'stopProject', { ...seen });
    expect(await create('clinic', roundId, { projectId: stopped })).toMatch(
      /^The project is not one of the network/,
    );
    expect(said(await acts.tryAct('clinic', 'submitNomination', late))).toMatch(/^The project is not one/);
  });

  it('of a unit is made by itself or the committee, of members alone', async () => {
    const roundId = await acts.nominating({ subjectKind: 'UNIT' });
    const unit = (code: string) => ({ subjectUnitId: world.unit(code) });
    expect(await create('bus-639', roundId, unit('bus-639'))).toBe('Nomination');
    expect(await create('southeast-officer', roundId, unit('bus-639'))).toBe('Nomination');
    expect(await create('southeast-officer', roundId, unit('southeast-committee'))).toBe('Nomination');
    expect(await create('clinic', roundId, unit('bus-639'))).toMatch(/^A unit nominates itself/);
    const strange = await create('southeast-officer', roundId, unit('riverside-primary'));
    expect(strange).toMatch(/^input.subjectUnitId: /);
  });

  it('is the only one of its subject: the second is refused until the first is withdrawn', async () => {
    const roundId = await acts.nominating();
    const [first, second] = [
      await acts.submitted('clinic', roundId, { projectId }),
      await acts.draft('bus-639', roundId, { projectId }),
    ];
    const refused = await acts.tryAct('bus-639', 'submitNomination', second);
    expect(said(refused)).toBe(NOMINATED);
    await acts.act('clinic', 'withdrawNomination', first);
    await acts.act('bus-639', 'submitNomination', second);
    const groups = await acts.nominating({ subjectKind: 'BUILDING_GROUP' });
    await acts.submitted('clinic', groups, { subjectLabel: '三号楼' });
    const same = await acts.draft('food-market', groups, { subjectLabel: ' 三号楼 ' });
    expect(said(await acts.tryAct('food-market', 'submitNomination', same))).toBe(NOMINATED);
  });

  it('is the only one of its name as one reads it: in wide letters, capitals or with blanks around', async () => {
    const teams = await acts.nominating({ subjectKind: 'CONTEST_TEAM' });
    await acts.submitted('clinic', teams, { subjectLabel: 'Ａ队３' });
    for (const subjectLabel of ['A队3', ' a队３', 'ａ队3 ']) {
      const same = await acts.draft('food-market', teams, { subjectLabel });
      expect(said(await acts.tryAct('food-market', 'submitNomination', same))).toBe(NOMINATED);
    }
    await acts.submitted('food-market', teams, { subjectLabel: 'A队4' });
  });

  it('of a round that was cancelled is taken back by its unit as long as nobody else has read it', async () => {
    const roundId = await acts.nominating();
    const sent = await acts.submitted('clinic', roundId, { projectId });
    const draft = await acts.draft('bus-639', roundId, { projectId });
    const { id, version } = await acts.rounds.see(roundId);
    const cancel = { id, version, reason: '经费未落实' };
    await acts.rounds.act('southeast-committee', 'cancelEvaluationRound', cancel);
    expect(await acts.act('bus-639', 'withdrawNomination', draft)).toMatchObject({ state: 'WITHDRAWN' });
    expect(said(await acts.tryAct('clinic', 'withdrawNomination', sent))).toBe(
      'It is submitted; this is done while it is a draft or returned.',
    );
    const update = await acts.tryAct('bus-639', 'updateNomination', draft);
    expect(said(update)).toMatch(
      /^It is cancelled; this is done while it is open for nominations\. It stays so; its rules can be copied/,
    );
  });

  it('is the only one when two co-hosts submit at once', async () => {
    for (let round = 0; round < 3; round++) {
      const roundId = await acts.nominating();
      const drafts = [
        ['clinic', await acts.draft('clinic', roundId, { projectId })],
        ['bus-639', await acts.draft('bus-639', roundId, { projectId })],
      ] as const;
      const answers = await Promise.all(
        drafts.map(async ([account, draft]) => said(await acts.tryAct(account, 'submitNomination', draft))),
      );
      expect(answers.toSorted()).toEqual([NOMINATED, 'Nomination']);
    }
  });

  it('takes part and is read, or came too late, when scoring begins as it is submitted', async () => {
    for (let round = 0; round < 3; round++) {
      const roundId = await acts.nominating({ subjectKind: 'CONTEST_TEAM' });
      await acts.submitted('food-market', roundId, { subjectLabel: '合唱队' });
      const draft = await acts.draft('clinic', roundId, { subjectLabel: '舞蹈队' });
      const officer = await acts.rounds.appointed(await acts.rounds.see(roundId), 'property-management');
      const [submitted] = await Promise.all([
        acts.tryAct('clinic', 'submitNomination', draft),
        acts.rounds.act('southeast-committee', 'beginScoring', officer),
      ]);
      const isIn = submitted.__typename === 'Nomination';
      if (!isIn) expect(said(submitted)).toMatch(/being scored/);
      expect(await acts.listIds('bus-639', { roundId })).toHaveLength(isIn ? 2 : 1);
      expect(await acts.see('clinic', draft.id)).toMatchObject({ state: isIn ? 'SUBMITTED' : 'DRAFT' });
    }
  });

  it('is made in a round that is open for them, and until its deadline', async () => {
    const now = world.clock.now();
    const nominationsUntil = new Date(now.getTime() + 3_600_000);
    const setUp = await acts.rounds.setUp({ nominationsUntil });
    expect(await create('clinic', setUp.id, { projectId })).toMatch(/^There is no such thing/);
    expect(await create('southeast-officer', setUp.id, { projectId })).toMatch(/being set up/);
    await acts.rounds.act('southeast-committee', 'openNominations', setUp);
    const draft = await acts.draft('clinic', setUp.id, { projectId });
    const sent = await acts.submitted('bus-639', setUp.id, { projectId });
    world.clock.set(nominationsUntil);
    expect(await create('clinic', setUp.id, { projectId })).toBe(TOO_LATE);
    expect(said(await acts.tryAct('clinic', 'submitNomination', draft))).toBe(TOO_LATE);
    expect(await acts.act('bus-639', 'withdrawNomination', sent)).toMatchObject({ state: 'WITHDRAWN' });
    world.clock.set(now);
  });

  it('tries to be submitted without a trace, and shows what would be told of it', async () => {
    const roundId = await acts.nominating();
    const draft = await acts.draft('clinic', roundId, { projectId });
    const before = await fingerprint(world.api.database);
    const tried = await acts.tryAct('clinic', 'submitNomination', { ...draft, tryOnly: true });
    expect(tried).toMatchObject({ __typename: 'Nomination', state: 'SUBMITTED' });
    expect(await fingerprint(world.api.database)).toEqual(before);
  });

  it('goes back with its reason, which its unit reads in chat without phones', async () => {
    const roundId = await acts.nominating();
    const submitted = await acts.submitted('clinic', roundId, { projectId });
    const reason = '请补充照片，问13812345678';
    const returned = await acts.act('southeast-officer', 'returnNomination', { ...submitted, reason });
    expect(returned).toMatchObject({ state: 'RETURNED', reason, submittedAt: null });
    const { nomination } = await world.as('clinic').ask<{ nomination: object }>(CHAT, { id: returned.id });
    expect(nomination).toEqual({
      chatText: `【申报】体检接送（已退回）\n评比：2026 年度项目评比\n申报单位：东南医务站\n申报理由：每周三接送老人体检，风雨无阻。\n原因：请补充照片，问****5678`,
    });
    const input = { statement: '补充了照片。' };
    const said2 = await acts.act('clinic', 'updateNomination', { ...returned, input });
    expect(await acts.act('clinic', 'submitNomination', said2)).toMatchObject({
      reason: null,
      statement: '补充了照片。',
    });
    const lines = await world.as('clinic').ask(LINES, { id: returned.id });
    const acted = JSON.stringify(lines);
    for (const act of ['DRAFT', 'SUBMITTED', 'RETURNED', 'CHANGED']) expect(acted).toContain(act);
    expect(acted).toContain('southeast-committee');
  });

  it('carries evidence, added until it is submitted and read by whoever reads it', async () => {
    const roundId = await acts.nominating();
    const draft = await acts.draft('clinic', roundId, { projectId });
    const file = await attachPicture(world.as('clinic'), draft.id, '接送.png');
    const status = async (account: string): Promise<number> =>
      (await world.actingAs(account).send({ method: 'GET', url: `/files/${file}` })).statusCode;
    const attach = async (account: string): Promise<number> =>
      (await world.actingAs(account).attach(draft.id, '更多.png', PNG)).statusCode;
    const readers = async (): Promise<string[]> => {
      const all = ['clinic', 'southeast-officer', 'food-market', 'zhoupu-steward', 'riverside-primary'];
      const seen = await Promise.all(all.map(async (account) => [account, await status(account)] as const));
      return seen.flatMap(([account, code]) => (code === 200 ? [account] : []));
    };
    expect(await readers()).toEqual(['clinic']);
    expect(await attach('southeast-officer')).toBe(404);
    const submitted = await acts.act('clinic', 'submitNomination', draft);
    expect(submitted.files).toEqual([{ name: '接送.png' }]);
    expect(await readers()).toEqual(['clinic', 'southeast-officer']);
    expect([await attach('clinic'), await attach('southeast-officer')]).toEqual([403, 403]);
    const returned = await acts.act('southeast-officer', 'returnNomination', submitted);
    expect(await readers()).toEqual(['clinic']);
    expect(await attach('clinic')).toBe(201);
    await acts.act('clinic', 'submitNomination', returned);
    await acts.score(roundId);
    expect(await readers()).toEqual(['clinic', 'southeast-officer', 'food-market']);
  });

  it('is entered, corrected and submitted by the committee for a unit, which goes on with it', async () => {
    const roundId = await acts.nominating();
    const onBehalfOf = world.unit('clinic');
    const entered = await acts.act('southeast-officer', 'createNomination', {
      input: { roundId, projectId },
      onBehalfOf,
    });
    expect(entered).toMatchObject({ state: 'DRAFT', unit: { code: 'clinic' } });
    const input = { statement: '电话补充。' };
    const corrected = await acts.act('southeast-officer', 'updateNomination', {
      ...entered,
      input,
      onBehalfOf,
    });
    const submitted = await acts.act('southeast-officer', 'submitNomination', { ...corrected, onBehalfOf });
    expect(submitted).toMatchObject({ state: 'SUBMITTED', statement: '电话补充。' });
    type Told = { recordedForUs: { edges: { node: { thing: { id: string } | null; manner: string } }[] } };
    const { recordedForUs } = await world.as('clinic').ask<Told>(TOLD);
    const ours = recordedForUs.edges.filter(({ node }) => node.thing?.id === entered.id);
    expect(ours.map(({ node }) => node.manner)).toContain('ON_BEHALF');
    await acts.act('clinic', 'withdrawNomination', submitted);
    const own = await acts.draft('clinic', roundId, { projectId });
    for (const name of ['updateNomination', 'submitNomination', 'withdrawNomination'] as const) {
      const outcome = await acts.tryAct('southeast-officer', name, { ...own, onBehalfOf });
      expect([name, outcome.__typename]).toEqual([name, 'NOT_FOUND']);
    }
    const forHosts = { input: { roundId, projectId }, onBehalfOf: world.unit('bus-639') };
    await acts.act('southeast-officer', 'createNomination', forHosts);
  });

  it('is read by a returning officer of the street office from the beginning of scoring on, and no other steward', async () => {
    const roundId = await acts.nominating();
    const { id } = await acts.submitted('clinic', roundId, { projectId });
    const asked = await acts.rounds.act(
      'southeast-committee',
      'askStreetOffice',
      await acts.rounds.see(roundId),
    );
    await acts.rounds.act('zhoupu-steward', 'acceptReturningOffice', asked);
    expect(await acts.see('zhoupu-steward', id)).toBeNull();
    await acts.rounds.act('southeast-committee', 'beginScoring', await acts.rounds.see(roundId));
    expect(await acts.see('zhoupu-steward', id)).toMatchObject({ title: '体检接送' });
    await acts.rounds.act('southeast-committee', 'askStreetOffice', await acts.rounds.see(roundId));
    expect(await acts.see('zhoupu-steward', id)).toBeNull();
  });

  it('stands beneath its round and its project, as far as one reads it', async () => {
    const roundId = await acts.nominating();
    const mine = await acts.submitted('clinic', roundId, { projectId });
    await acts.draft('bus-639', roundId, { projectId });
    const within = async (account: string): Promise<string> =>
      JSON.stringify(await world.actingAs(account).ask(WITHIN, { round: roundId, project: projectId }));
    const times = (text: string): number => text.split(mine.id).length - 1;
    expect([times(await within('clinic')), times(await within('bus-639'))]).toEqual([2, 0]);
    await acts.score(roundId);
    expect(times(await within('food-market'))).toBe(2);
  });

  it('is withdrawn when its unit leaves, unless it is scored', async () => {
    const members = new MembershipActs(world);
    const scored = await acts.nominating();
    const kept = await acts.submitted('clinic', scored, { projectId });
    await acts.score(scored);
    const roundId = await acts.nominating({ subjectKind: 'BUILDING_GROUP' });
    const submitted = await acts.submitted('clinic', roundId, { subjectLabel: '五号楼' });
    const draft = await acts.draft('clinic', roundId, { subjectLabel: '六号楼' });
    const ofUnits = await acts.nominating({ subjectKind: 'UNIT' });
    const about = await acts.submitted('southeast-officer', ofUnits, { subjectUnitId: world.unit('clinic') });
    const id = world.membership('clinic', 'southeast');
    const ending = JSON.stringify(await world.as('southeast-committee').ask(ENDING, { id }));
    expect([submitted.id, about.id, draft.id, kept.id].map((one) => ending.includes(one))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    await members.step('suspendMembership', 'clinic');
    await members.step('resumeMembership', 'clinic');
    const states = await Promise.all(
      [submitted, draft, kept].map(async (one) => (await acts.see('clinic', one.id))?.state),
    );
    expect(states).toEqual(['WITHDRAWN', 'WITHDRAWN', 'SUBMITTED']);
    expect((await acts.see('southeast-officer', about.id))?.state).toBe('WITHDRAWN');
  });
});
