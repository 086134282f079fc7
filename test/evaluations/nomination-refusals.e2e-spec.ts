import { MembershipActs } from '../support/membership-acts.js';
import { NominationActs } from '../support/nomination-acts.js';
import { startWorld, type World } from '../support/world.js';

const GROUPS = { subjectKind: 'BUILDING_GROUP' };

/** Of what each step leads to by state: see nomination-states. */
describe('what nominations refuse', () => {
  let world: World;
  let acts: NominationActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new NominationActs(world);
  });
  afterAll(() => world.close());

  const said = async (account: string, ...[name, wish]: Parameters<Said>) => {
    const { __typename, message } = await acts.tryAct(account, name, wish);
    return `${__typename}: ${message}`;
  };

  it('every step of a draft, or of what was returned, once scoring has begun', async () => {
    const roundId = await acts.nominating(GROUPS);
    await acts.submitted('food-market', roundId, { subjectLabel: '一号楼组' });
    const draft = await acts.draft('clinic', roundId, { subjectLabel: '二号楼组' });
    const sent = await acts.submitted('clinic', roundId, { subjectLabel: '三号楼组' });
    const returned = await acts.act('southeast-officer', 'returnNomination', sent);
    await acts.score(roundId);
    for (const nomination of [draft, returned]) {
      for (const name of ['updateNomination', 'submitNomination', 'withdrawNomination'] as const)
        expect([name, await said('clinic', name, nomination)]).toEqual([
          name,
          'WrongState: It is being scored; this is done while it is open for nominations. Next the returning officer closes scoring.',
        ]);
      expect((await acts.see('clinic', nomination.id))?.version).toBe(nomination.version);
    }
  });

  it.each(['returnProject', 'withdrawProject'] as const)('a project after %s', async (step) => {
    const roundId = await acts.nominating();
    const project = await acts.projects.start('clinic', { title: '想法' });
    const by = step === 'returnProject' ? 'southeast-committee' : 'clinic';
    await acts.projects.act(by, step, { ...project });
    expect(await said('clinic', 'createNomination', { input: { roundId, projectId: project.id } })).toMatch(
      /^WrongState: The project is not one of the network/,
    );
  });

  it('words that are missing or too long', async () => {
    const roundId = await acts.nominating(GROUPS);
    const create = (input: object) =>
      said('clinic', 'createNomination', { input: { roundId, subjectLabel: '三号楼组', ...input } });
    const problem = 'BAD_USER_INPUT: input.';
    expect(await create({ subjectLabel: ' ' })).toBe(`${problem}subjectLabel: Give it a name.`);
    expect(await create({ subjectLabel: '长'.repeat(101) })).toMatch(/at most 100 characters/);
    expect(await create({ statement: ' ' })).toBe(`${problem}statement: Say why it should be awarded.`);
    expect(await create({ statement: '长'.repeat(5001) })).toMatch(/at most 5,000 characters/);
    expect(await create({ statement: '长'.repeat(5000) })).toBe('Nomination: undefined');
    const sent = await acts.submitted('clinic', roundId, { subjectLabel: '三号楼组' });
    const sendBack = (reason: string) => said('southeast-officer', 'returnNomination', { ...sent, reason });
    expect(await sendBack(' ')).toBe('BAD_USER_INPUT: reason: Say why.');
    expect(await sendBack('长'.repeat(501))).toBe(
      'BAD_USER_INPUT: reason: A reason has at most 500 characters.',
    );
  });

  it('what is the committee’s to the committee of another network, which nominates here as a partner', async () => {
    const members = new MembershipActs(world);
    const membership = await members.join('riverside-committee');
    const roundId = await acts.nominating(GROUPS);
    const own = await acts.submitted('riverside-committee', roundId, { subjectLabel: '滨河楼组' });
    expect(await said('riverside-committee', 'returnNomination', own)).toMatch(/^FORBIDDEN/);
    const { rounds } = acts;
    const round = await rounds.appointed(await rounds.see(roundId), 'property-management');
    const input = { name: '下一年', periodFrom: '2027-01-01', periodTo: '2027-12-31' };
    const all = [
      ['updateEvaluationRound', { ...round, input }],
      ['copyEvaluationRound', { id: roundId, input }],
      ['openNominations', round],
      ['beginScoring', round],
      ['cancelEvaluationRound', round],
      ['askStreetOffice', round],
    ] as const;
    for (const [name, variables] of all)
      expect([name, (await rounds.tryAct('riverside-committee', name, variables)).__typename]).toEqual([
        name,
        'FORBIDDEN',
      ]);
    expect(await rounds.see(roundId)).toMatchObject({ version: round.version, state: 'NOMINATING' });
    await members.remove(membership);
  });
});

type Said = (
  name: Parameters<NominationActs['tryAct']>[1],
  wish: Parameters<NominationActs['tryAct']>[2],
) => void;
