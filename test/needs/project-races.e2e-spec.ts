import { ProjectActs, type SeenProject } from '../support/project-acts.js';
import { startWorld, type World } from '../support/world.js';

const ROUNDS = 6;

/** Two at once over HTTP: one of them decides, the other is told, and what hangs on the project agrees with it. */
describe('projects under a race', () => {
  let world: World;
  let acts: ProjectActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ProjectActs(world);
  });
  afterAll(() => world.close());

  const taken = async (...havers: string[]) => {
    const needs = [];
    for (const haver of havers) needs.push(await acts.claimed(haver, 'food-market'));
    const needIds = needs.map(({ id }) => id);
    return { needIds, project: await acts.start('food-market', { needIds }) };
  };
  const rounds = async (play: () => Promise<void>) => {
    for (let round = 0; round < ROUNDS; round += 1) await play();
  };
  const stateOf = async ({ id }: SeenProject) => acts.see('southeast-committee', id);

  it('has its result filed or is stopped, and its need says the same', async () => {
    await rounds(async () => {
      const { project } = await taken('clinic');
      const [filed, stopped] = await Promise.all([
        acts.tryAct('food-market', 'fileProjectResult', project),
        acts.tryAct('southeast-committee', 'stopProject', project),
      ]);
      const seen = await stateOf(project);
      const outcome = `${filed.__typename} ${stopped.__typename} ${seen?.state} ${seen?.needs[0]?.state}`;
      expect(['Project StaleVersion ANSWERED ANSWERED', 'StaleVersion Project STOPPED OPEN']).toContain(
        outcome,
      );
    });
  });

  it('takes both units that say yes at once', async () => {
    await rounds(async () => {
      const project = await acts.start('southeast-committee');
      const ask = (from: SeenProject, unit: string) =>
        acts.act('southeast-committee', 'askProjectHost', { ...from, unitId: world.unit(unit) });
      const asked = await ask(await ask(project, 'clinic'), 'police-post');
      const yes = (code: string) => {
        const host = asked.hosts.find(({ unit }) => unit.code === code);
        return acts.tryAct(code, 'answerProjectHost', { id: host?.id, version: host?.version, accept: true });
      };
      const answers = await Promise.all([yes('clinic'), yes('police-post')]);
      expect(answers.map(({ __typename }) => __typename)).toEqual(['Project', 'Project']);
      expect((await stateOf(project))?.hosts.map(({ state }) => state)).toEqual(['ACCEPTED', 'ACCEPTED']);
    });
  });

  it('goes on when one need is opened again while the other is closed', async () => {
    await rounds(async () => {
      const { needIds, project } = await taken('clinic', 'police-post');
      await acts.act('food-market', 'fileProjectResult', project);
      const [one, two] = await Promise.all(needIds.map((id) => acts.need(id)));
      const outcomes = await Promise.all([
        acts.needs.tryStep('clinic', 'closeNeed', { id: one?.id, version: one?.version }),
        acts.needs.tryStep('police-post', 'reopenNeed', { id: two?.id, version: two?.version }),
      ]);
      expect(outcomes.map(({ __typename }) => __typename)).toEqual(['Need', 'Need']);
      expect(await stateOf(project)).toMatchObject({ state: 'IN_PROGRESS', reopenings: 1 });
    });
  });

  it('closes with the last of two words that are said at once', async () => {
    await rounds(async () => {
      const { needIds, project } = await taken('clinic', 'police-post');
      await acts.act('food-market', 'fileProjectResult', project);
      const [one, two] = await Promise.all(needIds.map((id) => acts.need(id)));
      await Promise.all([
        acts.needs.tryStep('clinic', 'closeNeed', { id: one?.id, version: one?.version }),
        acts.needs.tryStep('police-post', 'closeNeed', { id: two?.id, version: two?.version }),
      ]);
      expect(await stateOf(project)).toMatchObject({ state: 'CLOSED' });
    });
  });

  it('has each need once, whoever starts one at the same time', async () => {
    await rounds(async () => {
      const need = await acts.claimed('clinic', 'food-market', 'property-management');
      const start = async (account: string) =>
        acts.tryAct(account, 'startProject', { input: await acts.input(account, { needIds: [need.id] }) });
      const both = await Promise.all([start('food-market'), start('property-management')]);
      expect(both.map(({ __typename }) => __typename).toSorted()).toEqual(['Project', 'WrongState']);
    });
  });
});
