import { issueCodeAsOperator } from '#network';
import { PASSWORD, startWorld, type World } from './support/world.js';

const REFUSAL = '... on Refusal { code message }';
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  __typename ${REFUSAL} ... on Access { token refreshToken sessionExpiresAt me { posts { role unit { name } } } } } }`;
const ISSUE = `mutation ($postId: ID!) { issuePasswordCode(postId: $postId) { account oneTimeCode expiresAt } }`;
const SET = `mutation ($input: SetPasswordInput!) { setPassword(input: $input) {
  __typename ${REFUSAL} ... on Account { regionCode account } } }`;
const CHANGE = `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
  __typename ${REFUSAL} ... on Session { isCurrent } } }`;
const INVITE = `mutation ($input: InviteNewUnitInput!) { inviteNewUnit(input: $input) {
  oneTimeCode expiresAt membership { id version state unitCode } } }`;
const RENEW = `mutation ($id: ID!) { renewInvitation(membershipId: $id) {
  __typename ${REFUSAL} ... on UnitInvitation { oneTimeCode } } }`;
const REDEEM = `mutation ($input: RedeemInvitationInput!) { redeemInvitation(input: $input) {
  __typename ${REFUSAL} ... on Account { regionCode account } } }`;
const REMOVE = `mutation ($id: ID!, $version: Int!) { removeMembership(id: $id, version: $version) { __typename } }`;
const REVOKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { __typename } }`;
const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) {
  __typename ${REFUSAL} ... on Appointment { post { id version } setUp { account oneTimeCode } } } }`;
const OWN = 'chosen by myself';
const INVALID = { __typename: 'InvalidCode', code: 'INVALID_CODE' };
const DAY = 86_400_000;

type Handed = { account: string; oneTimeCode: string; expiresAt: string };
type Answered = { __typename: string; regionCode: string; account: string; token: string };
type Invited = Handed & { membership: { id: string; version: number; state: string; unitCode: string } };

describe('accounts', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });

  afterAll(() => world.close());

  const signIn = async (account: string, password: string) => {
    const input = { region: world.code, account, password };
    return (await world.nobody().ask<{ signIn: Answered }>(SIGN_IN, { input })).signIn;
  };

  const setPassword = async (code: string, password = OWN) =>
    (await world.nobody().ask<{ setPassword: Answered }>(SET, { input: { code, password } })).setPassword;

  const redeem = async (code: string, personName = '书店联络员') =>
    (
      await world.nobody().ask<{ redeemInvitation: Answered }>(REDEEM, {
        input: { code, personName, password: OWN },
      })
    ).redeemInvitation;

  const issue = async (holder: string, by = 'southeast-committee') =>
    (await world.as(by).ask<{ issuePasswordCode: Handed }>(ISSUE, { postId: world.post(holder) }))
      .issuePasswordCode;

  const codeOfIssue = async (postId: string, by: string) =>
    (await world.as(by).tryAsk(ISSUE, { postId })).errors?.[0]?.extensions.code;

  const invite = async (unitCode: string) => {
    const networkId = world.network('southeast');
    const input = { networkId, unitName: `街角${unitCode}`, unitKind: 'ENTERPRISE', unitCode };
    return (await world.as('southeast-committee').ask<{ inviteNewUnit: Invited }>(INVITE, { input }))
      .inviteNewUnit;
  };

  const countUnits = async (code: string) => {
    const query = `query ($networkId: ID!) { memberships(first: 100, filter: { networkId: $networkId }) { edges { node { state unitCode unit { code } } } } }`;
    type Listed = { memberships: { edges: { node: { unitCode: string; unit: object | null } }[] } };
    const { memberships } = await world
      .as('southeast-committee')
      .ask<Listed>(query, { networkId: world.network('southeast') });
    return memberships.edges.filter(({ node }) => node.unitCode === code && node.unit).length;
  };

  describe('a password', () => {
    it('is set with a code from whoever appoints, which ends all sessions and works once', async () => {
      const before = await signIn('police-post', PASSWORD);
      const { account, oneTimeCode, expiresAt } = await issue('police-post');
      expect(account).toBe('police-post');
      expect(Date.parse(expiresAt) - world.clock.now().getTime()).toBe(DAY);
      expect(await setPassword(oneTimeCode.toUpperCase().replaceAll('-', ' '))).toEqual({
        __typename: 'Account',
        regionCode: world.code,
        account,
      });
      const answer = await world.withToken(before.token).tryAsk('{ me { name } }');
      expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect((await signIn(account, PASSWORD)).__typename).toBe('WrongCredentials');
      expect((await signIn(account, OWN)).__typename).toBe('Access');
      expect(await setPassword(oneTimeCode)).toMatchObject(INVALID);
    });

    it('is not set with a code that is unknown, replaced, expired or of another region, in one wording', async () => {
      const replaced = await issue('savings-bank');
      const expired = await issue('savings-bank');
      world.clock.advance(DAY);
      const secret = expired.oneTimeCode.split('.')[1] ?? '';
      const codes = [replaced.oneTimeCode, expired.oneTimeCode, `999999.${secret}`, `310112.${secret}`];
      const answers = [];
      for (const code of [...codes, '310115.aaaa-bbbb-cccc-dddd', 'nonsense', ''])
        answers.push(await setPassword(code));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject(INVALID);
      expect((await signIn('savings-bank', PASSWORD)).__typename).toBe('Access');
    });

    it('is set by one of eight who try one code at once', async () => {
      const { account, oneTimeCode } = await issue('developer');
      const passwords = Array.from({ length: 8 }, (_, index) => `a long password ${index}`);
      const answers = await Promise.all(passwords.map((password) => setPassword(oneTimeCode, password)));
      const kinds = answers.map(({ __typename }) => __typename);
      expect(kinds.toSorted()).toEqual(['Account', ...Array<string>(7).fill('InvalidCode')]);
      const winner = passwords[kinds.indexOf('Account')] ?? '';
      expect((await signIn(account, winner)).__typename).toBe('Access');
    });

    it('lets somebody in again who was locked out by failures', async () => {
      for (let attempt = 0; attempt < 11; attempt++) await signIn('party-school', 'guess');
      expect((await signIn('party-school', PASSWORD)).__typename).toBe('TooManyAttempts');
      await setPassword((await issue('party-school')).oneTimeCode);
      expect((await signIn('party-school', OWN)).__typename).toBe('Access');
      world.clock.advance(15 * 60_000);
    });

    it('is set with the operator’s code by whom nobody appoints', async () => {
      const { ownerUrl } = world.api.database;
      const { clock } = world;
      const issued = await issueCodeAsOperator(ownerUrl, world.code, 'zhoupu-steward', { clock });
      expect(await setPassword(issued?.oneTimeCode ?? '')).toMatchObject({ account: 'zhoupu-steward' });
      expect((await signIn('zhoupu-steward', OWN)).__typename).toBe('Access');
      expect(await issueCodeAsOperator(ownerUrl, world.code, 'nobody-here')).toBeNull();
      expect(await issueCodeAsOperator(ownerUrl, '999999', 'clinic')).toBeNull();
    });

    it.each([
      ['short', 'A password has at least 10 characters.'],
      [' '.repeat(12), 'A password is more than blanks or one character repeated.'],
      ['一'.repeat(12), 'A password is more than blanks or one character repeated.'],
      ['aaaaaa aaaaaa', 'A password is more than blanks or one character repeated.'],
      ['Computing-Institute', 'A password is not the name of its account.'],
    ])('is not taken when it reads "%s", and the code stays good', async (password, message) => {
      const { oneTimeCode } = await issue('computing-institute');
      const bad = await world.nobody().tryAsk(SET, { input: { code: oneTimeCode, password } });
      expect(bad.errors?.[0]?.extensions.fields).toMatchObject([{ path: 'input.password', message }]);
      expect((await setPassword(oneTimeCode)).__typename).toBe('Account');
    });

    it('is not set for somebody whose posts were all taken meanwhile', async () => {
      const unitId = world.unit('clinic');
      const input = { unitId, role: 'DEPUTY', person: { newPerson: '短期副手' } };
      type Appointed = { appoint: { post: { id: string; version: number }; setUp: Handed } };
      const { appoint } = await world.as('clinic').ask<Appointed>(APPOINT, { input });
      await world.as('clinic').ask(REVOKE, appoint.post);
      expect(await setPassword(appoint.setUp.oneTimeCode)).toMatchObject(INVALID);
    });

    it('is changed by whoever knows it: other sessions end, a wrong one counts as a failure', async () => {
      const [here, there] = [
        await signIn('secondary-school', PASSWORD),
        await signIn('secondary-school', PASSWORD),
      ];
      const change = (current: string) =>
        world.withToken(here.token).ask(CHANGE, { input: { current, password: OWN } });
      expect(await change('wrong')).toMatchObject({
        changePassword: { __typename: 'WrongCredentials', message: 'This is not your current password.' },
      });
      const named = { current: PASSWORD, password: 'secondary-school' };
      const bad = await world.withToken(here.token).tryAsk(CHANGE, { input: named });
      expect(bad.errors?.[0]?.extensions.fields).toMatchObject([{ path: 'input.password' }]);
      expect(await change(PASSWORD)).toEqual({ changePassword: { __typename: 'Session', isCurrent: true } });
      expect((await world.withToken(there.token).tryAsk('{ me { name } }')).errors).toBeDefined();
      expect((await world.withToken(here.token).tryAsk('{ me { name } }')).errors).toBeUndefined();
      expect((await signIn('secondary-school', OWN)).__typename).toBe('Access');
      for (let attempt = 0; attempt < 10; attempt++) await change('wrong');
      expect(await change(OWN)).toMatchObject({ changePassword: { __typename: 'TooManyAttempts' } });
      world.clock.advance(15 * 60_000);
    });
  });

  describe('a code for a password', () => {
    it('is given for posts that one gives, never for one’s own', async () => {
      expect(await codeOfIssue(world.post('southeast-committee'), 'southeast-committee')).toBe('FORBIDDEN');
      expect(await codeOfIssue(world.post('clinic'), 'clinic')).toBe('FORBIDDEN');
      // Seen in the directory, and so told who helps; what is not seen is not there.
      expect(await codeOfIssue(world.post('food-market'), 'clinic')).toBe('FORBIDDEN');
      expect(await codeOfIssue(world.post('riverside-clinic'), 'southeast-committee')).toBe('NOT_FOUND');
      expect(await codeOfIssue(world.post('southeast-officer'), 'southeast-committee')).toBeUndefined();
    });

    it('is not given by a unit that the person serves too, but that did not make the account', async () => {
      const clinic = world.as('clinic');
      const input = {
        unitId: world.unit('clinic'),
        role: 'DEPUTY',
        person: { holderOf: world.post('bus-639') },
      };
      type Appointed = { appoint: { post: { id: string } } };
      const { appoint } = await clinic.ask<Appointed>(APPOINT, { input });
      expect(await codeOfIssue(appoint.post.id, 'clinic')).toBe('FORBIDDEN');
      expect((await signIn('bus-639', PASSWORD)).__typename).toBe('Access');
    });
  });

  describe('an invitation', () => {
    it('brings a unit with its first liaison, person and account', async () => {
      const { oneTimeCode, expiresAt, membership } = await invite('book-shop');
      expect(Date.parse(expiresAt) - world.clock.now().getTime()).toBe(7 * DAY);
      expect(membership).toMatchObject({ state: 'INVITED', unitCode: expect.stringMatching(/^book-shop-/) });
      const { account, regionCode } = await redeem(oneTimeCode);
      expect(regionCode).toBe(world.code);
      expect(await signIn(account, OWN)).toMatchObject({
        me: { posts: [{ role: 'LIAISON', unit: { name: '街角book-shop' } }] },
      });
      expect(await countUnits(membership.unitCode)).toBe(1);
      expect(await redeem(oneTimeCode)).toMatchObject(INVALID);
    });

    it('is redeemed by one of eight who try it at once, and by the others not by half', async () => {
      const { oneTimeCode, membership } = await invite('bakery');
      const names = Array.from({ length: 8 }, (_, index) => `联络员${index}`);
      const answers = await Promise.all(names.map((name) => redeem(oneTimeCode, name)));
      const kinds = answers.map(({ __typename }) => __typename);
      expect(kinds.toSorted()).toEqual(['Account', ...Array<string>(7).fill('InvalidCode')]);
      expect(await countUnits(membership.unitCode)).toBe(1);
      const posts = `{ posts(first: 100) { edges { node { personName unit { code } } } } }`;
      type Listed = { posts: { edges: { node: { personName: string; unit: { code: string } } }[] } };
      const { posts: listed } = await world.as('southeast-committee').ask<Listed>(posts);
      const holders = listed.edges.filter(({ node }) => node.unit.code === membership.unitCode);
      expect(holders.map(({ node }) => node.personName)).toEqual([names[kinds.indexOf('Account')]]);
    });

    it('of a unit that was removed before it came is refused, and nothing is made', async () => {
      const { oneTimeCode, membership } = await invite('tea-house');
      await world.as('southeast-committee').ask(REMOVE, membership);
      expect(await redeem(oneTimeCode)).toMatchObject(INVALID);
      expect(await countUnits(membership.unitCode)).toBe(0);
      expect(await world.as('southeast-committee').ask(RENEW, { id: membership.id })).toMatchObject({
        renewInvitation: { __typename: 'WrongState' },
      });
    });

    it('is renewed when its code is lost or over, and the one before is void', async () => {
      const { oneTimeCode, membership } = await invite('florist');
      world.clock.advance(7 * DAY);
      expect(await redeem(oneTimeCode)).toMatchObject(INVALID);
      type Renewed = { renewInvitation: Handed };
      const { renewInvitation } = await world
        .as('southeast-committee')
        .ask<Renewed>(RENEW, { id: membership.id });
      expect(await redeem(oneTimeCode)).toMatchObject(INVALID);
      expect((await redeem(renewInvitation.oneTimeCode)).__typename).toBe('Account');
    });

    it('is not given by a liaison whose unit has left: it appoints nobody', async () => {
      const { membership } = await invite('kiosk').then(async (invited) => {
        await redeem(invited.oneTimeCode);
        return invited;
      });
      const liaison = await newLiaison(membership.unitCode);
      const read = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;
      const { node } = await world
        .as('southeast-committee')
        .ask<{ node: { id: string; version: number } }>(read, { id: membership.id });
      await world.as('southeast-committee').ask(REMOVE, node);
      const input = { unitId: liaison.unitId, role: 'DEPUTY', person: { newPerson: '副手' } };
      expect(await world.withToken(liaison.token).ask(APPOINT, { input })).toMatchObject({
        appoint: { __typename: 'UnitHasLeft', code: 'WRONG_STATE' },
      });
    });

    async function newLiaison(unitCode: string): Promise<{ token: string; unitId: string }> {
      const posts = `{ posts(first: 100) { edges { node { id unit { id code } } } } }`;
      type Listed = { posts: { edges: { node: { id: string; unit: { id: string; code: string } } }[] } };
      const { posts: listed } = await world.as('southeast-committee').ask<Listed>(posts);
      const post = listed.edges.map(({ node }) => node).find(({ unit }) => unit.code === unitCode);
      const handed = await world
        .as('southeast-committee')
        .ask<{ issuePasswordCode: Handed }>(ISSUE, { postId: post?.id });
      const { account, oneTimeCode } = handed.issuePasswordCode;
      await setPassword(oneTimeCode);
      return { token: (await signIn(account, OWN)).token, unitId: post?.unit.id ?? '' };
    }
  });

  it('meet no failure of ours in all this', () => {
    expect(world.api.failures).toEqual([]);
  });
});
