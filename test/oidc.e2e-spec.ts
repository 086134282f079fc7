import { SignInTokens } from '#network';
import { createHash, randomBytes } from 'node:crypto';
import { OAuth2Server } from 'oauth2-mock-server';
import { ISSUER, letAccountsBeOpened, linkExternally, proofOf } from './support/external-acts.js';
import { queryAsSuperuser } from './support/cluster.js';
import { PASSWORD, startWorld, type World } from './support/world.js';

const PUBLIC_URL = 'http://127.0.0.1:3000';
const RETURN_URL = 'http://127.0.0.1:8080/signed-in';
const SIGN_IN = `mutation ($input: SignInExternallyInput!) { done: signInExternally(input: $input) {
  __typename ... on Refusal { message } ... on Access { token refreshToken me { post { id } } } } }`;
const LINK = `mutation ($input: LinkExternalAccountInput!) { done: linkExternalAccount(input: $input) {
  __typename ... on Refusal { message } ... on ExternalAccount { issuer } } }`;
const UNLINK = `mutation ($issuer: String!) { unlinkExternalAccount(issuer: $issuer) { issuer } }`;
const LINKED = `{ me { externalAccounts { issuer linkedAt } } }`;
const TAKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { __typename } }`;
const CODE = `mutation ($postId: ID!) { issuePasswordCode(postId: $postId) { account oneTimeCode } }`;
const SET = `mutation ($input: SetPasswordInput!) { setPassword(input: $input) { __typename } }`;

const OPEN = `mutation ($input: OpenAccountExternallyInput!) { done: openAccountExternally(input: $input) {
  __typename ... on Refusal { message } ... on Access { token me { post { id } } } } }`;
const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) {
  ... on Appointment { post { id } setUp { account oneTimeCode } } } }`;
