import { AttemptLimit, SigningKeys } from '#network';
import { Client } from 'pg';
import { SignJWT, UnsecuredJWT, decodeJwt, generateKeyPair } from 'jose';
import { PASSWORD, startWorld, type World } from './support/world.js';

const SIGN_IN = /* GraphQL */ `
  mutation ($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on Access {
        token
        expiresAt
        me {
          name
          post {
            id
            role
            unit {
              code
            }
          }
          posts {
            id
            unit {
              code
            }
          }
        }
      }
      ... on Refusal {
        code
        message
      }
    }
  }
`;
const ME = '{ me { post { role unit { code } } } }';
interface SignedIn {
  __typename: string;
  token: string;
  expiresAt: string;
  me: { post: { unit: { code: string } }; posts: { id: string; unit: { code: string } }[] };
}

const MINUTE = 60_000;

describe('signing in', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });

  afterAll(() => world.close());

  const signIn = async (account: string, password: string, region = '310115') =>
    (await world.nobody().ask<{ signIn: SignedIn }>(SIGN_IN, { input: { region, account, password } }))
      .signIn;

  const refusedCode = async (token: string, query = ME) =>
    (await world.withToken(token).tryAsk(query)).errors?.[0]?.extensions.code;

  it('gives a token of 15 minutes through the post held longest', async () => {
    const access = await signIn('bus-639', PASSWORD);
    expect(access).toMatchObject({
      __typename: 'Access',
      me: { post: { role: 'LIAISON', unit: { code: 'bus-639' } } },
    });
    expect(Date.parse(access.expiresAt) - world.clock.now().getTime()).toBe(15 * MINUTE);
    expect(await world.withToken(access.token).ask(ME)).toMatchObject({
      me: { post: { unit: { code: 'bus-639' } } },
    });
  });

  it('answers an unknown account, a wrong password and another region alike', async () => {
    const answers = [
      await signIn('bus-639', 'wrong'),
      await signIn('nobody-here', 'wrong'),
      await signIn('bus-639', PASSWORD, '999999'),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'WrongCredentials', code: 'WRONG_CREDENTIALS' });
  });

  it('lets through ten failures of an account in a quarter of an hour, and no other account suffers', async () => {
    for (let attempt = 1; attempt <= 10; attempt++) {
      expect((await signIn('food-market', `guess ${attempt}`)).__typename).toBe('WrongCredentials');
    }
    expect((await signIn('food-market', PASSWORD)).__typename).toBe('TooManyAttempts');
    expect((await signIn('clinic', PASSWORD)).__typename).toBe('Access');
    world.clock.advance(15 * MINUTE);
    expect((await signIn('food-market', PASSWORD)).__typename).toBe('Access');
  });

  it('lets through a hundred from an address, and an address that is refused locks no account', async () => {
    const limit = world.api.app.get(AttemptLimit, { strict: false });
    world.clock.advance(15 * MINUTE);
    for (let attempt = 1; attempt <= 100; attempt++) {
      expect(await limit.admit('address', '127.0.0.1')).toBe(true);
    }
    for (let attempt = 1; attempt <= 11; attempt++) {
      expect((await signIn('police-post', `guess ${attempt}`)).__typename).toBe('TooManyAttempts');
    }
    expect(await limit.admit('account', '310115\0police-post')).toBe(true);
    world.clock.advance(15 * MINUTE);
  });

  it('acts through one post at a time, and switches only to posts of the same person', async () => {
    const access = await signIn('cross-posted', PASSWORD);
    const [first, second] = access.me.posts;
    expect(access.me.posts).toHaveLength(2);
    const SWITCH = 'mutation ($id: ID!) { switchPost(id: $id) { token me { post { unit { code } } } } }';
    const client = world.withToken(access.token);
    const { switchPost } = await client.ask<{ switchPost: SignedIn }>(SWITCH, { id: second?.id });
    expect(switchPost.me.post.unit.code).toBe(second?.unit.code);
    expect(await world.withToken(switchPost.token).ask(ME)).toMatchObject({
      me: { post: { unit: second?.unit } },
    });
    expect(await client.ask(ME)).toMatchObject({ me: { post: { unit: first?.unit } } });
    const others = await world
      .as('property-management')
      .ask<{ me: { post: { id: string } } }>('{ me { post { id } } }');
    const foreign = await client.tryAsk(SWITCH, { id: others.me.post.id });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('refuses every token of a session that was signed out', async () => {
    const { token } = await signIn('savings-bank', PASSWORD);
    expect(await world.withToken(token).ask('mutation { signOut }')).toEqual({ signOut: true });
    expect(await refusedCode(token)).toBe('UNAUTHENTICATED');
  });

  it('refuses the token of a revoked post at its next request', async () => {
    const { token } = await signIn('developer', PASSWORD);
    const { me } = await world
      .withToken(token)
      .ask<{ me: { post: { id: string; version: number } } }>('{ me { post { id version } } }');
    await world
      .as('southeast-committee')
      .ask(
        'mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { __typename } }',
        me.post,
      );
    expect(await refusedCode(token)).toBe('UNAUTHENTICATED');
    expect((await signIn('developer', PASSWORD)).__typename).toBe('NoPostNow');
    expect((await signIn('developer', 'a guess')).__typename).toBe('WrongCredentials');
  });

  it('refuses a token after its 15 minutes', async () => {
    const { token } = await signIn('police-post', PASSWORD);
    world.clock.advance(15 * MINUTE + 1000);
    expect(await refusedCode(token)).toBe('UNAUTHENTICATED');
  });

  it('refuses tokens that it did not sign', async () => {
    const { token } = await signIn('clinic', PASSWORD);
    const payload = decodeJwt(token);
    const { privateKey } = await generateKeyPair('EdDSA');
    const kid = (await world.api.app.get(SigningKeys, { strict: false }).signing()).kid;
    const forged = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt' })
      .sign(privateKey);
    const unknownKey = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'EdDSA', kid: 'unknown', typ: 'at+jwt' })
      .sign(privateKey);
    const symmetric = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256', kid, typ: 'at+jwt' })
      .sign(new TextEncoder().encode('a secret of at least 32 characters'));
    const cut = token.slice(0, -2);
    for (const bad of [
      forged,
      unknownKey,
      symmetric,
      cut,
      new UnsecuredJWT(payload).encode(),
      'nonsense',
      'a.b.c',
    ]) {
      expect(await refusedCode(bad)).toBe('UNAUTHENTICATED');
    }
  });

  it('signs with the next key after a rotation, and still takes tokens of the one before', async () => {
    const before = await signIn('clinic', PASSWORD);
    const keys = world.api.app.get(SigningKeys, { strict: false });
    const kid = await keys.rotate();
    expect((await keys.signing()).kid).toBe(kid);
    expect(await world.withToken(before.token).ask(ME)).toMatchObject({
      me: { post: { unit: { code: 'clinic' } } },
    });
  });

  it('asks for a token wherever a field is not open to everybody', async () => {
    for (const query of [
      ME,
      '{ offers { totalCount } }',
      '{ node(id: "x") { id } }',
      'mutation { signOut }',
    ]) {
      expect((await world.nobody().tryAsk(query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });

  it('lets no token through any more that it knows, once its time is over or its key is gone', async () => {
    const { token } = await signIn('clinic', PASSWORD);
    expect(await refusedCode(token)).toBeUndefined();
    world.clock.advance(15 * MINUTE);
    expect(await refusedCode(token)).toBe('UNAUTHENTICATED');

    const kid = await world.api.app.get(SigningKeys, { strict: false }).rotate();
    const { token: next } = await signIn('clinic', PASSWORD);
    expect(await refusedCode(next)).toBeUndefined();
    const owner = new Client({ connectionString: world.api.database.ownerUrl });
    await owner.connect();
    await owner.query('DELETE FROM signing_key WHERE kid = $1', [kid]);
    await owner.end();
    world.clock.advance(MINUTE);
    expect(await refusedCode(next)).toBe('UNAUTHENTICATED');
  });
});
