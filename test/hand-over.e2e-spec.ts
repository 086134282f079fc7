import type { TestClient } from './support/test-client.js';
import { PASSWORD, startWorld, type World } from './support/world.js';

const REFUSAL = '__typename ... on Refusal { code message }';
const WRONG_STATE = '... on WrongState { currentState }';
const POST = 'id version role dutyPhone since until revokedAt personName predecessor { id until }';
const HAND_OVER = `mutation ($id: ID!, $version: Int!, $input: HandOverInput!) {
  handOverPost(id: $id, version: $version, input: $input) { ${REFUSAL} ${WRONG_STATE}
    ... on Appointment { post { ${POST} } setUp { account oneTimeCode } } } }`;
const TAKE_BACK = `mutation ($id: ID!, $version: Int!) {
  takeBackHandOver(id: $id, version: $version) { ${REFUSAL} ${WRONG_STATE} ... on Post { ${POST} } } }`;
const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) { ${REFUSAL}
  ... on Appointment { post { ${POST} } setUp { account oneTimeCode } } } }`;
const SET = `mutation ($input: SetPasswordInput!) { setPassword(input: $input) { __typename } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  ${REFUSAL} ... on NoPostNow { since } ... on Access { token me { post { id role unit { code } } } } } }`;
const REVOKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { ${REFUSAL} ... on Post { ${POST} } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { ... on Post { ${POST} } } }`;
const SET_PHONE = `mutation ($id: ID!, $version: Int!, $dutyPhone: String) {
  setDutyPhone(id: $id, version: $version, dutyPhone: $dutyPhone) { ${REFUSAL} ... on Post { ${POST} } } }`;
const DIRECTORY = `query ($networkId: ID!) {
  posts(first: 100, filter: { networkId: $networkId }) { edges { node { id personName role unit { code } } } } }`;

interface Post {
  id: string;
  dutyPhone: string | null;
  version: number;
  until: string | null;
  personName: string;
}
interface Given {
  __typename: string;
  currentState?: string;
  post: Post;
  setUp: { account: string; oneTimeCode: string } | null;
}

const DAY = 86_400_000;
const OWN = 'chosen by myself';