const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { __typename } }`;
const BY_PASSWORD = `mutation ($input: SignInInput!) { done: signIn(input: $input) { __typename } }`;
const LINES = `{ auditLines(first: 100) { edges { node { act manner changes { field after } } } } }`;

interface Done {
  __typename: string;
  message?: string;
  token?: string;
  me?: { post: { id: string } };
}
interface Proof {
  code: string;
  verifier: string;
}
type Token = { header: Record<string, unknown>; payload: Record<string, unknown> };

describe('a sign-in at a provider of OpenID Connect', () => {
  let provider: OAuth2Server;
  let world: World;
  /** What the provider says; each test may have it say something else. */
  let alter: (token: Token) => void;
  let respond: (response: { body: Record<string, unknown> | ''; statusCode: number }) => void;
  /** With which the provider was last asked for a token. */
  let exchanged: Record<string, string>;

  beforeAll(async () => {
    provider = new OAuth2Server();
    await provider.issuer.keys.generate('RS256');
    await provider.start(0, '127.0.0.1');
    provider.service.on('beforeTokenSigning', (token: Token) => alter(token));
    type Exchange = { body: Record<string, string> };
    const hear = (response: Parameters<typeof respond>[0], { body }: Exchange): void => {
      exchanged = body;
      respond(response);
    };
    provider.service.on('beforeResponse', hear);
    const env = {
      OIDC_ISSUER: provider.issuer.url ?? '',
      OIDC_CLIENT_ID: 'lianjian',
      OIDC_CLIENT_SECRET: 'hunter2',
      OIDC_RETURN_URL: RETURN_URL,
      PUBLIC_URL,
    };
    world = await startWorld({ env });
  });
  afterAll(async () => {
    await world.close();
    if (provider.listening) await provider.stop();
  });
  beforeEach(() => {
    // Each test goes through the door often; the clock stands still.
    alter = () => {};
    respond = () => {};
  });

  const get = (url: string, cookie = '') =>
    world.nobody().send({ method: 'GET', url, ...(cookie && { headers: { cookie } }) });
  const begin = async (region = world.code, verifier = randomBytes(32).toString('base64url')) => {
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const begun = await get(`/sign-in/oidc?region=${region}&challenge=${challenge}`);
    expect(begun.statusCode).toBe(303);
    const [cookie = ''] = String(begun.headers['set-cookie']).split(';');
    return { verifier, cookie, begun, url: String(begun.headers.location) };
  };
  /** What the browser is sent back with. */
  const confirm = async (url: string) => {
    const { headers } = await fetch(url, { redirect: 'manual' });
    const back = headers.get('location') ?? '';
    expect(back).toMatch(/^http:\/\/127\.0\.0\.1:3000\/sign-in\/oidc\/callback\?/);
    return back.slice(PUBLIC_URL.length);
  };
  const prove = async (subject: string, region = world.code): Promise<Proof> => {
    alter = ({ payload }) => void (payload['sub'] = subject);
    const { verifier, cookie, url } = await begin(region);
    const back = await get(await confirm(url), cookie);
    const [, code = ''] = String(back.headers.location).split('#code=');
    return { code: decodeURIComponent(code), verifier };
  };
  const signIn = async (proof: object) =>
    (await world.nobody().ask<{ done: Done }>(SIGN_IN, { input: proof })).done;
  const link = async (account: string, proof: Proof, password = PASSWORD) =>
    (await world.as(account).ask<{ done: Done }>(LINK, { input: { ...proof, password } })).done;
  const codeOf = (answer: { body: string }) =>
    (JSON.parse(answer.body) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
  /** How the callback answers a provider that says it so. */
  const refusedBy = async (says: (token: Token) => void, also: typeof respond = () => {}) => {
    const { cookie, url } = await begin();
    const back = await confirm(url);
    alter = says;
    respond = also;
    const answer = await get(back, cookie);
    return [answer.statusCode, codeOf(answer), answer.headers.location];
  };
  const WRONG = [400, 'BAD_REQUEST', undefined];

  it('opens no account before it is linked, and the same as the password after', async () => {
    expect(await signIn(await prove('nurse'))).toEqual({
      __typename: 'WrongCredentials',
      message:
        'No account of this region is linked with this identity: sign in with your password and link it first.',
    });
    const accounts = await queryAsSuperuser('SELECT id FROM account', world.api.database.name);
    expect(await link('clinic', await prove('nurse'))).toEqual({
      __typename: 'ExternalAccount',
      issuer: provider.issuer.url,
    });
    const access = await signIn({ ...(await prove('nurse')), device: '办公室' });
    expect(access.me?.post.id).toBe(world.post('clinic'));
    const { me } = await world
      .withToken(access.token ?? '')
      .ask<{ me: { externalAccounts: object[] } }>(LINKED);
    expect(me.externalAccounts).toEqual([
      { issuer: provider.issuer.url, linkedAt: world.clock.now().toISOString() },
    ]);
    expect(await queryAsSuperuser('SELECT id FROM account', world.api.database.name)).toEqual(accounts);
  });

  it('sends the browser to the provider with PKCE, and back to one page alone', async () => {
    const { begun, url } = await begin();
    const asked = new URL(url);
    expect(asked.origin).toBe(provider.issuer.url);
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'lianjian',
      scope: 'openid',
      code_challenge_method: 'S256',
      redirect_uri: `${PUBLIC_URL}/sign-in/oidc/callback`,
    });
    expect(begun.headers['set-cookie']).toMatch(
      /; Path=\/sign-in\/oidc; Max-Age=600; HttpOnly; SameSite=Lax$/,
    );
    const elsewhere = encodeURIComponent('https://evil.example');
    const { cookie, url: next } = await begin();
    const back = await get(`${await confirm(next)}&return=${elsewhere}&redirect_uri=${elsewhere}`, cookie);
    expect(back.headers.location).toMatch(/^http:\/\/127\.0\.0\.1:8080\/signed-in#code=/);
    expect(back.headers['set-cookie']).toMatch(/^lianjian_sign_in=; .*Max-Age=0/);
  });

  it.each([
    ['without a region', 'challenge=' + 'c'.repeat(43)],
    ['with two regions', 'region=1&region=2&challenge=' + 'c'.repeat(43)],
    ['without a challenge', 'region=310115'],
    ['with a short challenge', 'region=310115&challenge=c'],
  ])('does not begin %s', async (_, search) => {
    const answer = await get(`/sign-in/oidc?${search}`);
    expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('ends for another state, another browser, and a second time', async () => {
    const mine = await begin();
    const theirs = await begin();
    const back = await confirm(mine.url);
    const statuses = async (url: string, cookie: string) => {
      const answer = await get(url, cookie);
      return [answer.statusCode, codeOf(answer), answer.headers.location];
    };
    expect(await statuses(back, '')).toEqual(WRONG);
    expect(await statuses(back, theirs.cookie)).toEqual(WRONG);
    expect(await statuses(back, `${mine.cookie}x`)).toEqual(WRONG);
    const foreign = await world.api.app.get(SignInTokens).issue({
      ...(world.as('clinic').claims ?? fail()),
      sessionId: world.post('clinic'),
    });
    expect(await statuses(back, `lianjian_sign_in=${foreign.token}`)).toEqual(WRONG);
    expect((await get(back, mine.cookie)).statusCode).toBe(303);
    expect(await statuses(back, mine.cookie)).toEqual(WRONG);
    // The provider may confirm the same request again: its state has been used.
    expect(await statuses(await confirm(mine.url), mine.cookie)).toEqual(WRONG);

    const third = await begin();
    const altered = (await confirm(third.url)).replace(/state=[^&]+/, 'state=other');
    expect(await statuses(altered, third.cookie)).toEqual(WRONG);
    const late = await begin();
    const answer = await confirm(late.url);
    world.clock.advance(10 * 60_000 + 1000);
    expect(await statuses(answer, late.cookie)).toEqual(WRONG);
  });

  it('ends when the provider says no', async () => {
    const { cookie, url } = await begin();
    const state = new URL(url).searchParams.get('state');
    const answer = await get(`/sign-in/oidc/callback?error=access_denied&state=${state}`, cookie);
    expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('proves to the provider that whoever asks for the token is whoever began', async () => {
    const { cookie, url } = await begin();
    await get(await confirm(url), cookie);
    const hash = createHash('sha256')
      .update(exchanged['code_verifier'] ?? '')
      .digest('base64url');
    expect(hash).toBe(new URL(url).searchParams.get('code_challenge'));
    expect(exchanged).toMatchObject({
      grant_type: 'authorization_code',
      redirect_uri: `${PUBLIC_URL}/sign-in/oidc/callback`,
    });
    const other = await begin();
    await get(await confirm(other.url), other.cookie);
    expect(
      createHash('sha256')
        .update(exchanged['code_verifier'] ?? '')
        .digest('base64url'),
    ).not.toBe(hash);
  });

  it('takes no answer that says it is of another issuer', async () => {
    const { cookie, url } = await begin();
    const mixed = `${await confirm(url)}&iss=${encodeURIComponent('https://evil.example')}`;
    const answer = await get(mixed, cookie);
    expect([answer.statusCode, codeOf(answer), answer.headers.location]).toEqual(WRONG);
  });

  it('tells and logs nothing of what the provider said was wrong', async () => {
    world.api.lines.length = 0;
    const said = 'words-of-the-provider';
    const { cookie, url } = await begin();
    const state = new URL(url).searchParams.get('state');
    const refused = `/sign-in/oidc/callback?error=${said}&error_description=${said}&error_uri=https://${said}.example&state=${state}`;
    const answers = [await get(refused, cookie)];
    for (const statusCode of [400, 401, 500]) {
      const flow = await begin();
      const back = await confirm(flow.url);
      respond = (response) => {
        response.statusCode = statusCode;
        response.body = { error: said, error_description: said };
      };
      answers.push(await get(back, flow.cookie));
      respond = () => {};
    }
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 503]);
    for (const { body, headers } of answers) {
      expect(body).not.toContain(said);
      expect(headers.location).toBeUndefined();
    }
    expect(JSON.stringify([world.api.lines, world.api.failures.splice(0)])).not.toContain(said);
  });

  it.each<[string, (token: Token) => void]>([
    ['of another nonce', ({ payload }) => void (payload['nonce'] = 'other')],
    ['of another issuer', ({ payload }) => void (payload['iss'] = 'https://evil.example')],
    ['for another client', ({ payload }) => void (payload['aud'] = 'another')],
    ['that has expired', ({ payload }) => void (payload['exp'] = 1)],
    ['without a subject', ({ payload }) => void delete payload['sub']],
  ])('takes no token %s', async (_, says) => {
    expect(await refusedBy(says)).toEqual(WRONG);
  });

  it('takes no token that is unsigned, or signed by somebody else', async () => {
    const unsigned = (token: string) => {
      const [, payload = ''] = token.split('.');
      return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    };
    const forged = (token: string) => {
      const [header = '', , signature = ''] = token.split('.');
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
      const payload = Buffer.from(JSON.stringify({ ...claims, sub: 'victim' })).toString('base64url');
      return `${header}.${payload}.${signature}`;
    };
    for (const change of [unsigned, forged, () => 'nothing'])
      expect(
        await refusedBy(
          () => {},
          ({ body }) => {
            if (body) body['id_token'] = change(String(body['id_token']));
          },
        ),
      ).toEqual(WRONG);
  });

  it('gives a code for one use, by whoever began it, within five minutes, in one region', async () => {
    const invalid = { __typename: 'InvalidCode', message: expect.any(String) as unknown };
    const proof = await prove('nurse');
    expect(await signIn({ ...proof, verifier: 'x'.repeat(43) })).toEqual(invalid);
    expect((await signIn(proof)).__typename).toBe('Access');
    expect(await signIn(proof)).toEqual(invalid);
    const late = await prove('nurse');
    world.clock.advance(5 * 60_000 + 1000);
    expect(await signIn(late)).toEqual(invalid);
    expect(await signIn({ ...late, code: 'nothing' })).toEqual(invalid);
    const elsewhere = await prove('nurse', world.other.code);
    expect((await signIn(elsewhere)).__typename).toBe('WrongCredentials');
    expect(await link('clinic', await prove('nurse', world.other.code))).toEqual(invalid);
    expect((await world.withToken((await prove('nurse')).code).askRaw('{ me { name } }')).status).toBe(401);
  });

  it('is linked by whoever knows the password, one identity with one account', async () => {
    expect((await link('food-market', await prove('grocer'), 'a wrong password')).__typename).toBe(
      'WrongCredentials',
    );
    expect((await link('food-market', await prove('nurse'))).message).toBe(
      'This identity is linked with another account.',
    );
    expect((await link('food-market', await prove('grocer'))).__typename).toBe('ExternalAccount');
    expect((await link('food-market', await prove('grocer'))).__typename).toBe('ExternalAccount');
    expect((await link('food-market', await prove('baker'))).__typename).toBe('AlreadyLinked');
    await world.as('food-market').ask(UNLINK, { issuer: provider.issuer.url });
    expect((await signIn(await prove('grocer'))).__typename).toBe('WrongCredentials');
    const { errors } = await world.as('food-market').tryAsk(UNLINK, { issuer: provider.issuer.url });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is unlinked once, however often it is asked for at once', async () => {
    await linkExternally(world, 'food-market', 'grocer');
    const asked = Array.from({ length: 4 }, () => world.as('food-market').tryAsk(UNLINK, { issuer: ISSUER }));
    const codes = (await Promise.all(asked)).map(({ errors }) => errors?.[0]?.extensions.code ?? 'unlinked');
    expect(codes.toSorted()).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'unlinked']);
    expect(world.api.failures).toEqual([]);
  });

  it('is linked once, whoever links it at the same time', async () => {
    const race = async (...wishes: (readonly [account: string, subject: string])[]) => {
      const done = await Promise.all(
        wishes.map(async ([account, subject]) => {
          const input = { ...(await proofOf(world, subject)), password: PASSWORD };
          const { data, errors } = await world.as(account).tryAsk<{ done: Done }>(LINK, { input });
          return data?.done.__typename ?? String(errors?.[0]?.extensions.code);
        }),
      );
      // Of those that come too late some find the link, others run into it.
      return done.map((one) => (one === 'CONFLICT' ? 'AlreadyLinked' : one)).toSorted();
    };
    const accounts = ['bus-639', 'fire-squadron', 'savings-bank', 'computing-institute'];
    const all = accounts.map((account) => [account, 'driver'] as const);
    const late = ['AlreadyLinked', 'AlreadyLinked', 'AlreadyLinked'];
    expect(await race(...all)).toEqual([...late, 'ExternalAccount']);
    const own = ['owner', 'neighbour', 'guest', 'friend'];
    const those = own.map((subject) => ['owners-committee', subject] as const);
    expect(await race(...those)).toEqual([...late, 'ExternalAccount']);
    expect(world.api.failures).toEqual([]);
    const links = `SELECT count(*)::int AS links FROM external_account WHERE issuer = '${ISSUER}'`;
    expect(await queryAsSuperuser(links, world.api.database.name)).toEqual([{ links: 2 }]);
  });

  it('opens nothing once the post is revoked, or the password was set anew with a code', async () => {
    await linkExternally(world, 'developer', 'builder');
    await world.as('southeast-committee').ask(TAKE, { id: world.post('developer'), version: 1 });
    expect((await signIn(await proofOf(world, 'builder'))).__typename).toBe('NoPostNow');

    await linkExternally(world, 'police-post', 'thief');
    expect((await signIn(await proofOf(world, 'thief'))).__typename).toBe('Access');
    type Issued = { issuePasswordCode: { oneTimeCode: string } };
    const { issuePasswordCode } = await world
      .as('southeast-committee')
      .ask<Issued>(CODE, { postId: world.post('police-post') });
    const input = { code: issuePasswordCode.oneTimeCode, password: 'chosen by myself' };
    await world.nobody().ask(SET, { input });
    expect((await signIn(await proofOf(world, 'thief'))).__typename).toBe('WrongCredentials');
    expect(ISSUER).not.toBe(provider.issuer.url);
  });

  describe('with a one-time code', () => {
    interface Handed {
      readonly account: string;
      readonly oneTimeCode: string;
    }
    const open = async (oneTimeCode: string, proof: Proof) => {
      const { data, errors } = await world
        .nobody()
        .tryAsk<{ done: Done }>(OPEN, { input: { ...proof, oneTimeCode } });
      return data?.done ?? { __typename: String(errors?.[0]?.extensions.code) };
    };
    const typeOf = async (oneTimeCode: string, proof: Proof) => (await open(oneTimeCode, proof)).__typename;
    const appoint = async (unit: string) => {
      type Appointed = { appoint: { post: { id: string }; setUp: Handed } };
      const input = { unitId: world.unit(unit), role: 'DEPUTY', person: { newPerson: '副联络员' } };
      return (await world.as(unit).ask<Appointed>(APPOINT, { input })).appoint;
    };
    const issue = async (unit: string) => {
      type Issued = { issuePasswordCode: Handed };
      const variables = { postId: world.post(unit) };
      return (await world.as('southeast-committee').ask<Issued>(CODE, variables)).issuePasswordCode;
    };
    const byPassword = async (account: string, password: string) => {
      const input = { region: world.code, account, password };
      return (await world.nobody().ask<{ done: Done }>(BY_PASSWORD, { input })).done.__typename;
    };
    const setPassword = async (code: string) => {
      type Set = { setPassword: Done };
      const input = { code, password: 'chosen by myself' };
      return (await world.nobody().ask<Set>(SET, { input })).setPassword.__typename;
    };
    beforeEach(() => letAccountsBeOpened(world));
    afterAll(() => letAccountsBeOpened(world, false));

    it('opens no account without a password where no network allows it, and the code stays good', async () => {
      await letAccountsBeOpened(world, false);
      const { setUp } = await appoint('clinic');
      expect(await typeOf(setUp.oneTimeCode, await proofOf(world, 'early'))).toBe('FORBIDDEN');
      expect((await signIn(await proofOf(world, 'early'))).__typename).toBe('WrongCredentials');
      expect(await setPassword(setUp.oneTimeCode)).toBe('Account');
    });

    it('opens none of a unit whose networks do not allow it, though another does', async () => {
      const { oneTimeCode } = (await appoint('riverside-primary')).setUp;
      const input = { networkId: world.network('southeast'), unitCode: 'riverside-primary', role: 'GUEST' };
      await world.as('southeast-committee').ask(INVITE, { input });
      expect(await typeOf(oneTimeCode, await proofOf(world, 'pupil'))).toBe('FORBIDDEN');
    });

    it('opens the account of who was appointed, from then on by that identity alone', async () => {
      const { post, setUp } = await appoint('clinic');
      const access = await open(setUp.oneTimeCode, await prove('deputy'));
      expect(access.me?.post.id).toBe(post.id);
      expect((await signIn(await prove('deputy'))).me?.post.id).toBe(post.id);
      expect(await typeOf(setUp.oneTimeCode, await prove('deputy'))).toBe('InvalidCode');
      expect(await byPassword(setUp.account, 'deputy')).toBe('WrongCredentials');
      type Lines = { auditLines: { edges: { node: { act: string; changes: object[] } }[] } };
      const { auditLines } = await world.as('clinic').ask<Lines>(LINES);
      const line = auditLines.edges.find(({ node }) => node.act === 'OPENED_EXTERNALLY')?.node;
      expect(line).toEqual({
        act: 'OPENED_EXTERNALLY',
        manner: 'BY_RULE',
        changes: [
          { field: 'name', after: setUp.account },
          { field: 'issuer', after: provider.issuer.url },
        ],
      });
    });

    it('takes the place of the password and of every link before it', async () => {
      await linkExternally(world, 'computing-institute', 'sergeant');
      const before = await signIn(await proofOf(world, 'sergeant'));
      const { account, oneTimeCode } = await issue('computing-institute');
      expect(await byPassword(account, PASSWORD)).toBe('Access');
      expect(await typeOf(oneTimeCode, await proofOf(world, 'constable'))).toBe('Access');
      expect((await signIn(await proofOf(world, 'sergeant'))).__typename).toBe('WrongCredentials');
      expect(await byPassword(account, PASSWORD)).toBe('WrongCredentials');
      expect((await world.withToken(before.token ?? '').askRaw('{ me { name } }')).status).toBe(401);
      expect(await setPassword((await issue('computing-institute')).oneTimeCode)).toBe('Account');
      expect((await signIn(await proofOf(world, 'constable'))).__typename).toBe('WrongCredentials');
    });

    it('is used up by no proof that is wrong, of another region, or of somebody else', async () => {
      const { oneTimeCode } = await issue('savings-bank');
      const proof = await proofOf(world, 'teller');
      expect(await typeOf(oneTimeCode, { ...proof, verifier: 'x'.repeat(43) })).toBe('InvalidCode');
      expect(await typeOf(oneTimeCode, await proofOf(world, 'teller', world.other.code))).toBe('InvalidCode');
      await linkExternally(world, 'clinic', 'matron');
      expect(await typeOf(oneTimeCode, await proofOf(world, 'matron'))).toBe('AlreadyLinked');
      expect(await typeOf('310115.aaaa-bbbb-cccc-dddd', await proofOf(world, 'teller'))).toBe('InvalidCode');
      expect(await typeOf(oneTimeCode, await proofOf(world, 'teller'))).toBe('Access');
    });

    it('is counted with sign-ins, by the address that guesses', async () => {
      world.clock.advance(15 * 60_000);
      const { oneTimeCode } = await issue('party-school');
      const guess = async () => typeOf('310115.aaaa-bbbb-cccc-dddd', await proofOf(world, 'guesser'));
      const guesses = await Promise.all(Array.from({ length: 101 }, guess));
      expect(guesses.filter((type) => type === 'TooManyAttempts')).toHaveLength(1);
      expect(await typeOf(oneTimeCode, await proofOf(world, 'scholar'))).toBe('TooManyAttempts');
      world.clock.advance(15 * 60_000);
      expect(await typeOf(oneTimeCode, await proofOf(world, 'scholar'))).toBe('Access');
    });

    it('is used once, whoever comes with it at the same time', async () => {
      const { oneTimeCode } = await issue('party-school');
      const proofs = await Promise.all(['one', 'two', 'three', 'four'].map((name) => proofOf(world, name)));
      const done = await Promise.all(proofs.map((proof) => typeOf(oneTimeCode, proof)));
      expect(done.toSorted()).toEqual(['Access', 'InvalidCode', 'InvalidCode', 'InvalidCode']);
      expect(world.api.failures).toEqual([]);
    });
  });

  it('tells nobody but the person, and logs neither codes nor subjects', async () => {
    world.api.lines.length = 0;
    const proof = await prove('someone-in-particular');
    await signIn(proof);
    const said = JSON.stringify(world.api.lines);
    for (const secret of ['someone-in-particular', proof.code, 'hunter2']) expect(said).not.toContain(secret);
  });

  it('says so when the provider is away, and goes on when it is back', async () => {
    const { cookie, url } = await begin();
    const back = await confirm(url);
    const { port } = provider.address();
    await provider.stop();
    const answer = await get(back, cookie);
    expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'UNAVAILABLE']);
    await provider.start(port, '127.0.0.1');
    expect((await prove('nurse')).code).not.toBe('');
  });
});

function fail(): never {
  throw new Error('An account acts through a post.');
}
