import { PASSWORD, startWorld, type World } from './support/world.js';

const ME = `{ me { name post { role unit { code } } } }`;

describe('the test world', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('acts through the posts of its roster, however far the clock moves', async () => {
    const fleet = world.as('bus-639');
    const answer = {
      me: { name: '浦东巴士639车队联络员', post: { role: 'LIAISON', unit: { code: 'bus-639' } } },
    };
    expect(await fleet.ask(ME)).toEqual(answer);
    world.clock.advance(30 * 86_400_000);
    expect(await fleet.ask(ME)).toEqual(answer);
    expect(world.api.failures).toEqual([]);
  });

  it('knows units, networks and offers by code, in both regions', async () => {
    const [bus, hall] = await world.offers('bus-45', 'hall');
    const theirs = await world.other.offer('bus-45');
    const query = `query ($id: ID!) { node(id: $id) { ... on Offer { title networks { id } unit { id } } } }`;
    expect(await world.as('bus-639').ask(query, { id: bus })).toEqual({
      node: {
        title: '社区活动用车(45座)',
        networks: [{ id: world.network('riverside') }, { id: world.network('southeast') }],
        unit: { id: world.unit('bus-639') },
      },
    });
    expect(await world.as('bus-639').ask(query, { id: theirs })).toEqual({ node: null });
    expect(await world.as('riverside-primary').ask(query, { id: hall })).toEqual({ node: null });
  });

  it('signs in with the password that all accounts have', async () => {
    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Access { me { post { id } } } } }`;
    const input = { region: world.code, account: 'cross-posted', password: PASSWORD };
    const posts = ['developer', 'property-management'].map((unit) => world.post('cross-posted', { unit }));
    const { signIn: access } = await world
      .nobody()
      .ask<{ signIn: { me: { post: { id: string } } } }>(signIn, { input });
    expect(posts).toContain(access.me.post.id);
  });
});