describe('a hand-over', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
  });

  afterEach(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });

  const inDays = (days: number) => new Date(world.clock.now().getTime() + days * DAY).toISOString();

  const read = async (id: string) =>
    (await world.as('southeast-committee').ask<{ node: Post }>(NODE, { id })).node;

  const handOver = async (by: TestClient, { id, version }: Post, person: object, at: string) =>
    (await by.ask<{ handOverPost: Given }>(HAND_OVER, { id, version, input: { person, at } })).handOverPost;

  const takeBack = async (by: TestClient, { id, version }: Post) =>
    (await by.ask<{ takeBackHandOver: Given & Post }>(TAKE_BACK, { id, version })).takeBackHandOver;

  const signIn = async (account: string, password: string, language = 'en') => {
    const input = { region: world.code, account, password };
    type SignedIn = { signIn: { __typename: string; token: string; me: { post: object } } };
    const headers = { 'accept-language': language };
    const { data } = await world.nobody().tryAsk<SignedIn>(SIGN_IN, { input }, headers);
    if (!data) throw new Error('Signing in gives an answer or a refusal.');
    return data.signIn;
  };

  const names = async (unit: string, by = 'food-market') => {
    type Listed = { posts: { edges: { node: { personName: string; unit: { code: string } } }[] } };
    const { posts } = await world.as(by).ask<Listed>(DIRECTORY, { networkId: world.network('southeast') });
    return posts.edges.filter(({ node }) => node.unit.code === unit).map(({ node }) => node.personName);
  };

  it('ends one post at the instant at which the next begins', async () => {
    const clinic = world.as('clinic');
    const old = await read(world.post('clinic'));
    const at = inDays(7);
    const { post, setUp } = await handOver(clinic, old, { newPerson: '新联络员' }, at);
    expect(post).toMatchObject({ since: at, until: null, role: 'LIAISON', personName: '新联络员' });
    expect(post).toMatchObject({ predecessor: { id: old.id, until: at } });
    const { account = '', oneTimeCode: code = '' } = setUp ?? {};
    await world.nobody().ask(SET, { input: { code, password: OWN } });

    world.clock.advance(7 * DAY - 1);
    // However often: whoever has the right password does not use up the attempts.
    for (let attempt = 0; attempt < 11; attempt++)
      expect(await signIn(account, OWN)).toEqual({
        __typename: 'NoPostNow',
        code: 'NO_POST_NOW',
        message: 'The password is right, but your post begins only at 2026-11-30 09:00.',
        since: at,
      });
    expect(await signIn(account, OWN, 'zh')).toMatchObject({
      message: '密码正确，但您的任职从2026年11月30日（星期一）09:00才开始。',
    });
    expect(await signIn(account, 'a guess')).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    const { token } = await signIn('clinic', PASSWORD);
    expect(await names('clinic')).toEqual([old.personName]);
    world.clock.advance(1);
    const left = await world.withToken(token).tryAsk('{ me { name } }');
    expect(left.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await signIn('clinic', PASSWORD)).toMatchObject({ __typename: 'NoPostNow', since: null });
    expect(await signIn(account, OWN)).toMatchObject({
      me: { post: { role: 'LIAISON', unit: { code: 'clinic' } } },
    });
    expect(await names('clinic')).toEqual(['新联络员']);
  });

  it('to oneself, twice, or into the past is refused, and changes nothing', async () => {
    const clinic = world.as('clinic');
    const old = await read(world.post('clinic'));
    expect(await handOver(clinic, old, { holderOf: old.id }, inDays(7))).toMatchObject({
      __typename: 'OwnSuccessor',
    });
    for (const at of [inDays(-1), inDays(0)]) {
      const input = { person: { newPerson: '某人' }, at };
      const answer = await clinic.tryAsk(HAND_OVER, { id: old.id, version: old.version, input });
      expect(answer.errors?.[0]?.extensions.fields).toMatchObject([{ path: 'input.at' }]);
    }
    expect(await read(old.id)).toEqual(old);
    expect(await names('clinic', 'southeast-committee')).toEqual([old.personName]);
    await handOver(clinic, old, { newPerson: '新联络员' }, inDays(7));
    const handed = await read(old.id);
    expect(await handOver(clinic, handed, { newPerson: '另一人' }, inDays(8))).toMatchObject({
      __typename: 'WrongState',
      currentState: 'HANDED_OVER',
    });
  });

  it('is made once by two who try at the same time', async () => {
    const old = await read(world.post('clinic'));
    const both = [world.as('clinic'), world.as('southeast-committee')];
    const answers = await Promise.all(
      both.map((by, index) => handOver(by, old, { newPerson: `联络员${index}` }, inDays(7))),
    );
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['Appointment', 'StaleVersion']);
    expect(await names('clinic', 'southeast-committee')).toHaveLength(2);
  });

  it('is taken back before its day, and not after it', async () => {
    const secretary = world.as('southeast-committee');
    const old = await read(world.post('clinic'));
    const { post } = await handOver(world.as('clinic'), old, { newPerson: '新联络员' }, inDays(7));
    expect(await takeBack(secretary, await read(old.id))).toMatchObject({ __typename: 'Post', until: null });
    expect(await read(post.id)).toMatchObject({ revokedAt: world.clock.now().toISOString() });
    expect(await takeBack(secretary, await read(old.id))).toMatchObject({ currentState: 'NOT_HANDED_OVER' });

    const again = await handOver(secretary, await read(old.id), { newPerson: '新联络员' }, inDays(7));
    world.clock.advance(7 * DAY);
    expect(await takeBack(secretary, await read(old.id))).toMatchObject({ currentState: 'ENDED' });
    expect(await read(again.post.id)).toMatchObject({ revokedAt: null });
  });

  it('falls with the successor that is revoked before its day, and not with one that has begun', async () => {
    const secretary = world.as('southeast-committee');
    const old = await read(world.post('clinic'));
    const { post } = await handOver(secretary, old, { newPerson: '新联络员' }, inDays(7));
    await secretary.ask(REVOKE, { id: post.id, version: post.version });
    expect(await read(old.id)).toMatchObject({ until: null, revokedAt: null });
    const again = await handOver(secretary, await read(old.id), { newPerson: '再任联络员' }, inDays(7));
    world.clock.advance(7 * DAY);
    await secretary.ask(REVOKE, { id: again.post.id, version: again.post.version });
    expect(await read(old.id)).toMatchObject({ until: world.clock.now().toISOString() });
    expect(await names('clinic')).toEqual([]);
  });

  it('leaves the duty phone with the post, unless another is given', async () => {
    const clinic = world.as('clinic');
    const old = await read(world.post('clinic'));
    await clinic.ask(SET_PHONE, { ...old, dutyPhone: '021-58110001' });
    const { post } = await handOver(clinic, await read(old.id), { newPerson: '新联络员' }, inDays(7));
    expect(post.dutyPhone).toBe('021-58110001');
    await clinic.ask(TAKE_BACK, await read(old.id));
    const { id, version } = await read(old.id);
    const input = { person: { newPerson: '新联络员' }, at: inDays(7), dutyPhone: '021-58110002' };
    const answer = await clinic.ask<{ handOverPost: Given }>(HAND_OVER, { id, version, input });
    expect(answer.handOverPost.post.dutyPhone).toBe('021-58110002');
    expect(await read(old.id)).toMatchObject({ dutyPhone: '021-58110001' });
  });

  it('is not needed to change a duty phone: whoever holds or gives the post does, and nobody else', async () => {
    const id = world.post('clinic');
    const setPhone = async (by: string, dutyPhone: string | null) => {
      const variables = { ...(await read(id)), dutyPhone };
      const { data, errors } = await world
        .as(by)
        .tryAsk<{ setDutyPhone: { __typename: string } }>(SET_PHONE, variables);
      return errors?.[0]?.extensions.code ?? data?.setDutyPhone.__typename;
    };
    expect(await setPhone('clinic', '021-58110001')).toBe('Post');
    expect(await setPhone('southeast-committee', '021-58110002')).toBe('Post');
    expect(await setPhone('resident-1', null)).toBe('FORBIDDEN');
    for (const by of ['southeast-officer', 'food-market', 'riverside-committee'])
      expect(await setPhone(by, null)).toBe('NOT_FOUND');
    expect(await setPhone('clinic', 'call me')).toBe('BAD_USER_INPUT');
    expect(await read(id)).toMatchObject({ dutyPhone: '021-58110002' });
    expect(await setPhone('clinic', null)).toBe('Post');
    const stale = { id, version: 1, dutyPhone: '110' };
    expect(await world.as('clinic').ask(SET_PHONE, stale)).toMatchObject({
      setDutyPhone: { __typename: 'StaleVersion' },
    });
    expect(await read(id)).toMatchObject({ dutyPhone: null });
  });

  it('is for a liaison’s own post and those that one gives', async () => {
    const post = await read(world.post('clinic'));
    const input = { person: { newPerson: '某人' }, at: inDays(7) };
    const codeFor = async (account: string, { id, version } = post) =>
      (await world.as(account).tryAsk(HAND_OVER, { id, version, input })).errors?.[0]?.extensions.code;
    expect(await codeFor('southeast-officer')).toBe('FORBIDDEN');
    expect(await codeFor('food-market')).toBe('NOT_FOUND');
    expect(await codeFor('riverside-committee')).toBe('NOT_FOUND');
    expect(await codeFor('southeast-committee')).toBeUndefined();
  });

  describe('for a while, to a deputy,', () => {
    const deputise = async (from: string, until: string) => {
      const person = { holderOf: world.post('police-post') };
      const input = { unitId: world.unit('clinic'), role: 'DEPUTY', person, since: from, until };
      return (await world.as('clinic').ask<{ appoint: Given }>(APPOINT, { input })).appoint;
    };
    const deputyPosts = async () => {
      const { token } = await signIn('police-post', PASSWORD);
      type Mine = { me: { posts: { role: string; unit: { code: string } }[] } };
      const { me } = await world.withToken(token).ask<Mine>('{ me { posts { role unit { code } } } }');
      return me.posts.filter(({ role }) => role === 'DEPUTY').map(({ unit }) => unit.code);
    };

    it('holds in that span: the deputy acts for the unit and stands in the directory', async () => {
      const { post } = await deputise(inDays(2), inDays(5));
      const before = await names('clinic');
      expect([await deputyPosts(), before.length]).toEqual([[], 1]);
      world.clock.advance(2 * DAY);
      expect(await deputyPosts()).toEqual(['clinic']);
      expect(await names('clinic')).toContain(post.personName);
      world.clock.advance(3 * DAY);
      expect([await deputyPosts(), await names('clinic')]).toEqual([[], before]);
    });

    it('can come again, but not twice at one time', async () => {
      await deputise(inDays(2), inDays(5));
      expect(await deputise(inDays(4), inDays(6))).toMatchObject({ __typename: 'AlreadyHeld' });
      expect(await deputise(inDays(5), inDays(6))).toMatchObject({ __typename: 'Appointment' });
      const racing = await Promise.allSettled([1, 2, 3, 4].map(() => deputise(inDays(8), inDays(9))));
      const given = racing.filter(
        (one) => one.status === 'fulfilled' && one.value.__typename === 'Appointment',
      );
      expect(given).toHaveLength(1);
    });

    it.each([
      [-1, 5, 'input.since', 'The beginning lies in the past.'],
      [5, 5, 'input.until', 'The end comes after the beginning.'],
      [5, 2, 'input.until', 'The end comes after the beginning.'],
    ])('is not given from day %i to day %i', async (from, to, path, message) => {
      const person = { newPerson: '副联络员' };
      const input = {
        unitId: world.unit('clinic'),
        role: 'DEPUTY',
        person,
        since: inDays(from),
        until: inDays(to),
      };
      const answer = await world.as('clinic').tryAsk(APPOINT, { input });
      expect(answer.errors?.[0]?.extensions.fields).toMatchObject([{ path, message }]);
    });
  });
});
