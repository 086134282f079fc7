import { ExtraPosts } from '../support/extra-posts.js';
import { nodesOf } from '../support/judging-acts.js';
import { MembershipActs } from '../support/membership-acts.js';
import { ResultActs, resultAct, type ResultOutcome } from '../support/result-acts.js';
import type { TestClient } from '../support/test-client.js';
import { startWorld, type World } from '../support/world.js';

const [SECRETARY, OFFICER, STEWARD] = ['southeast-committee', 'southeast-officer', 'zhoupu-steward'];
/** Holds no post but in the committee. */
const SECOND = 'resident-5';
const [CLINIC, ITS_OWN] = [
  ['clinic', { subjectLabel: '一号楼组' }],
  [SECRETARY, { subjectLabel: '五号楼组' }],
] as const;

describe('who rules on an objection', () => {
  let world: World;
  let acts: ResultActs;
  let posts: ExtraPosts;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
    posts = new ExtraPosts(world);
  });
  afterEach(() => posts.revoke());
  afterAll(() => world.close());

  const filed = async (subject: typeof CLINIC | typeof ITS_OWN = CLINIC, unit = 'police-post') => {
    const { round, nominations } = await acts.published({ subjects: [subject] });
    return acts.file(unit, round, { nominationId: nominations[0]?.id });
  };
  /** Through a post that is not in the case. */
  const rules = async (client: TestClient, thing: object): Promise<ResultOutcome> => {
    type Answer = { ruleOnObjection: ResultOutcome };
    const variables = { ...thing, upheld: false, reason: '经核实' };
    return (await client.ask<Answer>(resultAct('ruleOnObjection'), variables)).ruleOnObjection;
  };

  it('is the secretary without a conflict, whom the other is told by name', async () => {
    const second = await posts.give(SECOND, { role: 'SECRETARY', unit: SECRETARY });
    await posts.give(SECRETARY, { role: 'DEPUTY', unit: 'clinic' });
    const objection = await filed();
    expect(objection.isForStreetOffice).toBe(false);
    const refused = await acts.tryAct(SECRETARY, 'ruleOnObjection', objection);
    expect([refused.__typename, refused.message]).toEqual([
      'WrongState',
      'You hold a post in a unit concerned. Without such a conflict: 居民代表五.',
    ]);
    expect((await acts.tryAct(STEWARD, 'ruleOnObjection', objection)).__typename).toBe('NOT_FOUND');
    expect((await rules(second, objection)).state).toBe('DISMISSED');
  });

  it('is another steward than one who holds a post in a unit concerned', async () => {
    const objection = await filed(ITS_OWN);
    await posts.give(STEWARD, { role: 'DEPUTY', unit: 'police-post' });
    const refused = await acts.tryAct(STEWARD, 'ruleOnObjection', objection);
    expect([refused.__typename, refused.message]).toEqual([
      'WrongState',
      'You hold a post in a unit concerned: another steward of the street office rules.',
    ]);
    await posts.revoke();
    expect((await acts.tryAct(STEWARD, 'ruleOnObjection', objection)).state).toBe('DISMISSED');
  });

  it('is no steward any more once a secretary is free again, whom the steward is told by name', async () => {
    await posts.give(SECRETARY, { role: 'DEPUTY', unit: 'clinic' });
    const objection = await filed();
    expect(objection.isForStreetOffice).toBe(true);
    const again = await acts.tryAct(OFFICER, 'passObjectionOn', objection);
    expect([again.__typename, again.message]).toEqual([
      'WrongState',
      'The street office has it already: wait for one of its stewards to rule.',
    ]);
    await posts.revoke();
    const refused = await acts.tryAct(STEWARD, 'ruleOnObjection', objection);
    expect([refused.__typename, refused.message]).toEqual([
      'WrongState',
      'The committee has somebody without a conflict, who rules: 东南社区党总支书记. Leave it to them.',
    ]);
    expect((await acts.tryAct(SECRETARY, 'ruleOnObjection', objection)).state).toBe('DISMISSED');
  });

  it('is found by the posts that are held: neither one that ended nor one that is to begin counts', async () => {
    await posts.give(SECRETARY, { role: 'DEPUTY', unit: 'clinic' });
    await posts.give(SECOND, { role: 'SECRETARY', unit: SECRETARY, from: 30 });
    expect((await filed()).isForStreetOffice).toBe(true);
    await posts.revoke();
    expect((await filed()).isForStreetOffice).toBe(false);
  });

  it('is found by what was excluded, too, and by everything that stands in a round that is objected to whole', async () => {
    const { round, nominations } = await acts.published({ subjects: [CLINIC, ITS_OWN] });
    expect((await acts.file('police-post', round)).isForStreetOffice).toBe(true);
    const own = nominations.find(({ title }) => title === ITS_OWN[1].subjectLabel);
    const nomination = await acts.judging.nominations.see(SECRETARY, own?.id ?? '');
    await acts.onRound('excludeNomination', nomination ?? { id: '' });
    const [whole] = nodesOf((await acts.see(STEWARD, round.id)).objections);
    await acts.tryAct(STEWARD, 'ruleOnObjection', whole ?? {});
    await acts.onRound('publishResult', await acts.judging.rounds.see(round.id));
    for (const about of [{}, { nominationId: own?.id }])
      expect((await acts.file('clinic', round, about)).isForStreetOffice).toBe(true);
    const other = nominations.find(({ title }) => title === CLINIC[1].subjectLabel);
    expect((await acts.file('clinic', round, { nominationId: other?.id })).isForStreetOffice).toBe(false);
  });

  it('is no secretary of a committee that takes part in the network of another, and objects', async () => {
    const MEMBER = 'riverside-committee';
    await new MembershipActs(world).join(MEMBER);
    const objection = await filed(CLINIC, MEMBER);
    for (const act of ['ruleOnObjection', 'passObjectionOn'] as const)
      expect([act, (await acts.tryAct(MEMBER, act, objection)).__typename]).toEqual([act, 'FORBIDDEN']);
    expect((await acts.tryAct(SECRETARY, 'ruleOnObjection', objection)).state).toBe('DISMISSED');
  });
});
