import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FullSelection } from '../isolation/schema-walk/selection.js';
import { ProjectActs } from '../support/project-acts.js';
import { startWorld, type World } from '../support/world.js';

const COMMITTEE = 'southeast-committee';
const MEMBERSHIP = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;
const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id version } } }`;
const HIDDEN = `{
  needs { edges { node { title unit { code } network { code } category { standing } } } }
  projects { edges { node { title lead { code } startedBy { code } network { code } category { standing } hosts { unit { code } } } } }
}`;

interface Hidden {
  readonly needs: { edges: { node: object }[] };
  readonly projects: { edges: { node: object }[] };
}

/** A unit keeps what was its own when it no longer takes part, and reads of it what it still may. */
describe('a unit that no longer takes part', () => {
  let world: World;
  let acts: ProjectActs;
  let select: FullSelection;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ProjectActs(world);
    select = new FullSelection(world.api.app.get(GraphQLSchemaHost).schema);
    for (const title of ['草稿一', '草稿二', '草稿三']) await acts.needs.draft('clinic', { title });
    await acts.needs.open('clinic', { title: '已公开' });
    const need = await acts.claimed('police-post', 'food-market', 'clinic');
    const lead = { needIds: [need.id], leadUnitId: world.unit('clinic') };
    await acts.act('clinic', 'stopProject', await acts.start('food-market', lead));
  });
  afterAll(() => world.close());

  const change = async (name: string): Promise<void> => {
    const { node } = await world
      .as(COMMITTEE)
      .ask<{ node: object }>(MEMBERSHIP, { id: world.membership('clinic', 'southeast') });
    const document = `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) { __typename } }`;
    expect(await world.as(COMMITTEE).ask(document, node)).toEqual({ [name]: { __typename: 'Membership' } });
  };
  const ask = (document: string) => world.as('clinic').ask<Hidden>(document);
  const expectAllRead = async (): Promise<void> => {
    await ask(`{ needs(first: 4) { edges { node ${select.of('Need', 1)} } } }`);
    await ask(`{ projects(first: 4) { edges { node ${select.of('Project', 1)} } } }`);
    await ask(`{ claims(first: 4) { edges { node ${select.of('Claim', 1)} } } }`);
    const token = await world.as('clinic').token();
    for (const list of ['needs', 'claims', 'projects']) {
      const { statusCode } = await world.api.app.inject({
        url: `/export/${list}.xlsx`,
        headers: { authorization: `Bearer ${token}` },
      });
      expect([list, statusCode]).toEqual([list, 200]);
    }
    expect(world.api.failures).toEqual([]);
  };
  const withdraw = async (title: string): Promise<void> => {
    const { needs } = await world.as('clinic').ask<{
      needs: { edges: { node: { id: string; version: number; title: string } }[] };
    }>(`{ needs { edges { node { id version title } } } }`);
    const draft = needs.edges.find(({ node }) => node.title === title)?.node;
    const document = `mutation ($id: ID!, $version: Int!) {
      withdrawNeed(id: $id, version: $version) { ... on Need { state category { standing } chatText } }
    }`;
    expect(await world.as('clinic').ask(document, draft)).toMatchObject({
      withdrawNeed: { state: 'WITHDRAWN', category: null },
    });
  };

  it('reads its needs and projects while it is suspended', async () => {
    await change('suspendMembership');
    await expectAllRead();
    const { needs } = await ask(HIDDEN);
    expect(needs.edges).toHaveLength(4);
    for (const { node } of needs.edges) {
      expect(node).toMatchObject({ unit: { code: 'clinic' }, category: null });
    }
    expect((await ask(HIDDEN)).projects.edges.map(({ node }) => node)).toMatchObject([
      { lead: { code: 'clinic' }, startedBy: null, category: null },
    ]);
    await withdraw('草稿一');
  });

  it('reads them when it has left', async () => {
    await change('removeMembership');
    await expectAllRead();
    await withdraw('草稿二');
  });

  it('reads them when it has come back as a guest', async () => {
    const input = { networkId: world.network('southeast'), unitCode: 'clinic', role: 'GUEST' };
    const { inviteUnit } = await world.as(COMMITTEE).ask<{ inviteUnit: object }>(INVITE, { input });
    await world
      .as('clinic')
      .ask(
        `mutation ($id: ID!, $version: Int!) { acceptInvitation(id: $id, version: $version) { __typename } }`,
        inviteUnit,
      );
    await expectAllRead();
    const { needs } = await ask(HIDDEN);
    for (const { node } of needs.edges)
      expect(node).toMatchObject({ network: { code: 'southeast' }, category: null });
    await withdraw('草稿三');
    expect(world.api.failures).toEqual([]);
  });
});
