import { importRoster } from '#network';
import { queryAsSuperuser } from './support/cluster.js';
import { EXAMPLE } from './support/example-file.js';
import { startWorld, type World } from './support/world.js';

const CREATE = `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { ... on Vehicle { plate } } }`;
const UNIT = `query ($id: ID!) { node(id: $id) { ... on Unit { creditCode } } }`;
const INVITE_NEW = `mutation ($input: InviteNewUnitInput!) { inviteNewUnit(input: $input) { oneTimeCode membership { id } } }`;
const REDEEM = `mutation ($input: RedeemInvitationInput!) { redeemInvitation(input: $input) { __typename } }`;
const UNIT_OF = `query ($id: ID!) { node(id: $id) { ... on Membership { unit { id creditCode } } } }`;
const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id version } } }`;
const ACCEPT = `mutation ($id: ID!, $version: Int!) { acceptInvitation(id: $id, version: $version) { __typename } }`;

/** The example of GB 32100-2015. */
const SOUND = '91350100M000100Y43';

describe('facts that have a form', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const countOf = async (table: string): Promise<unknown> =>
    (await queryAsSuperuser(`SELECT count(*)::int AS count FROM ${table}`, world.api.database.name))[0];

  it('a malformed plate is refused, named by its path, and nothing is stored', async () => {
    const { input } = EXAMPLE.offers.find(({ code }) => code === 'bus-45')!;
    const drafted = (plate: string) => {
      const vehicle = { plate, seats: 45, driverIncluded: true };
      return world.as('bus-639').tryAsk<object>(CREATE, { input: { ...input, facts: { vehicle } } });
    };
    const before = await countOf('offer');
    for (const plate of ['沪AI6390', '沪A639', '']) {
      expect((await drafted(plate)).errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [
          {
            path: 'input.facts.vehicle.plate',
            message: expect.stringMatching(/^A number plate has the province/),
          },
        ],
      });
    }
    expect(await countOf('offer')).toEqual(before);
    expect((await drafted('沪A·12345D')).data).toEqual({ createOffer: { plate: '沪A·12345D' } });
  });

  const invited = async (): Promise<{ oneTimeCode: string; membership: { id: string } }> => {
    const networkId = world.network('southeast');
    const input = { networkId, unitName: '街角书店', unitKind: 'ENTERPRISE', unitCode: 'book-shop' };
    type Invited = { inviteNewUnit: { oneTimeCode: string; membership: { id: string } } };
    return (await world.as('southeast-committee').ask<Invited>(INVITE_NEW, { input })).inviteNewUnit;
  };
  const redeem = (code: string, creditCode: string) =>
    world.nobody().tryAsk<{ redeemInvitation: { __typename: string } }>(REDEEM, {
      input: { code, creditCode, personName: '书店联络员', password: 'a password of their own' },
    });

  it.each([
    ['91350100M000100Y44', /it would be 91350100M000100Y43\.$/],
    ['91350100m000100y43', /has 18 digits and capital letters/],
  ])(
    'a credit code that is none, %s, is refused with the form that is expected',
    async (creditCode, words) => {
      const { oneTimeCode } = await invited();
      const before = await countOf('unit');
      const { errors } = await redeem(oneTimeCode, creditCode);
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'input.creditCode', message: expect.stringMatching(words) }],
      });
      expect(await countOf('unit')).toEqual(before);
      expect((await redeem(oneTimeCode, SOUND)).data?.redeemInvitation.__typename).toBe('Account');
    },
  );

  it('a credit code is read by the unit and the committees of its networks alone', async () => {
    const { membership, oneTimeCode } = await invited();
    await redeem(oneTimeCode, SOUND);
    type Member = { node: { unit: { id: string; creditCode: string | null } } };
    const read = async (account: string) =>
      (await world.as(account).ask<Member>(UNIT_OF, { id: membership.id })).node.unit;
    expect((await read('southeast-committee')).creditCode).toBe(SOUND);
    const { id } = await read('southeast-committee');
    for (const account of ['clinic', 'zhoupu-steward', 'resident-1'])
      expect(await world.as(account).ask(UNIT, { id })).toEqual({ node: { creditCode: null } });
  });

  it('comes with a roster too, follows the unit into its networks, and is refused there when it is wrong', async () => {
    const { ownerUrl } = world.api.database;
    const withCode = (creditCode: string) => {
      const roster = structuredClone(EXAMPLE.roster as typeof EXAMPLE.roster & { units: { code: string }[] });
      Object.assign(
        roster.units.find(({ code }) => code === 'clinic')!,
        { creditCode },
      );
      return roster;
    };
    await expect(importRoster(ownerUrl, withCode('91350100M000100Y44'))).rejects.toThrow(
      /units\[\d+\]\.creditCode: The check character .* would be 91350100M000100Y43\./,
    );
    const { changes } = await importRoster(ownerUrl, withCode(SOUND), { clock: world.clock });
    expect(changes).toEqual([{ act: 'ADD', subject: 'registration of clinic', fields: [] }]);
    expect((await importRoster(ownerUrl, withCode(SOUND), { clock: world.clock })).changes).toEqual([]);
    expect((await importRoster(ownerUrl, EXAMPLE.roster, { clock: world.clock })).changes).toEqual([]);
    const read = (account: string) => world.as(account).ask(UNIT, { id: world.unit('clinic') });
    expect(await read('clinic')).toEqual({ node: { creditCode: SOUND } });
    expect(await read('southeast-committee')).toEqual({ node: { creditCode: SOUND } });
    expect(await read('food-market')).toEqual({ node: { creditCode: null } });
    expect(await read('riverside-committee')).toEqual({ node: null });

    const input = { networkId: world.network('riverside'), unitCode: 'clinic' };
    type Invitation = { inviteUnit: { id: string; version: number } };
    const { inviteUnit } = await world.as('riverside-committee').ask<Invitation>(INVITE, { input });
    await world.as('clinic').ask(ACCEPT, inviteUnit);
    expect(await read('riverside-committee')).toEqual({ node: { creditCode: SOUND } });
    expect(await read('riverside-property')).toEqual({ node: { creditCode: null } });
  });
});
