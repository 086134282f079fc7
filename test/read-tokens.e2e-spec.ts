import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isCompositeType,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { accessToken } from './support/access-token-acts.js';
import { startWorld, type World } from './support/world.js';

const VALUES: Readonly<Record<string, string>> = {
  Boolean: 'true',
  Date: '"2026-12-12"',
  DateTime: '"2026-12-12T00:00:00Z"',
  Decimal: '"1"',
  Float: '1',
  ID: '"any"',
  Int: '1',
  Quarter: '"2026-Q4"',
  TimeOfDay: '"10:00"',
};
const ONLY_READS = 'This access token only reads: take one with READ_WRITE, or sign in yourself.';
const OWN_SIGN_IN = 'This is not done with an access token: sign in yourself.';

/** As little as is taken for a value of the type. */
function valueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return `[${valueOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return VALUES[type.name] ?? '"text"';
  const fields = Object.values(type.getFields());
  const required = type.isOneOf ? fields.slice(0, 1) : fields.filter((field) => isNonNullType(field.type));
  return `{${required.map((field) => `${field.name}: ${valueOf(field.type)}`).join(', ')}}`;
}

function mutationOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const given = args
    .filter((arg) => isNonNullType(arg.type))
    .map((arg) => `${arg.name}: ${valueOf(arg.type)}`);
  const selection = isCompositeType(getNamedType(type)) ? '{ __typename }' : '';
  return `mutation { ${name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${selection} }`;
}

describe('a program, whatever it asks for', () => {
  let world: World;
  let mutations: GraphQLField<unknown, unknown>[];

  beforeAll(async () => {
    world = await startWorld();
    const { schema } = world.api.app.get(GraphQLSchemaHost);
    mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  });
  afterAll(() => world.close());

  /** The names of those that answer with anything else. */
  const unlike = async (token: string, some: readonly GraphQLField<unknown, unknown>[], message: string) => {
    const found: unknown[] = [];
    for (const one of some) {
      const { data, errors } = await world.withToken(token).tryAsk(mutationOf(one));
      const [error, ...more] = errors ?? [];
      const isIt = error?.extensions.code === 'FORBIDDEN' && error.message === message;
      if (data || !isIt || more.length > 0) found.push([one.name, errors]);
    }
    return found;
  };

  it('changes nothing with a token that reads, by no mutation that there is', async () => {
    const { token } = await accessToken(world, 'southeast-committee', { access: 'READ' });
    expect(mutations.length).toBeGreaterThan(150);
    expect(await unlike(token, mutations, ONLY_READS)).toEqual([]);
  });

  it('opens no way in with one that writes', async () => {
    const { token } = await accessToken(world, 'southeast-committee', { access: 'READ_WRITE' });
    const kept = mutations.filter(
      ({ extensions }) => extensions.needsOwnSignIn || extensions.permission?.kind === 'public',
    );
    expect(kept.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['createAccessToken', 'signIn', 'linkExternalAccount', 'setPassword']),
    );
    expect(await unlike(token, kept, OWN_SIGN_IN)).toEqual([]);
  });

  it('sends with one that reads to none of the routes that take something', async () => {
    const routes = world.api.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    // Those that take any method are where nothing is.
    const taking = [...routes.matchAll(/(\/\S*) \((?!.*TRACE).*\b(?:POST|PUT|PATCH|DELETE)\b/g)];
    expect(taking.map(([, path = '']) => path).toSorted()).toEqual([
      // Of a resident with a slip, who has no token.
      '/:code',
      '/dish-dates/:id/review-slips.html',
      '/files',
      '/graphql',
      '/import/offers.xlsx',
    ]);
    const { token } = await accessToken(world, 'southeast-committee', { access: 'READ' });
    for (const url of ['/files', '/import/offers.xlsx']) {
      const answer = await world.withToken(token).send({ method: 'POST', url, payload: Buffer.from('a') });
      expect([url, answer.statusCode]).toEqual([url, 403]);
    }
    const slips = { method: 'POST', url: '/dish-dates/any/review-slips.html?count=1' } as const;
    expect((await world.withToken(token).send(slips)).statusCode).toBe(403);
  });

  it('changes nothing by a question in an address', async () => {
    const { token } = await accessToken(world, 'southeast-committee', { access: 'READ_WRITE' });
    const query = encodeURIComponent('mutation { signOut }');
    const headers = { 'apollo-require-preflight': '1' };
    const answer = await world
      .withToken(token)
      .send({ method: 'GET', url: `/graphql?query=${query}`, headers });
    expect(answer.statusCode).toBe(405);
  });
});
