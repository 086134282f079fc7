import { Tenancy, type Claims } from '#tenancy';
import { startWorld, type World } from '../../../../test/support/world.js';
import { CalendarFeed } from './calendar-feed.entity.js';

describe('a calendar feed, as any row that is removed', () => {
  let world: World;
  let tenancy: Tenancy;

  beforeAll(async () => {
    world = await startWorld();
    tenancy = world.api.app.get(Tenancy);
  });
  afterAll(() => world.close());

  const claimsOf = (account: string): Claims => {
    const { claims } = world.as(account);
    if (!claims) throw new Error('An account acts through a post.');
    return claims;
  };

  it('is removed once, and by nobody who may not: who meets no row is told so', async () => {
    const fleet = claimsOf('bus-639');
    const { postId, personId, role } = fleet;
    const feed = await tenancy.write(fleet, (tx) =>
      tx.insert(CalendarFeed, {
        id: tx.newId(),
        postId,
        personId,
        role,
        secretHash: Buffer.from('spec'),
        openedAt: tx.now,
      }),
    );
    const remove = (claims: Claims) => tenancy.write(claims, (tx) => tx.remove(CalendarFeed, feed));
    await expect(remove(claimsOf('southeast-committee'))).rejects.toThrow('met no row');
    await remove(fleet);
    await expect(remove(fleet)).rejects.toThrow('met no row');
  });
});
