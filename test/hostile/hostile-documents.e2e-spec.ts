import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { HOSTILE_DOCUMENTS } from './hostile-documents.js';
import { startWorld, type World } from '../support/world.js';

describe('a hostile document', () => {
  let world: World;
  let authorization: string;
  let connections = 0;

  beforeAll(async () => {
    world = await startWorld();
    authorization = `Bearer ${await world.as('clinic').token()}`;
    // The keys of tokens are read once for all.
    await world.as('clinic').ask('{ me { post { id } } }');
    const { driver } = world.api.dataSource;
    if (!(driver instanceof PostgresDriver)) throw new Error('The pool is not at hand.');
    driver.master.on('acquire', () => connections++);
  });

  afterAll(() => world.close());

  test.each(HOSTILE_DOCUMENTS)('%s is refused before any SQL', async (_what, document, status, code) => {
    const before = connections;
    const response = await world.api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization },
      payload: typeof document === 'string' ? document : JSON.stringify(document),
    });
    const { data, errors } = response.json<{ data?: unknown; errors: { extensions: { code: string } }[] }>();
    expect([response.statusCode, data]).toEqual([status, undefined]);
    expect(errors.map(({ extensions }) => extensions.code)).toContain(code);
    expect(response.body.length).toBeLessThan(5_000);
    expect(connections).toBe(before);
  });

  test('leaves the API as it was', async () => {
    const before = connections;
    expect(await world.as('clinic').ask('{ me { post { role } } }')).toEqual({
      me: { post: { role: 'LIAISON' } },
    });
    expect(connections).toBeGreaterThan(before);
    expect(world.api.failures).toEqual([]);
  });
});
