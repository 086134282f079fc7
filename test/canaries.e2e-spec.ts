import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { asSuperuser } from './support/cluster.js';
import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

/** In Chinese too, and as a telephone number: whatever a line might quote. */
const CANARIES = ['canary-7f3a91', '金丝雀甲乙', '13912345678'] as const;

const VALUES: Readonly<Record<string, unknown>> = {
  DateTime: '2026-12-12T10:00:00+08:00',
  Date: '2026-12-12',
  TimeOfDay: '10:00',
  Decimal: '1.5',
  Int: 1,
  Float: 1,
  Boolean: true,
};

const BOOK = `mutation ($input: RequestBookingInput!) {
  requestBooking(input: $input) { __typename ... on Booking { id purpose } }
}`;

/**
 * What people write, and what proves who they are, must stand in no line. Every root field is asked as a committee and as
 * nobody with a canary in each text, then in each value of whatever type.
 */
describe('no line of the log', () => {
  let world: World;
  let schema: GraphQLSchema;

  beforeAll(async () => {
    world = await startWorld();
    schema = world.api.app.get(GraphQLSchemaHost).schema;
  });
  afterAll(() => world.close());
  beforeEach(() => {
    world.api.lines.length = 0;
  });

  function expectNoCanary(atLeast = 1): void {
    expect(world.api.lines.length).toBeGreaterThanOrEqual(atLeast);
    const sung = world.api.lines.filter((line) => CANARIES.some((canary) => says(line, canary)));
    expect(sung).toEqual([]);
  }

  it.each(CANARIES)('holds %s from any field of any input', async (canary) => {
    const clients = [world.as('southeast-committee'), world.nobody()];
    for (const operation of ['query', 'mutation'] as const) {
      const type = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
      for (const field of Object.values(type?.getFields() ?? {})) {
        // Signing the committee out would silence the fields after it.
        if (field.name === 'signOut') continue;
        for (const everywhere of [false, true]) {
          const variables = fill(field.args, canary, everywhere);
          for (const client of clients) await ask(client, operation, field, variables);
        }
      }
    }
    expectNoCanary(100);
  });

  it.each(CANARIES)('holds %s from a document, a header, a token or an address', async (canary) => {
    const ascii = encodeURIComponent(canary);
    const headers = {
      authorization: `Bearer ${ascii}`,
      cookie: `session=${ascii}`,
      'user-agent': ascii,
      'idempotency-key': ascii,
      'x-request-id': `${canary.charCodeAt(0) > 127 ? ascii : canary}/`,
      'x-forwarded-for': ascii,
      traceparent: ascii,
    };
    const { app } = world.api;
    const query = `{ node(id: "${canary}") { id } }`;
    await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query } });
    await app.inject({ method: 'POST', url: '/graphql', payload: { query: `{ ${canary} }` } });
    await app.inject({ method: 'POST', url: '/graphql', payload: { query, operationName: canary } });
    await app.inject({ method: 'GET', url: `/graphql?query=${encodeURIComponent(query)}`, headers });
    await app.inject({ method: 'GET', url: `/${ascii}?${ascii}=${ascii}`, headers });
    await app.inject({ method: 'POST', url: '/graphql', headers, payload: canary });
    expectNoCanary(6);
  });

  it('holds what was stored, or what the database says of it when it fails', async () => {
    const [canary, name, phone] = CANARIES;
    const written = {
      title: canary,
      description: name,
      contactPhone: phone,
      notes: canary,
      contactName: name,
    };
    const offerId = await world.offer('warm-home', written);
    const wish = {
      offerId,
      networkId: world.network('southeast'),
      startsAt: '2026-12-07T08:30:00+08:00',
      endsAt: '2026-12-07T09:30:00+08:00',
      purpose: `${canary} 给 ${name}`,
      contactPhone: phone,
    };
    await world.as('clinic').ask(BOOK, { input: wish });
    await quoteInFailures(world.api.database.name);
    const second = { startsAt: '2026-12-07T10:30:00+08:00', endsAt: '2026-12-07T11:30:00+08:00' };
    const { errors } = await world.as('clinic').tryAsk(BOOK, { input: { ...wish, ...second } });
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
    expect(JSON.stringify(world.api.lines)).toContain('cannot store');
    expectNoCanary(3);
  });

  async function ask(
    client: TestClient,
    operation: string,
    { name, args, type }: { name: string; args: readonly GraphQLArgument[]; type: unknown },
    variables: object,
  ): Promise<void> {
    const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const selection = isLeafType(getNamedType(type as GraphQLInputType)) ? '' : '{ __typename }';
    const call = `${name}${passed && `(${passed})`} ${selection}`;
    await client.askRaw(`${operation}${declared && ` (${declared})`} { ${call} }`, variables);
  }
});

/** As it is, or as it stands in an address. */
function says(line: object, canary: string): boolean {
  const text = JSON.stringify(line);
  return text.includes(canary) || text.includes(encodeURIComponent(canary));
}

type Slot = GraphQLArgument | GraphQLInputField;

function fill(slots: readonly Slot[], canary: string, everywhere: boolean): Record<string, unknown> {
  return Object.fromEntries(slots.map(({ name, type }) => [name, valueOf(type, canary, everywhere)]));
}

function valueOf(type: GraphQLInputType, canary: string, everywhere: boolean): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [valueOf(bare.ofType, canary, everywhere)];
  if (isInputObjectType(bare)) return fill(Object.values(bare.getFields()), canary, everywhere);
  if (everywhere) return canary;
  return isEnumType(bare) ? bare.getValues()[0]?.name : (VALUES[getNamedType(bare).name] ?? canary);
}

/** As a check or a trigger might one day: the message quotes the row. */
async function quoteInFailures(database: string): Promise<void> {
  await asSuperuser(
    `CREATE FUNCTION public.quote_booking() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'cannot store %', NEW.purpose; END $$;
     CREATE TRIGGER quote_booking BEFORE INSERT ON booking FOR EACH ROW EXECUTE FUNCTION public.quote_booking()`,
    database,
  );
}
