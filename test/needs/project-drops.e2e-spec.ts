import { ProjectActs, type SeenProject } from '../support/project-acts.js';
import { startWorld, type World } from '../support/world.js';

const committee = 'southeast-committee';
const MEMBER = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;
const SUSPEND = `mutation ($id: ID!, $version: Int!) { suspendMembership(id: $id, version: $version) { __typename } }`;
const CONTACT = `query ($id: ID!) { need(id: $id) { project { id } contact { phone } } }`;

describe('a project whose needs fall away', () => {
  let world: World;
  let acts: ProjectActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ProjectActs(world);
  });
  afterAll(() => world.close());

  const lead = 'food-market';
  /** Taken on from a need of each of these units, and the needs in their order. */
  const taken = async (...havers: string[]) => {
    const needIds: string[] = [];
    for (const haver of havers) needIds.push((await acts.claimed(haver, lead)).id);
    return { project: await acts.start(lead, { needIds }), needIds };
  };
  const see = async ({ id }: Pick<SeenProject, 'id'>) => {
    const seen = await acts.see(committee, id);
    if (!seen) throw new Error('The committee does not read it.');
    return seen;
  };
  const suspend = async (unit: string) => {
    const { node } = await world
      .actingAs(committee)
      .ask<{ node: object }>(MEMBER, { id: world.membership(unit, 'southeast') });
    await world.actingAs(committee).ask(SUSPEND, node);
  };
  const stepNeed = async (account: string, name: Parameters<ProjectActs['needs']['step']>[1], id = '') =>
    acts.needs.step(account, name, await acts.need(id));
  const giveUp = async (account: string, needId: string) => {
    const [claim] = await acts.claims.list(account, { needId, unitId: world.unit(account) });
    if (!claim) throw new Error(`${account} has no claim.`);
    return acts.claims.step(account, 'giveUpClaim', claim);
  };
  const projectOf = async (account: string, id: string) =>
    (
      await world
        .actingAs(account)
        .ask<{ need: { project: object | null; contact: object | null } }>(CONTACT, { id })
    ).need;

  it('closes with the last word when who has not said it leaves the network', async () => {
    const { project, needIds } = await taken('developer', 'police-post');
    await acts.act(lead, 'fileProjectResult', project);
    await stepNeed('police-post', 'closeNeed', needIds[1]);
    expect(await see(project)).toMatchObject({ state: 'ANSWERED' });
    await suspend('developer');
    expect((await see(project)).needs.map(({ state }) => state).toSorted()).toEqual(['CLOSED', 'WITHDRAWN']);
    expect(await see(project)).toMatchObject({ state: 'CLOSED' });
  });

  it('is closed or opened again by the committee when nobody is left to say the word', async () => {
    const { project } = await taken('party-school');
    await acts.act(lead, 'fileProjectResult', project);
    await suspend('party-school');
    const again = await acts.act(committee, 'reopenProject', await see(project));
    expect(again).toMatchObject({ state: 'IN_PROGRESS' });
    const filed = await acts.act(lead, 'fileProjectResult', again);
    expect(await acts.act(committee, 'closeProject', filed)).toMatchObject({ state: 'CLOSED' });
  });

  it('closes without what stayed unmet, which is free for others once it is tried anew', async () => {
    const { project, needIds } = await taken('clinic', 'police-post');
    const [unmet = '', closed = ''] = needIds;
    await acts.act(lead, 'fileProjectResult', project);
    await stepNeed('clinic', 'reopenNeed', unmet);
    await stepNeed(committee, 'markNeedUnmet', unmet);
    expect(await projectOf('clinic', unmet)).toMatchObject({ project: { id: project.id } });
    await acts.act(lead, 'fileProjectResult', await see(project));
    await stepNeed(committee, 'reopenNeed', unmet);
    expect(await projectOf('clinic', unmet)).toMatchObject({ project: null });
    await stepNeed('police-post', 'closeNeed', closed);
    expect(await see(project)).toMatchObject({ state: 'CLOSED' });

    await acts.needs.claim('property-management', unmet);
    await giveUp('property-management', unmet);
    expect(await acts.need(unmet)).toMatchObject({ state: 'OPEN' });
    await acts.needs.claim('property-management', unmet);
    const other = await acts.start('property-management', { needIds: [unmet] });
    await acts.act('property-management', 'fileProjectResult', other);
    await stepNeed('clinic', 'closeNeed', unmet);
    expect(await see(other)).toMatchObject({ state: 'CLOSED' });
  });

  it('is left by a need that its unit takes back', async () => {
    const { project, needIds } = await taken('clinic', 'police-post');
    await stepNeed('clinic', 'withdrawNeed', needIds[0]);
    await acts.act(lead, 'fileProjectResult', await see(project));
    await stepNeed('police-post', 'closeNeed', needIds[1]);
    expect(await see(project)).toMatchObject({ state: 'CLOSED' });
  });

  it.each(['PLANNED', 'IN_PROGRESS'])(
    'lets a need go with the last unit that had claimed it, while it is %s',
    async (state) => {
      const need = await acts.claimed('clinic', lead, 'property-management');
      const planned = await acts.start(lead, { needIds: [need.id] });
      if (state === 'IN_PROGRESS') await acts.act(lead, 'beginProject', planned);
      await giveUp('property-management', need.id);
      // A place is free, unless work has begun; the other goes on.
      expect(await acts.need(need.id)).toMatchObject({ state: state === 'PLANNED' ? 'OPEN' : state });
      expect(await projectOf(lead, need.id)).toMatchObject({ project: { id: planned.id } });
      await giveUp(lead, need.id);
      expect(await acts.need(need.id)).toMatchObject({ state: 'OPEN' });
      expect(await projectOf(lead, need.id)).toEqual({ project: null, contact: null });
      expect(await see(planned)).toMatchObject({ state, needs: [] });

      await acts.needs.claim('fire-squadron', need.id);
      await stepNeed('fire-squadron', 'beginNeed', need.id);
      expect(await acts.act(lead, 'stopProject', await see(planned))).toMatchObject({ state: 'STOPPED' });
      expect(await acts.need(need.id)).toMatchObject({ state: 'IN_PROGRESS' });
    },
  );

  it('is left together with what the unit had claimed of it, and whom to ring about it', async () => {
    const shared = await acts.claimed('clinic', lead, 'property-management');
    const own = await acts.claimed('police-post', 'property-management');
    const project = await acts.start(lead, { needIds: [shared.id, own.id] });
    const host = project.hosts.find(({ unit }) => unit.code === 'property-management');
    const left = await acts.act('property-management', 'leaveProject', {
      id: host?.id,
      version: host?.version,
      reason: '人手不够',
    });
    expect(left.needs).toMatchObject([{ id: shared.id }]);
    expect(await acts.need(own.id)).toMatchObject({ state: 'OPEN' });
    for (const { id } of [shared, own]) {
      expect(await projectOf('property-management', id)).toMatchObject({ contact: null });
      const filter = { needId: id, unitId: world.unit('property-management') };
      expect(await acts.claims.list(committee, filter)).toMatchObject([
        { state: 'GIVEN_UP', reason: '人手不够' },
      ]);
    }
    expect(await projectOf(lead, shared.id)).toMatchObject({ contact: {} });
  });
});
