import { Client } from 'pg';
import { untilWaiting } from './support/until-waiting.js';
import { PASSWORD, startWorld, type World } from './support/world.js';

const ACCESS = `__typename ... on Refusal { code message }
  ... on Access { token expiresAt refreshToken sessionExpiresAt me { post { id } posts { id } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ${ACCESS} } }`;
const REFRESH = `mutation ($token: String!) { refresh(token: $token) { ${ACCESS} } }`;
const SWITCH = `mutation ($id: ID!) { switchPost(id: $id) { token refreshToken me { post { id } } } }`;
const SESSIONS = `{ sessions { totalCount edges { node { id device isCurrent refreshedAt endedAt } } } }`;
const END = `mutation ($id: ID!) { endSession(id: $id) { id isCurrent endedAt } }`;
const REVOKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { __typename } }`;

interface Access {
  __typename: string;
  token: string;
  refreshToken: string;
  expiresAt: string;
  sessionExpiresAt: string;
  me: { post: { id: string }; posts: { id: string }[] };
}
interface Listed {
  sessions: {
    totalCount: number;
    edges: { node: { id: string; device: string | null; isCurrent: boolean } }[];
  };
}

const DAY = 86_400_000;

describe('sessions', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });

  afterAll(() => world.close());

  const signIn = async (account: string, device: string | null = null) => {
    const input = { region: world.code, account, password: PASSWORD, device };
    return (await world.nobody().ask<{ signIn: Access }>(SIGN_IN, { input })).signIn;
  };

  const refresh = async (token: string) =>
    (await world.nobody().ask<{ refresh: Access }>(REFRESH, { token })).refresh;

  const isOver = async ({ token }: { token: string }) =>
    (await world.withToken(token).tryAsk('{ me { name } }')).errors?.[0]?.extensions.code ===
    'UNAUTHENTICATED';

  it('go on by refresh tokens, each used once, until 14 days pass without', async () => {
    const first = await signIn('clinic');
    world.clock.advance(16 * 60_000);
    expect(await isOver(first)).toBe(true);
    const second = await refresh(first.refreshToken);
    expect(second.me.post).toEqual(first.me.post);
    expect(Date.parse(second.expiresAt) - world.clock.now().getTime()).toBe(15 * 60_000);
    expect(Date.parse(second.sessionExpiresAt) - world.clock.now().getTime()).toBe(14 * DAY);
    expect(await isOver(second)).toBe(false);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    world.clock.advance(14 * DAY);
    expect((await refresh(second.refreshToken)).__typename).toBe('InvalidCode');
  });

  it('end after 90 days however often they are refreshed', async () => {
    let access = await signIn('clinic');
    for (let week = 1; week <= 12; week++) {
      world.clock.advance(7 * DAY);
      access = await refresh(access.refreshToken);
    }
    expect(Date.parse(access.sessionExpiresAt) - world.clock.now().getTime()).toBe(6 * DAY);
    world.clock.advance(6 * DAY);
    expect((await refresh(access.refreshToken)).__typename).toBe('InvalidCode');
  });

  it('survive a lost answer: the same token gives a new pair again for 30 seconds', async () => {
    const first = await signIn('food-market');
    const lost = await refresh(first.refreshToken);
    world.clock.advance(29_000);
    const again = await refresh(first.refreshToken);
    expect(again.refreshToken).not.toBe(lost.refreshToken);
    const next = await refresh(again.refreshToken);
    expect(await isOver(next)).toBe(false);
    // The answer that was lost turns up after all, in other hands.
    world.clock.advance(30_000);
    expect((await refresh(lost.refreshToken)).__typename).toBe('InvalidCode');
    expect(await isOver(next)).toBe(true);
  });

  it('end for whoever has them when an old token is used again', async () => {
    const first = await signIn('food-market');
    const second = await refresh(first.refreshToken);
    world.clock.advance(30_000);
    const reuse = await refresh(first.refreshToken);
    expect(reuse).toMatchObject({
      __typename: 'InvalidCode',
      code: 'INVALID_CODE',
      message: 'This refresh token is not valid, or no longer: sign in again.',
    });
    expect(await isOver(second)).toBe(true);
    expect((await refresh(second.refreshToken)).__typename).toBe('InvalidCode');
  });

  it('end as well when the old token is older than the last, however soon', async () => {
    const first = await signIn('food-market');
    const third = await refresh((await refresh(first.refreshToken)).refreshToken);
    expect((await refresh(first.refreshToken)).__typename).toBe('InvalidCode');
    expect(await isOver(third)).toBe(true);
  });

  it('answer many refreshes with one token at once, of which one line goes on', async () => {
    const { refreshToken } = await signIn('savings-bank');
    const pairs = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)));
    expect(pairs.map(({ __typename }) => __typename)).toEqual(Array<string>(8).fill('Access'));
    const [one, another] = pairs;
    const next = await refresh(one?.refreshToken ?? '');
    world.clock.advance(30_000);
    expect(await isOver(next)).toBe(false);
    expect((await refresh(another?.refreshToken ?? '')).__typename).toBe('InvalidCode');
    expect(await isOver(next)).toBe(true);
  });

  it('judge a token by what the refresh before it has left, and wait for that', async () => {
    const { refreshToken } = await signIn('savings-bank');
    const other = new Client({ connectionString: world.api.database.superuserUrl });
    await other.connect();
    try {
      // As two refreshes would that came first: what was present is now two generations old.
      await other.query('BEGIN');
      await other.query('UPDATE session SET generation = generation + 2 WHERE ended_at IS NULL');
      const late = refresh(refreshToken);
      await untilWaiting(other);
      await other.query('COMMIT');
      expect((await late).__typename).toBe('InvalidCode');
    } finally {
      await other.end();
    }
  });

  it('answer a token that is unknown, of another region or nonsense like one that is over', async () => {
    const { refreshToken } = await signIn('savings-bank');
    const [, secret = ''] = refreshToken.split('.');
    const answers = [];
    for (const token of [
      `310115.${secret.slice(1)}a`,
      `310112.${secret}`,
      `999999.${secret}`,
      'nonsense',
      '',
    ])
      answers.push(JSON.stringify(await refresh(token)));
    expect(new Set(answers).size).toBe(1);
    expect((await refresh(refreshToken)).__typename).toBe('Access');
  });

  it('keep the post they were switched to', async () => {
    const access = await signIn('cross-posted');
    const other = access.me.posts.find(({ id }) => id !== access.me.post.id);
    const { switchPost } = await world
      .withToken(access.token)
      .ask<{ switchPost: Access }>(SWITCH, { id: other?.id });
    expect((await refresh(switchPost.refreshToken)).me.post).toEqual(other);
  });

  it('are not refreshed through a post that was taken', async () => {
    const { token, refreshToken } = await signIn('developer');
    type Mine = { me: { post: { id: string; version: number } } };
    const { me } = await world.withToken(token).ask<Mine>('{ me { post { id version } } }');
    await world.as('southeast-committee').ask(REVOKE, me.post);
    expect((await refresh(refreshToken)).__typename).toBe('InvalidCode');
  });

  it('are listed to the person alone, and ended one by one', async () => {
    const office = await signIn('police-post', '办公室电脑');
    const phone = await signIn('police-post', '手机');
    const client = world.withToken(phone.token);
    const { sessions } = await client.ask<Listed>(SESSIONS);
    expect(sessions.edges.map(({ node }) => [node.device, node.isCurrent])).toEqual(
      expect.arrayContaining([
        ['办公室电脑', false],
        ['手机', true],
      ]),
    );
    const ended = sessions.edges.find(({ node }) => node.device === '办公室电脑')?.node.id;
    const foreign = await world.as('clinic').tryAsk(END, { id: ended });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const now = world.clock.now().toISOString();
    expect(await client.ask(END, { id: ended })).toEqual({
      endSession: { id: ended, isCurrent: false, endedAt: now },
    });
    expect(await isOver(office)).toBe(true);
    expect((await refresh(office.refreshToken)).__typename).toBe('InvalidCode');
    const left = (await client.ask<Listed>(SESSIONS)).sessions;
    expect(left.totalCount).toBe(sessions.totalCount - 1);
    const own = sessions.edges.find(({ node }) => node.isCurrent)?.node.id;
    expect(await client.ask(END, { id: own })).toMatchObject({ endSession: { isCurrent: true } });
    expect(await isOver(phone)).toBe(true);
  });

  it('are not refreshed after signing out', async () => {
    const { token, refreshToken } = await signIn('police-post');
    await world.withToken(token).ask('mutation { signOut }');
    expect((await refresh(refreshToken)).__typename).toBe('InvalidCode');
  });

  it('meet no failure of ours in all this', () => {
    expect(world.api.failures).toEqual([]);
  });
});
