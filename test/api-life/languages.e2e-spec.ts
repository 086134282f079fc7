import { ERROR_WORDS, REFUSAL_WORDS } from '#graphql';
import { startWorld, type World } from '../support/world.js';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Refusal { code message } } }`;
const REQUEST = `mutation ($input: RequestBookingInput!) {
  requestBooking(input: $input) { ... on Refusal { message } ... on RuleBroken { breaches { rule message } } }
}`;
const WRONG = { region: '310115', account: 'nobody', password: 'wrong' };

interface Answer {
  data?: Record<string, { message: string; breaches?: { message: string }[] }> | null;
  errors?: { message: string; extensions: { code: string; fields?: { path: string; message: string }[] } }[];
}

describe('the language of an answer', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });

  afterAll(() => world.close());

  async function ask(query: string | Buffer, variables: object, headers: Record<string, string>) {
    const payload = Buffer.isBuffer(query) ? query : JSON.stringify({ query, variables });
    const response = await world.api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });
    return { headers: response.headers, ...response.json<Answer>() };
  }

  const asLiaison = async (): Promise<Record<string, string>> => ({
    authorization: `Bearer ${await world.as('zhoupu-no3-primary').token()}`,
  });

  test.each([
    [undefined, 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['en-GB, zh;q=0.1', 'en'],
    ['de-CH, zh-Hant-TW;q=0.3, en;q=0.2', 'zh-CN'],
    ['\u007f;;;q=q,,, ,zh;q=9', 'en'],
    ['x'.repeat(8_000), 'en'],
  ])('for %p is %s', async (header, tag) => {
    const answer = await ask(
      '{ me { post { id } } }',
      {},
      header === undefined ? {} : { 'accept-language': header },
    );
    const words = ERROR_WORDS.UNAUTHENTICATED;
    expect(answer.errors?.[0]?.message).toBe(tag === 'en' ? words.en : words.zh);
    expect(answer.headers['content-language']).toBe(tag);
    expect(answer.headers.vary).toContain('Accept-Language');
  });

  test.each(['en', 'zh'] as const)(
    'holds for errors, refusals and every step of the way (%s)',
    async (language) => {
      const headers = { 'accept-language': language };
      const isChinese = language === 'zh';
      const said = async (query: string | Buffer, variables = {}, more = {}) => {
        const { data, errors } = await ask(query, variables, { ...headers, ...more });
        const [error] = errors ?? [];
        return error
          ? [error.message, ...(error.extensions.fields ?? []).map(({ message }) => message)]
          : data;
      };
      const wrong = await said(SIGN_IN, { input: WRONG });
      expect(wrong).toMatchObject({ signIn: { message: REFUSAL_WORDS.WRONG_CREDENTIALS[language] } });
      for (const [what, answer] of [
        ['bad JSON', await said(Buffer.from('{'))],
        ['a syntax error', await said('{')],
        ['an unknown field', await said('{ nothing }')],
        ['too deep a document', await said(`{ me ${'{ unit '.repeat(9)} { id } ${'}'.repeat(9)} }`)],
        [
          'a rule of the class-validator',
          await said(SIGN_IN, { input: { ...WRONG, region: 'x'.repeat(33) } }),
        ],
        [
          'a scalar',
          await said('query ($from: DateTime!) { bookings(filter: { from: $from }) { totalCount } }', {
            from: 'now',
          }),
        ],
        ['a scalar in the document', await said('{ bookings(filter: { from: "now" }) { totalCount } }')],
        ['a wrong type', await said(SIGN_IN, { input: { ...WRONG, account: 5 } })],
        ['a missing value', await said(SIGN_IN)],
        ['a page', await said('{ offers(first: 0) { totalCount } }', {}, await asLiaison())],
      ] as const) {
        expect([what, Array.isArray(answer), /\p{Script=Han}/u.test(JSON.stringify(answer))]).toEqual([
          what,
          true,
          isChinese,
        ]);
        // In Chinese no English sentence is left over.
        if (isChinese)
          expect([what, answer]).not.toEqual([what, expect.stringMatching(/[a-z]+ [a-z]+ [a-z]+/)]);
      }
    },
  );

  test('holds for what is nested in a refusal', async () => {
    const offerId = await world.offer('bus-45');
    const input = {
      offerId,
      networkId: world.network('southeast'),
      startsAt: '2026-11-01T10:00:00+08:00',
      endsAt: '2026-11-01T11:00:00+08:00',
      purpose: '参观',
    };
    const { data } = await ask(REQUEST, { input }, { 'accept-language': 'zh', ...(await asLiaison()) });
    expect(data?.['requestBooking']).toEqual({
      message: '开始时间已过。',
      breaches: [{ rule: 'IN_THE_PAST', message: '开始时间已过。' }],
    });
  });

  test('of two requests at once is each one’s own', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_one, index) =>
        ask(
          SIGN_IN,
          { input: { ...WRONG, account: `nobody-${index}` } },
          { 'accept-language': index % 2 ? 'zh' : 'en' },
        ),
      ),
    );
    expect(answers.map(({ data }) => data?.['signIn']?.message)).toEqual(
      answers.map((_one, index) => REFUSAL_WORDS.WRONG_CREDENTIALS[index % 2 ? 'zh' : 'en']),
    );
  });
});
