import { ApiError, HTTP_STATUS, RefusalCode, Refused, WrongState, type ErrorCode } from '#graphql';
import { startWorld, type World } from '../../../../test/support/world.js';
import { SignInService } from './sign-in.service.js';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Refusal { code } } }`;
const CREDENTIALS = { region: '310115', account: 'clinic', password: 'not-that-one' };

interface Line {
  readonly msg: string;
  readonly fields?: readonly string[];
  readonly outcome?: string;
  readonly refusals?: readonly string[];
  readonly errors?: readonly string[];
}

/** Whatever the API can say no with is told to who operates it: in the line of the request, and in a figure. */
describe('what the API says no with', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  /** Signs in, where the service fails with that instead. */
  const failWith = async (error: Error) => {
    const service = world.api.app.get(SignInService, { strict: false });
    world.api.lines.length = 0;
    const signIn = async (): Promise<never> => {
      throw error;
    };
    Object.assign(service, { signIn });
    const answer = await world
      .nobody()
      .tryAsk<{ signIn: { code: string } | null }>(SIGN_IN, { input: CREDENTIALS });
    Reflect.deleteProperty(service, 'signIn');
    const lines = (world.api.lines as Line[]).filter(({ msg }) => msg === 'request');
    return { answer, lines };
  };
  const figure = async (series: string): Promise<number> => {
    const lines = (await world.api.metrics.registry.metrics()).split('\n');
    return Number(lines.find((line) => line.startsWith(`${series} `))?.split(' ')[1] ?? 0);
  };

  it.each(Object.values(RefusalCode))('the refusal %s', async (code) => {
    const before = await figure(`lianjian_refusals_total{code="${code}"}`);
    const refusal = Object.assign(
      new (class WrongCredentials extends WrongState {})('', { en: code, zh: code }),
      { code },
    );
    const { answer, lines } = await failWith(new Refused(refusal));
    expect(answer.data).toEqual({ signIn: { code } });
    expect(lines).toMatchObject([{ fields: ['signIn'], outcome: 'refused', refusals: [code] }]);
    expect(await figure(`lianjian_refusals_total{code="${code}"}`)).toBe(before + 1);
  });

  it.each(Object.keys(HTTP_STATUS) as ErrorCode[])('the error %s', async (code) => {
    const before = await figure(`lianjian_errors_total{code="${code}"}`);
    const { answer, lines } = await failWith(new ApiError(code));
    expect(answer.errors).toMatchObject([{ extensions: { code } }]);
    const outcome = code === 'INTERNAL' || code === 'UNAVAILABLE' ? 'failed' : 'rejected';
    expect(lines).toMatchObject([{ fields: ['signIn'], outcome, errors: [code] }]);
    expect(await figure(`lianjian_errors_total{code="${code}"}`)).toBe(before + 1);
  });

  it('and a refused sign-in, which is counted as such besides', async () => {
    const count = () => figure('lianjian_sign_in_failures_total{code="WRONG_CREDENTIALS"}');
    const before = await count();
    await world.nobody().tryAsk(SIGN_IN, { input: CREDENTIALS });
    expect(await count()).toBe(before + 1);
  });
});
