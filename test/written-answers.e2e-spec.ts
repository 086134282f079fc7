import { queryAsSuperuser } from './support/cluster.js';
import { startWorld, type World } from './support/world.js';

// What the database writes goes out unread: these are the places where it must not be believed blindly.
describe('an answer that the database writes', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.offers('bus-45', 'hall');
  });
  afterAll(() => world.close());

  it('gives each kind the fields of that kind, with and without any that all have', async () => {
    const own = '... on Vehicle { plate seats } ... on Venue { floorAreaM2 }';
    for (const common of ['', '__typename kind']) {
      const query = `{ offers { edges { node { ${common} ${own} } } } }`;
      const { raw } = await world.as('southeast-committee').askRaw(query);
      // PostgreSQL puts blanks between the parts of JSON, and JavaScript does not.
      expect(raw).toContain('"edges" : [');
      const { data } = JSON.parse(raw) as { data: { offers: { edges: { node: object }[] } } };
      const fields = data.offers.edges.map(({ node }) => Object.keys(node).toSorted().join());
      const shared = common === '' ? [] : ['__typename', 'kind'];
      const expected = [['floorAreaM2'], ['plate', 'seats']].map((kind) =>
        [...shared, ...kind].toSorted().join(),
      );
      expect(fields.toSorted()).toEqual(expected.toSorted());
    }
  });

  it('is not sent when something is missing that the schema promises', async () => {
    const client = world.as('southeast-committee');
    const id = (
      await client.ask<{ networks: { edges: { node: { id: string } }[] } }>(
        '{ networks { edges { node { id } } } }',
      )
    ).networks.edges[0]?.node.id;
    const query = 'query ($id: ID!) { network(id: $id) { code area { name } } offers { totalCount } }';
    expect(await client.ask(query, { id })).toMatchObject({ network: { area: {} } });
    await queryAsSuperuser('DROP POLICY area_select ON area', world.api.database.name);
    const { data, errors } = await client.tryAsk<object>(query, { id });
    expect(data).toMatchObject({ network: null, offers: { totalCount: 2 } });
    expect(errors).toMatchObject([{ path: ['network', 'area'] }]);
  });
});
