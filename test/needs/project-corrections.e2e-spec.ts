import { ProjectActs } from '../support/project-acts.js';
import { startWorld, type World } from '../support/world.js';

const committee = 'southeast-committee';
const lead = 'food-market';

describe('what was said of a project', () => {
  let world: World;
  let acts: ProjectActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ProjectActs(world);
  });
  afterAll(() => world.close());

  it('is filed again until all have said their word on it', async () => {
    const [one, two] = [await acts.claimed('clinic', lead), await acts.claimed('police-post', lead)];
    const planned = await acts.start(lead, { needIds: [one.id, two.id] });
    const filed = await acts.act(lead, 'fileProjectResult', { ...planned, result: '三十人', heads: 30 });
    const before = await acts.need(two.id);
    await acts.needs.step('clinic', 'closeNeed', await acts.need(one.id));
    const again = await acts.act(lead, 'fileProjectResult', { ...filed, result: '四十人', heads: 40 });
    expect(again).toMatchObject({ state: 'ANSWERED', result: '四十人', resultHeads: 40, reopenings: 0 });
    expect(new Map(again.needs.map(({ id, state, answer }) => [id, `${state} ${answer ?? ''}`]))).toEqual(
      new Map([
        [one.id, 'CLOSED 三十人'],
        [two.id, 'ANSWERED 四十人'],
      ]),
    );
    // Whoever read the former answer looks again before it says that this is it.
    const { id, version } = before;
    expect(await acts.needs.tryStep('police-post', 'closeNeed', { id, version })).toMatchObject({
      __typename: 'StaleVersion',
    });
    await acts.needs.step('police-post', 'closeNeed', await acts.need(two.id));
    const closed = await acts.see(lead, planned.id);
    expect(closed).toMatchObject({ state: 'CLOSED' });
    expect(await acts.tryAct(lead, 'fileProjectResult', { ...closed })).toMatchObject({
      __typename: 'WrongState',
    });
  });

  it('is a no that becomes a yes, while the project works and nobody has asked anew', async () => {
    const planned = await acts.start(committee);
    const ask = async (unit: string) =>
      acts.act(committee, 'askProjectHost', {
        ...(await acts.see(committee, planned.id)),
        unitId: world.unit(unit),
      });
    const rowsOf = async (code: string) =>
      (await acts.see(committee, planned.id))?.hosts.filter(({ unit }) => unit.code === code) ?? [];
    const answer = async (unit: string, accept: boolean) => {
      const [row] = await rowsOf(unit);
      return acts.tryAct(unit, 'answerProjectHost', { id: row?.id, version: row?.version, accept });
    };
    for (const unit of ['clinic', 'police-post']) {
      await ask(unit);
      await answer(unit, false);
    }
    expect(await answer('clinic', false)).toMatchObject({ __typename: 'WrongState' });
    expect(await answer('clinic', true)).toMatchObject({ __typename: 'Project' });
    expect(await rowsOf('clinic')).toMatchObject([{ state: 'ACCEPTED', reason: null }]);

    const [no] = await rowsOf('police-post');
    await ask('police-post');
    const late = { id: no?.id, version: no?.version, accept: true };
    expect(await acts.tryAct('police-post', 'answerProjectHost', late)).toMatchObject({
      __typename: 'WrongState',
      message: 'This unit was asked already.',
    });
    expect((await rowsOf('police-post')).map(({ state }) => state).toSorted()).toEqual(['ASKED', 'DECLINED']);
    await acts.act(committee, 'stopProject', { ...(await acts.see(committee, planned.id)) });
    expect(await acts.tryAct('police-post', 'answerProjectHost', late)).toMatchObject({
      __typename: 'WrongState',
    });
  });
});
