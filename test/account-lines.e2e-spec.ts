import { issueCodeAsOperator } from '#network';
import type { TestClient } from './support/test-client.js';
import { PASSWORD, startWorld, type World } from './support/world.js';

const LINES = `edges { node { act part manner personName role unit { code } actingUnit { code } changes { field after } } }`;
const ISSUE = `mutation ($postId: ID!) { issuePasswordCode(postId: $postId) { account oneTimeCode } }`;
const SET = `mutation ($input: SetPasswordInput!) { setPassword(input: $input) { __typename } }`;
const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`;
const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) {
  ... on Appointment { post { id } setUp { account oneTimeCode } } } }`;
const INVITE = `mutation ($input: InviteNewUnitInput!) { inviteNewUnit(input: $input) { oneTimeCode membership { id } } }`;
const RENEW = `mutation ($id: ID!) { renewInvitation(membershipId: $id) { ... on UnitInvitation { oneTimeCode } } }`;
const REDEEM = `mutation ($input: RedeemInvitationInput!) { redeemInvitation(input: $input) { __typename } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Access { token } } }`;
const OF_MEMBERSHIP = `query ($id: ID!) { node(id: $id) { ... on Membership { auditLines { ${LINES} } } } }`;
const OWN = 'chosen by myself';

interface Line {
  act: string;
  part: string;
  manner: string;
  personName: string | null;
  unit: { code: string } | null;
  actingUnit: { code: string } | null;
  changes: { field: string; after: string | null }[];
}
interface Listed {
  edges: { node: Line }[];
}
interface Handed {
  account: string;
  oneTimeCode: string;
}

/** Who let whom into which account stays to be read, by whoever gave the code and whose account it is. */
describe('the lines of an account', () => {
  let world: World;
  let secretary: TestClient;

  beforeAll(async () => {
    world = await startWorld();
    secretary = world.as('southeast-committee');
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.advance(60_000));

  const set = (code: string) => world.nobody().ask(SET, { input: { code, password: OWN } });
  const listed = ({ edges }: Listed, part = /Account|Code/): Line[] =>
    edges.map(({ node }) => node).filter((line) => part.test(line.part));
  const mine = async (client: TestClient) =>
    listed(
      (await client.ask<{ me: { auditLines: Listed } }>(`{ me { auditLines { ${LINES} } } }`)).me.auditLines,
    );
  const ofUnit = async (client: TestClient) =>
    listed((await client.ask<{ auditLines: Listed }>(`{ auditLines(first: 100) { ${LINES} } }`)).auditLines);
  const actsOf = (lines: Line[]) => lines.map(({ act, part }) => `${part} ${act}`);
  const signIn = async (account: string, password: string) => {
    const input = { region: world.code, account, password };
    const { signIn: access } = await world.nobody().ask<{ signIn: { token: string } }>(SIGN_IN, { input });
    return world.withToken(access.token);
  };

  it('tell its holder and the giver that a code was given, by whom, and that it was used', async () => {
    const { issuePasswordCode } = await secretary.ask<{ issuePasswordCode: Handed }>(ISSUE, {
      postId: world.post('clinic'),
    });
    world.clock.advance(60_000);
    await set(issuePasswordCode.oneTimeCode);
    const set2 = {
      act: 'PASSWORD_SET',
      part: 'Account',
      manner: 'BY_RULE',
      personName: null,
      role: null,
      actingUnit: null,
      unit: { code: 'southeast-committee' },
      changes: [
        { field: 'name', after: 'clinic' },
        { field: 'passwordHash', after: null },
      ],
    };
    const given = {
      act: 'ISSUED',
      part: 'PasswordCode',
      manner: 'OWN',
      personName: '东南社区党总支书记',
      role: 'SECRETARY',
      unit: { code: 'southeast-committee' },
      actingUnit: { code: 'southeast-committee' },
      changes: [
        { field: 'account', after: 'clinic' },
        { field: 'expiresAt', after: expect.any(String) as string },
      ],
    };
    expect(await mine(await signIn('clinic', OWN))).toEqual([set2, given]);
    expect(await ofUnit(secretary)).toEqual([set2, given]);
    for (const account of ['food-market', 'zhoupu-steward', 'riverside-committee', 'resident-1'])
      expect(await ofUnit(world.as(account))).toEqual([]);
    expect(JSON.stringify(await ofUnit(secretary))).not.toContain(issuePasswordCode.oneTimeCode.slice(7));
  });

  it('are none for a code that opened nothing', async () => {
    const { issuePasswordCode } = await secretary.ask<{ issuePasswordCode: Handed }>(ISSUE, {
      postId: world.post('savings-bank'),
    });
    world.clock.advance(24 * 3_600_000);
    const before = await ofUnit(secretary);
    await set(issuePasswordCode.oneTimeCode);
    await set('310115.aaaa-bbbb-cccc-dddd');
    expect(await ofUnit(secretary)).toEqual(before);
  });

  it('begin with the code by which a deputy comes, and go on with what the deputy does', async () => {
    const input = { unitId: world.unit('developer'), role: 'DEPUTY', person: { newPerson: '副联络员' } };
    const { appoint } = await world.as('developer').ask<{ appoint: { setUp: Handed } }>(APPOINT, { input });
    const { account, oneTimeCode } = appoint.setUp;
    await set(oneTimeCode);
    const deputy = await signIn(account, OWN);
    world.clock.advance(60_000);
    await deputy.ask(CHANGE, { input: { current: OWN, password: 'another of my own' } });
    expect(actsOf(await mine(deputy)).toSorted()).toEqual([
      'Account CREATED',
      'Account PASSWORD_CHANGED',
      'Account PASSWORD_SET',
      'PasswordCode ISSUED',
    ]);
    expect(actsOf(await ofUnit(world.as('developer'))).toSorted()).toEqual([
      'Account PASSWORD_SET',
      'PasswordCode ISSUED',
    ]);
  });

  it('tell its holder of a code of the operator that was used', async () => {
    const { clock } = world;
    const issued = await issueCodeAsOperator(world.api.database.ownerUrl, world.code, 'zhoupu-steward', {
      clock,
    });
    await set(issued?.oneTimeCode ?? '');
    const steward = await signIn('zhoupu-steward', OWN);
    expect(actsOf(await mine(steward))).toEqual(['Account PASSWORD_SET']);
  });

  it('of an invitation tell the committee of each code that it gave, and that the unit came', async () => {
    const networkId = world.network('southeast');
    const input = { networkId, unitName: '街角书店', unitKind: 'ENTERPRISE', unitCode: 'book-shop' };
    type Invited = { inviteNewUnit: { membership: { id: string } } };
    const { inviteNewUnit } = await secretary.ask<Invited>(INVITE, { input });
    const { id } = inviteNewUnit.membership;
    world.clock.advance(60_000);
    type Renewed = { renewInvitation: { oneTimeCode: string } };
    const { renewInvitation } = await secretary.ask<Renewed>(RENEW, { id });
    const code = renewInvitation.oneTimeCode;
    world.clock.advance(60_000);
    await world.nobody().ask(REDEEM, { input: { code, personName: '店长', password: PASSWORD } });
    const { node } = await secretary.ask<{ node: { auditLines: Listed } }>(OF_MEMBERSHIP, { id });
    const lines = listed(node.auditLines, /./);
    expect(actsOf(lines)).toEqual([
      'Membership ACTIVE',
      'UnitInvitation ISSUED',
      'UnitInvitation ISSUED',
      'Membership INVITED',
    ]);
    expect(JSON.stringify(lines)).not.toContain(code.slice(7));
    expect(world.api.failures).toEqual([]);
  });
});
