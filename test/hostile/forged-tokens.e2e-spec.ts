import { SigningKeys } from '#network';
import { decodeJwt, generateKeyPair, exportJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { queryAsSuperuser } from '../support/cluster.js';
import { accessToken } from '../support/access-token-acts.js';
import { RoughClient } from '../support/rough-client.js';
import { startWorld, type World } from '../support/world.js';

const TAKE = `mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version) { __typename } }`;
const CANCEL = `mutation { cancelBooking(id: "x", version: 1) { __typename } }`;

/** Each is told the same, wherever it is shown: that it is no sign-in. */
describe('A token that is not valid', () => {
  let world: World;
  let url: string;
  let token: string;
  let claims: JWTPayload;
  let kid: string;
  let key: Awaited<ReturnType<SigningKeys['signing']>>['key'];

  beforeAll(async () => {
    world = await startWorld();
    const { app } = world.api;
    await app.listen(0, '127.0.0.1');
    url = (await app.getUrl()).replace('http', 'ws');
    token = (await world.as('clinic').token()) ?? '';
    claims = decodeJwt(token);
    ({ kid, key } = await app.get(SigningKeys, { strict: false }).signing());
  });
  afterAll(() => world.close());

  const HEADER = { alg: 'EdDSA', typ: 'at+jwt' };
  /** Signed with our own key, with other claims or another header. */
  const signed = (payload: JWTPayload, header: object = {}) =>
    new SignJWT(payload).setProtectedHeader({ ...HEADER, kid, ...header }).sign(key);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  async function forged(): Promise<Record<string, string>> {
    const [header = '', payload = '', signature = ''] = token.split('.');
    const own = await generateKeyPair('EdDSA', { extractable: true });
    const jwk = await exportJWK(own.publicKey);
    const rows = await queryAsSuperuser<{ public_jwk: { x: string } }>(
      'SELECT public_jwk FROM signing_key',
      world.api.database.name,
    );
    const published = Buffer.from(rows[0]?.public_jwk.x ?? '', 'base64url');
    const without = (name: string): JWTPayload =>
      Object.fromEntries(Object.entries(claims).filter(([claim]) => claim !== name));
    const hs = (secret: Uint8Array) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid }).sign(secret);
    return {
      'with the algorithm none': new UnsecuredJWT(claims).encode(),
      'with the algorithm none and our key named': `${part({ alg: 'none', typ: 'at+jwt', kid })}.${payload}.`,
      'with the algorithm NONE': `${part({ ...HEADER, alg: 'NONE', kid })}.${payload}.${signature}`,
      'signed by a shared secret that is our public key': await hs(published),
      'signed by an empty secret': `${part({ alg: 'HS256', typ: 'at+jwt', kid })}.${payload}.`,
      'that brings its own key': await new SignJWT(claims)
        .setProtectedHeader({ ...HEADER, kid, jwk })
        .sign(own.privateKey),
      'that says where its key is': await new SignJWT(claims)
        .setProtectedHeader({ ...HEADER, kid, jku: 'https://evil.example/keys' })
        .sign(own.privateKey),
      'of an unknown key': await new SignJWT(claims)
        .setProtectedHeader({ ...HEADER, kid: 'x' })
        .sign(own.privateKey),
      'of a key that is a path': await new SignJWT(claims)
        .setProtectedHeader({ ...HEADER, kid: "../' OR 1=1 --" })
        .sign(own.privateKey),
      'of no key': await new SignJWT(claims).setProtectedHeader(HEADER).sign(key),
      'for another audience': await signed({ ...claims, aud: 'another' }),
      'for no audience': await signed(without('aud')),
      'of another issuer': await signed({ ...claims, iss: 'https://evil.example' }),
      'of another type': await signed(claims, { typ: 'JWT' }),
      'for another purpose of ours': await signed(claims, { typ: 'lianjian-external-proof+jwt' }),
      'that has expired': await signed({ ...claims, exp: (claims.iat ?? 0) - 1 }),
      'that never expires': await signed(without('exp')),
      'not good yet': await signed({ ...claims, nbf: (claims.exp ?? 0) + 1_000 }),
      'with a part that nobody knows but must': await signed(claims, { crit: ['x'], x: 1 }).catch(
        () => `${part({ ...HEADER, kid, crit: ['x'], x: 1 })}.${payload}.${signature}`,
      ),
      'of a role that there is not': await signed({ ...claims, role: 'ROOT' }),
      'of a session that there is not': await signed({ ...claims, sid: crypto.randomUUID() }),
      'of another post': await signed({ ...claims, post: crypto.randomUUID() }),
      'with another role': await signed({ ...claims, role: 'SECRETARY' }),
      'of another region': await signed({ ...claims, region: crypto.randomUUID() }),
      'with claims changed': `${header}.${part({ ...claims, role: 'SECRETARY' })}.${signature}`,
      'cut short': token.slice(0, -4),
      'of four parts': `${token}.x`,
      'of nothing': '..',
      'of a program that there is not': `lj_310115_${'a'.repeat(47)}`,
      'of a program, of no form': 'lj_',
      'without end': 'a'.repeat(9_000),
    };
  }

  async function refused(bad: string): Promise<unknown[]> {
    const client = world.withToken(bad);
    const codes = [];
    for (const query of ['{ me { name } }', CANCEL]) {
      const { status, errors } = await client.tryAsk(query);
      codes.push(status, errors?.[0]?.extensions.code);
    }
    for (const path of ['/export/offers.xlsx', '/files/x', '/meetings/x/sign-in-sheet.html'])
      codes.push((await client.send({ method: 'GET', url: path })).statusCode);
    const socket = await RoughClient.open(`${url}/graphql`);
    socket.say({ type: 'connection_init', payload: { authorization: `Bearer ${bad}` } });
    codes.push(await socket.code());
    return codes;
  }
  const NOBODY = [401, 'UNAUTHENTICATED', 401, 'UNAUTHENTICATED', 401, 401, 401, 4403];

  it('opens nothing, at no door', async () => {
    const found: Record<string, unknown[]> = {};
    const wanted: Record<string, unknown[]> = {};
    for (const [what, bad] of Object.entries(await forged())) {
      found[what] = await refused(bad);
      wanted[what] = NOBODY;
    }
    expect(found).toEqual(wanted);
    expect(world.api.failures).toEqual([]);
  });

  it('is one of a post that was taken, of a person as of a program', async () => {
    const program = await accessToken(world, 'developer', { access: 'READ_WRITE' });
    const person = (await world.as('developer').token()) ?? '';
    await world.as('southeast-committee').ask(TAKE, { id: world.post('developer'), version: 1 });
    expect([await refused(person), await refused(program.token)]).toEqual([NOBODY, NOBODY]);
  });
});
