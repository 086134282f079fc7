import { QueryLog } from './isolation/query-log/query-log.js';
import { queryAsSuperuser } from './support/cluster.js';
import { EXAMPLE } from './support/example-file.js';
import { startWorld, type World } from './support/world.js';

// What the database writes goes out unread: these are the places where it must not be believed blindly.
describe('an answer that the database writes', () => {
  let world: World;
  let log: QueryLog;
  beforeAll(async () => {
    world = await startWorld();
    await world.offers('bus-45', 'hall');
    log = new QueryLog(world.api.dataSource);
  });
  afterAll(() => world.close());

  it('gives each kind the fields of that kind, with and without any that all have', async () => {
    const own = '... on Vehicle { plate places: seats } ... on Venue { floorAreaM2 }';
    for (const common of ['', '__typename kind']) {
      const query = `{ offers { edges { node { ${common} ${own} } } } }`;
      const { offers } = await world
        .as('southeast-committee')
        .ask<{ offers: { edges: { node: object }[] } }>(query);
      // Only what is written for the client knows its aliases.
      expect(log.statements.at(-2)?.text).toContain('"places":');
      const fields = offers.edges.map(({ node }) => Object.keys(node).toSorted().join());
      const shared = common === '' ? [] : ['__typename', 'kind'];
      const expected = [['floorAreaM2'], ['places', 'plate']].map((kind) =>
        [...shared, ...kind].toSorted().join(),
      );
      expect(fields.toSorted()).toEqual(expected.toSorted());
    }
  });

  it('says every text as it was given, with marks that JSON escapes', async () => {
    const client = world.as('southeast-committee');
    const description = '“门厅” says "enter"\\ \n\tthen {} [] \',\' ￥';
    const create = `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { id } }`;
    const input = { ...EXAMPLE.offers.find(({ code }) => code === 'warm-home')?.input, description };
    const { createOffer } = await client.ask<{ createOffer: { id: string } }>(create, { input });
    const query = 'query ($id: ID!) { offer(id: $id) { said: description } }';
    expect(await client.ask(query, { id: createOffer.id })).toEqual({ offer: { said: description } });
    expect(log.statements.at(-2)?.text).toContain('"said":');
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
    expect(data).toMatchObject({ network: null, offers: { totalCount: 3 } });
    expect(errors).toMatchObject([{ path: ['network', 'area'] }]);
  });

  it('is not made around rows either when something is missing in them', async () => {
    const client = world.as('southeast-committee');
    const span = 'from: "2026-12-01T10:00:00+08:00", to: "2026-12-01T12:00:00+08:00"';
    const query = `{ whatIsFree(${span}) { free { a: title unit { name } } unfit { offer { a: title unit { name } } } } }`;
    expect(await client.ask(query)).toMatchObject({ whatIsFree: { free: [{ unit: {} }] } });
    expect(log.statements.filter(({ text }) => text.includes('{"a":'))).toHaveLength(1);
    const ownAlone = 'ALTER POLICY unit_select ON unit USING (id = app.unit_id())';
    await queryAsSuperuser(ownAlone, world.api.database.name);
    const { data, errors } = await client.tryAsk<object>(query);
    expect(data).toBeNull();
    expect(errors?.[0]?.path).toEqual(['whatIsFree', 'free', 0, 'unit']);
  });
});
