import { startWorld, PASSWORD, type World } from '../support/world.js';

const MINUTE = 60_000;
const SIGN_OUT = 'mutation { signOut }';
const ME = '{ me { name } }';

/** Ways around the door: many guesses in one request, and requests that another page has a browser send. */
describe('Whoever tries the doors', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });
  beforeEach(() => world.clock.advance(15 * MINUTE));

  const guesses = (count: number, call: (n: number) => string): string =>
    `mutation { ${Array.from({ length: count }, (_, n) => `g${n}: ${call(n)} { __typename }`).join(' ')} }`;
  const signIn = (password: string): string =>
    `signIn(input: { region: "${world.code}", account: "clinic", password: "${password}" })`;
  const typesOf = async (document: string): Promise<string[]> => {
    const answers = await world.nobody().ask<Record<string, { __typename: string }>>(document);
    return Object.values(answers).map(({ __typename }) => __typename);
  };

  it('has ten guesses of an account, also when they come in one request', async () => {
    const types = await typesOf(guesses(15, (n) => signIn(n === 14 ? PASSWORD : `a guess ${n}`)));
    expect(types).toEqual([
      ...Array<string>(10).fill('WrongCredentials'),
      ...Array<string>(5).fill('TooManyAttempts'),
    ]);
    expect(await typesOf(guesses(1, () => signIn(PASSWORD)))).toEqual(['TooManyAttempts']);
  });

  it('has a hundred from an address, by whatever door', async () => {
    const doors = [
      (n: number) => signIn(`a guess ${n}`).replace('clinic', `nobody-${n}`),
      () => `setPassword(input: { code: "310115.aaaa-bbbb-cccc-dddd", password: "a long enough one" })`,
      () =>
        `openAccountExternally(input: { oneTimeCode: "310115.aaaa-bbbb-cccc-dddd", code: "x", verifier: "${'v'.repeat(43)}" })`,
    ];
    const types: string[] = [];
    for (let turn = 0; turn < 9; turn++)
      types.push(...(await typesOf(guesses(15, (n) => doors[turn % doors.length]?.(n) ?? ''))));
    expect(types.slice(0, 100)).not.toContain('TooManyAttempts');
    expect(new Set(types.slice(100))).toEqual(new Set(['TooManyAttempts']));
  });

  it.each([
    ['text/plain', JSON.stringify({ query: SIGN_OUT })],
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(SIGN_OUT)}`],
    [
      'multipart/form-data; boundary=x',
      `--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n${SIGN_OUT}\r\n--x--`,
    ],
    ['', JSON.stringify({ query: SIGN_OUT })],
  ])(
    'changes nothing by a body of the type %j, which a page may send without asking',
    async (type, payload) => {
      const { statusCode } = await world.as('clinic').send({
        method: 'POST',
        url: '/graphql',
        payload,
        headers: { origin: 'https://evil.example', ...(type !== '' && { 'content-type': type }) },
      });
      expect([400, 415]).toContain(statusCode);
      expect((await world.as('clinic').tryAsk(ME)).errors).toBeUndefined();
    },
  );

  it('changes nothing by an address', async () => {
    const url = `/graphql?query=${encodeURIComponent(SIGN_OUT)}`;
    for (const method of ['GET', 'HEAD'] as const) {
      const { statusCode } = await world.as('clinic').send({ method, url });
      expect([400, 405]).toContain(statusCode);
    }
    expect((await world.as('clinic').tryAsk(ME)).errors).toBeUndefined();
  });

  it('finds no door that a cookie opens, and none that sets one', async () => {
    const token = (await world.as('clinic').token()) ?? '';
    for (const name of ['session', 'token', 'authorization', 'access_token', 'lianjian_sign_in']) {
      const { headers, body } = await world.nobody().send({
        method: 'POST',
        url: '/graphql',
        payload: { query: ME },
        headers: { cookie: `${name}=${token}` },
      });
      expect([headers['set-cookie'], body.includes('UNAUTHENTICATED')]).toEqual([undefined, true]);
    }
  });
});
