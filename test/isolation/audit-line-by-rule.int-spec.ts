import { randomUUID } from 'node:crypto';
import { Tenancy, type Claims } from '#tenancy';
import { startWorld, type World } from '../support/world.js';

const INSERT = `INSERT INTO audit_line (region_id, id, at, step, thing_type, thing_id, part, act, manner, unit_id, post_id,
    post_unit_id, person_name, role, changes, unit_ids, unit_code, network_ids, committee_network_ids, person_ids)
  VALUES ($1, $2, $3, 1, 'Booking', $4, 'Booking', 'CONFIRMED', $5, $6, $7, $8, $9, $10, '{}', '{}', NULL, '{}', '{}', '{}')`;

interface Line {
  region: string;
  manner: string;
  post: string | null;
  postUnit: string | null;
  person: string | null;
  role: string;
}

/** Each case has one fault, so that no part of the policy can go unseen. */
describe('A line that follows by rule from an act in a stranger’s thing', () => {
  let world: World;
  let tenancy: Tenancy;
  let fleet: Claims;
  let committee: Claims;
  beforeAll(async () => {
    world = await startWorld();
    tenancy = world.api.app.get(Tenancy);
    [fleet, committee] = [claimsOf('bus-639'), claimsOf('southeast-committee')];
  });
  afterAll(() => world.close());

  it('is left when it names nobody', async () => {
    await expect(write({})).resolves.toEqual([]);
  });

  it.each<[string, () => Partial<Line>]>([
    ['of another region', () => ({ region: randomUUID() })],
    ['that says a unit did it itself', () => ({ manner: 'OWN' })],
    ['that says it was done on behalf', () => ({ manner: 'ON_BEHALF' })],
    ['that names the unit of who did it', () => ({ postUnit: randomUUID() })],
    ['that names a person', () => ({ person: '李医生' })],
    ['of the post of another', () => ({ post: committee.postId, role: committee.role })],
    ['of its own post in another role', () => ({ post: fleet.postId, role: 'SECRETARY' })],
  ])('is refused as one %s', async (_, fault) => {
    await expect(write(fault())).rejects.toThrow('row-level security');
  });

  function claimsOf(account: string): Claims {
    const { claims } = world.as(account);
    if (!claims) throw new Error('An account acts through a post.');
    return claims;
  }

  function write(fault: Partial<Line>): Promise<unknown[]> {
    return tenancy.write(fleet, (tx) => {
      const fine = { region: tx.regionId, manner: 'BY_RULE', post: null, postUnit: null, person: null };
      const { region, manner, post, postUnit, person, role } = { ...fine, role: 'SYSTEM', ...fault };
      const [id, thing, unit] = [tx.newId(), randomUUID(), randomUUID()];
      return tx.query(INSERT, [region, id, tx.now, thing, manner, unit, post, postUnit, person, role]);
    });
  }
});
