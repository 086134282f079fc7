import { EventEmitter, once } from 'node:events';
import { fromGlobalId } from '#graphql';
import { Membership, Session } from '#network';
import { type Claims, Tenancy, type TenantTransaction } from '#tenancy';
import { startWorld, type World } from '../support/world.js';

/** Lets go once both have come; whoever comes again later is not held up. */
function meetOnce(): () => Promise<void> {
  const meeting = new EventEmitter();
  const met = once(meeting, 'met');
  let come = 0;
  return async () => {
    come += 1;
    if (come === 2) meeting.emit('met');
    await met;
  };
}

const raise = async (tx: TenantTransaction, condition: string): Promise<unknown> =>
  tx.query(`DO $$ BEGIN RAISE ${condition}; END $$`);

describe('A write that the database breaks off', () => {
  let world: World;
  let tenancy: Tenancy;
  let committee: Claims;
  beforeAll(async () => {
    world = await startWorld();
    tenancy = world.api.app.get(Tenancy);
    const { claims } = world.as('southeast-committee');
    if (!claims) throw new Error('An account acts through a post.');
    committee = claims;
  });
  afterAll(() => world.close());

  const leaveTrace = async (tx: TenantTransaction): Promise<void> => {
    const { personId } = committee;
    await tx.insert(Session, {
      id: tx.newId(),
      personId,
      startedAt: tx.now,
      expiresAt: tx.now,
      endedAt: null,
      device: null,
      generation: 0,
      access: null,
      refreshedAt: null,
    });
  };
  const countTraces = async (): Promise<number> =>
    tenancy.read(committee, (tx) =>
      tx.manager.countBy(Session, { regionId: tx.regionId, personId: committee.personId }),
    );

  it('by a real deadlock is tried again, and both writers end', async () => {
    const [one, other] = ['clinic', 'bus-639'].map((unit) =>
      fromGlobalId('Membership', world.membership(unit, 'southeast')),
    );
    if (!one || !other) throw new Error('The case has both members.');
    const before = await countTraces();
    const bothHoldOne = meetOnce();
    let attempts = 0;
    const lockBoth = async (first: string, second: string): Promise<void> =>
      tenancy.write(committee, async (tx) => {
        attempts += 1;
        expect(await tx.lock(Membership, first)).not.toBeNull();
        await bothHoldOne();
        await tx.lock(Membership, second);
        await leaveTrace(tx);
      });
    await Promise.all([lockBoth(one, other), lockBoth(other, one)]);
    expect(attempts).toBe(3);
    expect(await countTraces()).toBe(before + 2);
  });

  it.each(['deadlock_detected', 'serialization_failure'])(
    'by %s is tried three times, and no more',
    async (condition) => {
      const before = await countTraces();
      let attempts = 0;
      const write = tenancy.write(committee, async (tx) => {
        attempts += 1;
        await leaveTrace(tx);
        await raise(tx, condition);
      });
      await expect(write).rejects.toThrow(condition);
      expect(attempts).toBe(3);
      expect(await countTraces()).toBe(before);
    },
  );

  it('is stored once when a later attempt succeeds', async () => {
    const before = await countTraces();
    let attempts = 0;
    await tenancy.write(committee, async (tx) => {
      attempts += 1;
      await leaveTrace(tx);
      if (attempts < 3) await raise(tx, 'serialization_failure');
    });
    expect(await countTraces()).toBe(before + 1);
  });

  it('for its own fault is not tried again', async () => {
    let attempts = 0;
    const write = tenancy.write(committee, async (tx) => {
      attempts += 1;
      await raise(tx, 'unique_violation');
    });
    await expect(write).rejects.toThrow('unique_violation');
    expect(attempts).toBe(1);
  });
});
