import { Unit } from '#network';
import { RequestScope, Tenancy, type Claims, type TenantTransaction } from '#tenancy';
import { asSuperuser } from './support/cluster.js';
import { startWorld, type World } from './support/world.js';

/** The transactions of one request: when an act is stored, what is read after it, and what happens when it cannot be. */
describe('the acts of a request', () => {
  let world: World;
  let claims: Claims;

  beforeAll(async () => {
    world = await startWorld();
    const client = world.as('clinic');
    await client.token();
    claims = client.claims as Claims;
  });

  afterAll(() => world.close());

  const open = () => new RequestScope(world.api.app.get(Tenancy), claims);
  const rename = (name: string) => async (tx: TenantTransaction) => {
    const unit = await tx.lock(Unit, tx.actor.unitId);
    return unit && tx.update(Unit, unit, { name });
  };
  const nameSeenBy = (scope: RequestScope) =>
    scope.read(async (tx) => (await tx.find(Unit, tx.actor.unitId))?.name);

  it('are read in their own transaction, and stored when the next begins or the answer is sent', async () => {
    const [mine, another] = [open(), open()];
    const before = await nameSeenBy(another);
    await another.close();
    await mine.write(rename('改名一'));
    expect(await nameSeenBy(mine)).toBe('改名一');
    expect(await nameSeenBy(another)).toBe(before);
    await another.close();
    await mine.write(rename('改名二'));
    expect(await nameSeenBy(another)).toBe('改名一');
    await another.close();
    await mine.close();
    expect(await nameSeenBy(another)).toBe('改名二');
    await another.close();
  });

  it('are no success when the connection was lost before they were stored', async () => {
    const [mine, another] = [open(), open()];
    const before = await nameSeenBy(another);
    await another.close();
    const backend = await mine.write(async (tx) => {
      await rename('丢失')(tx);
      return tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    });
    await asSuperuser(`SELECT pg_terminate_backend(${backend[0]?.pid})`);
    await expect(mine.close()).rejects.toThrow();
    expect(await nameSeenBy(another)).toBe(before);
    await another.close();
  });

  it('keep their reads to one snapshot', async () => {
    const [reader, writer] = [open(), open()];
    const before = await nameSeenBy(reader);
    await writer.write(rename('快照之后'));
    await writer.close();
    expect(await nameSeenBy(reader)).toBe(before);
    await reader.close();
    expect(await nameSeenBy(reader)).toBe('快照之后');
    await reader.close();
  });

  const broken = (scope: RequestScope) => scope.read((tx) => tx.query('SELECT 1 / 0'));

  it('are stored though reading their answer failed', async () => {
    const [mine, another] = [open(), open()];
    await mine.write(rename('读不出'));
    const reads = await Promise.allSettled([broken(mine), nameSeenBy(mine), broken(mine), nameSeenBy(mine)]);
    expect(reads.map((read) => (read.status === 'fulfilled' ? read.value : read.status))).toEqual([
      'rejected',
      '读不出',
      'rejected',
      '读不出',
    ]);
    await mine.close();
    expect(await nameSeenBy(another)).toBe('读不出');
    await another.close();
  });

  it('do not let one failing read hide the others, and keep their snapshot', async () => {
    const [reader, writer] = [open(), open()];
    const before = await nameSeenBy(reader);
    await writer.write(rename('后来的'));
    await writer.close();
    const reads = await Promise.allSettled([broken(reader), nameSeenBy(reader)]);
    expect(reads[0]?.status).toBe('rejected');
    expect(reads[1]).toMatchObject({ status: 'fulfilled', value: before });
    await reader.close();
  });
});
