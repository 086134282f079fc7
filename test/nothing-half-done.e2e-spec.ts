import { attachPicture } from './support/attached.js';
import { countRows, growthOf } from './support/count-rows.js';
import { startWorld, type World } from './support/world.js';

const REFUSAL = '__typename ... on Refusal { code message }';
const ISSUE = `mutation ($postId: ID!) { issuePasswordCode(postId: $postId) { oneTimeCode } }`;
const SET = `mutation ($input: SetPasswordInput!) { setPassword(input: $input) { ${REFUSAL} } }`;
const INVITE = `mutation ($input: InviteNewUnitInput!) { inviteNewUnit(input: $input) { oneTimeCode membership { id version unitCode } } }`;
const REDEEM = `mutation ($input: RedeemInvitationInput!) { redeemInvitation(input: $input) { ${REFUSAL} } }`;
const REMOVE = `mutation ($id: ID!, $version: Int!) { removeMembership(id: $id, version: $version) { ... on Membership { id version } } }`;
const AGAIN = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id version } } }`;
const HAND_OVER = `mutation ($id: ID!, $version: Int!, $input: HandOverInput!) {
  handOverPost(id: $id, version: $version, input: $input) { ${REFUSAL} } }`;
const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) { ... on Appointment { post { id version } } } }`;
const SCRIPT = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const INVALID = {
  __typename: 'InvalidCode',
  code: 'INVALID_CODE',
  message: expect.stringMatching(/./) as string,
};

type Refused = Record<string, { __typename: string }>;
interface Thing {
  id: string;
  version: number;
}

/** What is refused says so in one sentence, and no table has a row more or less. */
describe('nothing half done by', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });

  const rows = () => countRows(world.api.database);
  const secretary = () => world.as('southeast-committee');
  const set = async (code: string, password = 'chosen by myself') =>
    (await world.nobody().ask<Refused>(SET, { input: { code, password } }))['setPassword'];
  const redeem = async (code: string, personName = '店长') =>
    (
      await world.nobody().ask<Refused>(REDEEM, { input: { code, personName, password: 'chosen by myself' } })
    )['redeemInvitation'];
  const issue = async (holder: string) =>
    (
      await secretary().ask<{ issuePasswordCode: { oneTimeCode: string } }>(ISSUE, {
        postId: world.post(holder),
      })
    ).issuePasswordCode.oneTimeCode;
  const invite = async (unitCode: string) => {
    const input = {
      networkId: world.network('southeast'),
      unitName: '书店',
      unitKind: 'ENTERPRISE',
      unitCode,
    };
    type Invited = { inviteNewUnit: { oneTimeCode: string; membership: Thing & { unitCode: string } } };
    return (await secretary().ask<Invited>(INVITE, { input })).inviteNewUnit;
  };
  const COMES = { unit: 1, person: 1, account: 1, post: 1, unit_invitation: -1 };

  it('a code for a password that is used twice', async () => {
    const code = await issue('clinic');
    const before = await rows();
    expect(await set(code)).toEqual({ __typename: 'Account' });
    const after = await rows();
    expect(growthOf(before, after)).toEqual({ password_code: -1, audit_line: 1 });
    expect(await set(code)).toEqual(INVALID);
    expect(await rows()).toEqual(after);
  });

  it('eight people who use one code for a password at once, but by one', async () => {
    const code = await issue('developer');
    const before = await rows();
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => set(code, `a long password ${n}`)));
    expect(answers.filter((answer) => answer?.__typename === 'Account')).toHaveLength(1);
    expect(answers.filter((answer) => answer?.__typename === 'InvalidCode')).toHaveLength(7);
    expect(growthOf(before, await rows())).toEqual({ password_code: -1, audit_line: 1 });
  });

  it('an invitation that is redeemed twice, and by eight people at once, but by one', async () => {
    const { oneTimeCode } = await invite('book-shop');
    const before = await rows();
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => redeem(oneTimeCode, `店长${n}`)));
    expect(answers.filter((answer) => answer?.__typename === 'Account')).toHaveLength(1);
    expect(answers.filter((answer) => answer?.__typename === 'InvalidCode')).toHaveLength(7);
    const after = await rows();
    const { audit_line: lines = 0, change_event: events, ...made } = growthOf(before, after);
    expect([made, lines > 0, events]).toEqual([COMES, true, lines]);
    expect(await redeem(oneTimeCode)).toEqual(INVALID);
    expect(await rows()).toEqual(after);
  });

  it('an invitation of a unit that has left, even if it is invited again', async () => {
    const { oneTimeCode, membership } = await invite('tea-house');
    await secretary().ask(REMOVE, membership);
    const removed = await rows();
    expect(await redeem(oneTimeCode)).toEqual(INVALID);
    expect(await rows()).toEqual(removed);
    world.clock.advance(1000);
    const networkId = world.network('southeast');
    await secretary().ask(AGAIN, { input: { networkId, unitCode: membership.unitCode } });
    const invited = await rows();
    expect(await redeem(oneTimeCode)).toEqual(INVALID);
    expect(await rows()).toEqual(invited);
  });

  it('a hand-over to oneself, by either of one’s posts', async () => {
    const clinic = world.as('clinic');
    const market = world.as('food-market');
    const holderOf = world.post('clinic');
    const deputy = { unitId: world.unit('food-market'), role: 'DEPUTY', person: { holderOf } };
    const { appoint } = await market.ask<{ appoint: { post: Thing } }>(APPOINT, { input: deputy });
    const before = await rows();
    const own = { id: holderOf, version: 1 };
    for (const [post, by] of [
      [own, clinic],
      [own, secretary()],
      [appoint.post, market],
    ] as const) {
      const input = { person: { holderOf }, at: '2026-12-01T00:00:00+08:00' };
      expect(await by.ask(HAND_OVER, { ...post, input })).toEqual({
        handOverPost: {
          __typename: 'OwnSuccessor',
          code: 'ALREADY_EXISTS',
          message: 'A post is not handed over to the one who holds it.',
        },
      });
    }
    expect(await rows()).toEqual(before);
  });

  it('a picture that is a script', async () => {
    const owner = world.as('southeast-kindergarten');
    const hall = await world.offer('hall');
    await attachPicture(owner, hall);
    const before = await rows();
    const answer = await owner.attach(hall, 'x.png', SCRIPT);
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining('BAD_USER_INPUT')]);
    expect(await rows()).toEqual(before);
  });
});
