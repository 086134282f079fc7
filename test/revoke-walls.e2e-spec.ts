import { startWorld, type World } from './support/world.js';

interface Thing {
  id: string;
  version: number;
}

const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id version } } }`;
const ACCEPT = `mutation ($id: ID!, $version: Int!) { acceptInvitation(id: $id, version: $version) { ... on Membership { state } } }`;
const REVOKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { __typename } }`;
const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) { ... on Appointment { post { id } } } }`;
const POSTS = `query ($filter: PostFilter!) { posts(filter: $filter) { edges { node { id role version } } } }`;

/** Who may be called to a meeting is not thereby given away: a committee takes only posts that it may give. */
describe('the posts of another committee', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    const input = { networkId: world.network('southeast'), unitCode: 'riverside-committee', role: 'GUEST' };
    const { inviteUnit } = await world
      .as('southeast-committee')
      .ask<{ inviteUnit: Thing }>(INVITE, { input });
    const riverside = world.as('riverside-committee');
    await riverside.ask(ACCEPT, inviteUnit);
    const person = { newPerson: '滨河居民代表' };
    const until = '2027-06-30T00:00:00+08:00';
    const unitId = world.unit('riverside-committee');
    await riverside.ask(APPOINT, { input: { unitId, role: 'REPRESENTATIVE', person, until } });
  });

  afterAll(() => world.close());

  it('cannot be revoked by the committee that it is a guest of', async () => {
    const id = world.post('riverside-committee');
    const { errors } = await world.as('southeast-committee').tryAsk(REVOKE, { id, version: 2 });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await world.as('riverside-committee').ask('{ me { post { revokedAt } } }')).toEqual({
      me: { post: { revokedAt: null } },
    });
  });

  it('show a guest’s host no representatives, and those of its own unit still', async () => {
    const rolesSeen = async (unit: string) => {
      const { posts } = await world
        .as('southeast-committee')
        .ask<{ posts: { edges: { node: { role: string } }[] } }>(POSTS, {
          filter: { unitId: world.unit(unit) },
        });
      return posts.edges.map(({ node }) => node.role);
    };
    expect(await rolesSeen('riverside-committee')).toEqual(['SECRETARY']);
    expect(await rolesSeen('southeast-committee')).toContain('REPRESENTATIVE');
  });
});
