import { ClaimActs, type ClaimOutcome } from '../support/claim-acts.js';
import { CLAIM_FAULTS } from '../support/claim-faults.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { NeedActs, type SeenNeed } from '../support/need-acts.js';
import { startWorld, type World } from '../support/world.js';

const PARTNERS = [
  'zhoupu-no3-primary',
  'southeast-kindergarten',
  'bus-639',
  'food-market',
  'property-management',
  'clinic',
  'fire-squadron',
  'police-post',
  'computing-institute',
  'secondary-school',
  'developer',
  'party-school',
  'savings-bank',
];
const DEADLOCKS = 'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()';

/** Real requests over HTTP against real Postgres: however many race, what cannot be had ends in a refusal that says so. */
describe('13 units racing for the places of a need', () => {
  let world: World;
  let needs: NeedActs;
  let claims: ClaimActs;
  const committee = 'southeast-committee';

  beforeAll(async () => {
    world = await startWorld({ patience: { connectionTimeoutMillis: 15_000, lock_timeout: 15_000 } });
    needs = new NeedActs(world);
    claims = new ClaimActs(world);
    await Promise.all(PARTNERS.map((account) => world.as(account).token()));
  });

  afterEach(async () => {
    const { name } = world.api.database;
    expect(await queryAsSuperuser(CLAIM_FAULTS, name)).toEqual([]);
    expect(await queryAsSuperuser(DEADLOCKS, name)).toEqual([{ deadlocks: '0' }]);
    expect(world.api.failures).toEqual([]);
  });

  afterAll(() => world.close());

  const open = (places: number): Promise<SeenNeed> => needs.open(committee, { source: 'RESIDENTS', places });
  const kindsOf = (outcomes: readonly ClaimOutcome[]): string[] =>
    outcomes.map(({ __typename }) => __typename).toSorted();
  const stateOf = async (id: string): Promise<string> => {
    const query = `query ($id: ID!) { need(id: $id) { state } }`;
    return (await claims.as(committee).ask<{ need: { state: string } }>(query, { id })).need.state;
  };

  it.each([1, 5])(
    'gives %i places to so many, and to the others a refusal that says who was first',
    async (places) => {
      const { id } = await open(places);
      const outcomes = await Promise.all(PARTNERS.map((unit) => claims.tryClaim(unit, id)));
      const late = PARTNERS.length - places;
      expect(kindsOf(outcomes)).toEqual([
        ...Array<string>(places).fill('Claim'),
        ...Array<string>(late).fill('NoPlaceLeft'),
      ]);
      const winners = PARTNERS.filter((_, index) => outcomes[index]?.__typename === 'Claim');
      for (const { claimedBy } of outcomes.filter(({ __typename }) => __typename === 'NoPlaceLeft')) {
        expect(claimedBy?.map(({ code }) => code).toSorted()).toEqual(winners.toSorted());
      }
      expect(await stateOf(id)).toBe('CLAIMED');
    },
  );

  it('gives one unit that asks many times at once one place', async () => {
    const { id } = await open(5);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => claims.tryClaim('clinic', id)));
    expect(kindsOf(outcomes)).toEqual([...Array<string>(5).fill('AlreadyClaimed'), 'Claim']);
  });

  it('lets a unit that was asked race with those that were not', async () => {
    const { id } = await open(1);
    const asked = (await claims.askFor(id, 'clinic')).get('clinic')!;
    const outcomes = await Promise.all([
      claims.tryStep('clinic', 'answerClaim', { ...asked, accept: true }),
      ...['food-market', 'police-post', 'developer'].map((unit) => claims.tryClaim(unit, id)),
    ]);
    expect(kindsOf(outcomes)).toEqual(['Claim', 'NoPlaceLeft', 'NoPlaceLeft', 'NoPlaceLeft']);
  });

  it('lets either the claim or the withdrawal come first, and says which', async () => {
    for (let round = 0; round < 4; round++) {
      const need = await needs.open('clinic');
      const [claimed, withdrawn] = await Promise.all([
        claims.tryClaim('food-market', need.id),
        needs.tryStep('clinic', 'withdrawNeed', { id: need.id, version: need.version }),
      ]);
      const either = [claimed.__typename, withdrawn.__typename, await stateOf(need.id)].join(' ');
      expect(['Claim StaleVersion CLAIMED', 'WrongState Need WITHDRAWN']).toContain(either);
    }
  });

  it('asks nobody in vain while others claim, answer and give up', async () => {
    for (let round = 0; round < 3; round++) {
      const { id } = await open(2);
      const first = await claims.claim('clinic', id);
      const [asked, ...outcomes] = await Promise.all([
        claims.tryAskFor(id, ['developer', 'party-school']),
        claims.tryStep('clinic', 'giveUpClaim', { id: first.id, version: first.version }),
        ...['food-market', 'police-post'].map((unit) => claims.tryClaim(unit, id)),
      ]);
      expect(['Need', 'WrongState']).toContain(asked.__typename);
      expect(outcomes.map(({ __typename }) => __typename).filter((kind) => kind !== 'NoPlaceLeft')).toContain(
        'Claim',
      );
    }
  });
});
