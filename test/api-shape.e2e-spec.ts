import { listRootFields, RefusalCode } from '#graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isSpecifiedScalarType,
  isUnionType,
  lexicographicSortSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { startWorld, type World } from './support/world.js';

/** What stands in the schema, with the name a reader would look for. */
interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** GraphQL's entry types are described by their fields. */
const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** What a list of sums has to be told. */
const PERIOD = 'filter: { from: "2026-11-01", to: "2026-12-01" }, ';

describe('the shape of the API', () => {
  let world: World;
  let schema: GraphQLSchema;
  let types: GraphQLNamedType[];

  beforeAll(async () => {
    world = await startWorld();
    schema = lexicographicSortSchema(world.api.app.get(GraphQLSchemaHost).schema);
    types = Object.values(schema.getTypeMap()).filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
    );
  });

  afterAll(() => world.close());

  const fieldsOf = (name: string) => {
    const type = schema.getType(name);
    return isObjectType(type) ? Object.values(type.getFields()) : [];
  };

  it('describes every type, field, argument, input field and enum value', () => {
    const parts = types.flatMap(partsOf).filter(({ name }) => !ROOTS.includes(name));
    expect(parts.length).toBeGreaterThan(400);
    expect(parts.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
    const endless = parts.filter(({ description }) => !/[.)]$/.test(description ?? ''));
    expect(endless.map(({ name }) => name)).toEqual([]);
  });

  it('states at every root field who may call it, in code and in words', () => {
    const roots = listRootFields(schema);
    expect(roots.length).toBe(ROOTS.flatMap(fieldsOf).length);
    expect(roots.filter(({ permission }) => permission === undefined)).toEqual([]);
    const open = roots.filter(({ permission }) => permission?.kind === 'public');
    expect(open.map(({ name }) => name)).toEqual([
      'Mutation.openAccountExternally',
      'Mutation.redeemInvitation',
      'Mutation.refresh',
      'Mutation.setPassword',
      'Mutation.signIn',
      'Mutation.signInExternally',
    ]);
    for (const field of ROOTS.flatMap(fieldsOf)) expect(field.description).toMatch(/ Who: .+\.$/);
  });

  /** By their names; the three lists of a network, its figures, and the settings of a post are one thing each. */
  const rootLists = () =>
    fieldsOf('Query').filter(
      ({ name }) => name.endsWith('s') && !['figures', 'messageSettings', 'threeLists'].includes(name),
    );

  it('lists at the root in connections alone', () => {
    const lists = rootLists();
    expect(lists.map(({ name }) => name)).toEqual([
      'accessTokens',
      'actions',
      'auditLines',
      'bookingSeries',
      'bookings',
      'claims',
      'contributionTotals',
      'contributions',
      'datePolls',
      'dishOrderRequests',
      'dishOrders',
      'dishOutcomes',
      'dishReviews',
      'dishes',
      'evaluationObjections',
      'evaluationRounds',
      'meetingSeries',
      'meetings',
      'memberships',
      'menuNotices',
      'menus',
      'messages',
      'motions',
      'myAssignments',
      'needs',
      'networks',
      'nominations',
      'offers',
      'posts',
      'projects',
      'recognitions',
      'recordedForUs',
      'sessions',
      'signUps',
      'webhookDeliveries',
      'webhooks',
    ]);
    expect(fieldsOf('Query').filter(holdsList)).toEqual([]);
    const paged = types.filter(isObjectType).flatMap((type) => Object.values(type.getFields()));
    for (const field of paged.filter((one) => getNamedType(one.type).name.endsWith('Connection'))) {
      expect(field.args.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['after', 'before', 'first', 'last']),
      );
      expect(fieldsOf(getNamedType(field.type).name).map(({ name }) => name)).toEqual([
        'edges',
        'pageInfo',
        'totalCount',
      ]);
    }
  });

  it.each(['first', 'last'])('pages by 1 to 100 entries: %s', async (size) => {
    for (const { name, args } of rootLists()) {
      const period = args.some(isRequiredArgument) ? PERIOD : '';
      const codeOf = async (count: number) => {
        const query = `query ($count: Int) { ${name}(${period}${size}: $count) { pageInfo { hasNextPage } } }`;
        const { errors } = await world.as('southeast-committee').tryAsk(query, { count });
        return errors?.map(({ extensions }) => [
          extensions.code,
          ...(extensions.fields ?? []).map((f) => f.path),
        ]);
      };
      expect([await codeOf(1), await codeOf(100)]).toEqual([undefined, undefined]);
      for (const count of [0, -1, 101]) expect(await codeOf(count)).toEqual([['BAD_USER_INPUT', size]]);
    }
  });

  it('answers a mutation that can be refused with one outcome or a refusal, and nothing else', () => {
    const unions = types.filter(isUnionType);
    const answers = fieldsOf('Mutation').map(({ type }) => getNamedType(type));
    expect(unions.filter((union) => !answers.includes(union)).map(({ name }) => name)).toEqual([]);
    for (const union of unions) {
      const outcomes = union.getTypes().filter((type) => !isRefusal(type));
      // An offer is of one type for each kind, and the only outcome of several types.
      const isOffer = outcomes.every((type) => type.getInterfaces().some(({ name }) => name === 'Offer'));
      expect([union.name, isOffer ? 1 : outcomes.length]).toEqual([union.name, 1]);
      expect(union.getTypes().length).toBeGreaterThan(outcomes.length);
    }
  });

  it('can meet every refusal, and gives each a sentence and a code that some type uses', () => {
    const refusals = types.filter(isObjectType).filter(isRefusal);
    const used = new Set(types.filter(isUnionType).flatMap((union) => union.getTypes()));
    expect(refusals.filter((type) => !used.has(type)).map(({ name }) => name)).toEqual([]);
    const codes = schema.getType('RefusalCode');
    const names = isEnumType(codes) ? codes.getValues().map(({ name }) => name) : [];
    expect(names.toSorted()).toEqual(Object.values(RefusalCode).toSorted());
    expect(refusals.flatMap(({ name }) => CODES[name] ?? [`${name}: no code is known`]).toSorted()).toEqual(
      // These are said of more than one thing.
      [
        'ALREADY_EXISTS',
        'ALREADY_EXISTS',
        'ALREADY_EXISTS',
        'ALREADY_EXISTS',
        'ALREADY_EXISTS',
        'ALREADY_EXISTS',
        'WRONG_STATE',
        ...names,
      ].toSorted(),
    );
  });
});

/** Which code each refusal carries; a new refusal or a code that none uses fails the test. */
const CODES: Record<string, string> = {
  AlreadyClaimed: 'ALREADY_EXISTS',
  AlreadyClosed: 'ALREADY_EXISTS',
  AlreadyHeld: 'ALREADY_EXISTS',
  AlreadyLinked: 'ALREADY_EXISTS',
  AlreadyMember: 'ALREADY_EXISTS',
  TooManyAccessTokens: 'TOO_MANY_ACCESS_TOKENS',
  BallotRefused: 'BALLOT_REFUSED',
  BookingRunning: 'BOOKING_RUNNING',
  CategoryExists: 'ALREADY_EXISTS',
  BookingsHit: 'BOOKINGS_HIT',
  InvalidCode: 'INVALID_CODE',
  OwnSuccessor: 'ALREADY_EXISTS',
  MeetingMoved: 'MEETING_MOVED',
  ProxyRefused: 'PROXY_REFUSED',
  UnitHasLeft: 'WRONG_STATE',
  AboveCapacity: 'ABOVE_CAPACITY',
  DatesClash: 'DATES_CLASH',
  DishClash: 'DISH_CLASH',
  ItemsRefused: 'ITEMS_REFUSED',
  SheetsMissing: 'SHEETS_MISSING',
  NotEnoughFree: 'NOT_ENOUGH_FREE',
  NotRecordable: 'NOT_RECORDABLE',
  RuleBroken: 'RULE_BROKEN',
  SpanTaken: 'SPAN_TAKEN',
  StaleVersion: 'STALE_VERSION',
  TooManyAttempts: 'TOO_MANY_ATTEMPTS',
  NoPlaceLeft: 'NO_PLACE_LEFT',
  OffersMissing: 'OFFERS_MISSING',
  OwnNeed: 'OWN_NEED',
  NoPostNow: 'NO_POST_NOW',
  WrongCredentials: 'WRONG_CREDENTIALS',
  WrongState: 'WRONG_STATE',
};

function named(children: readonly Described[], parent: string): Described[] {
  return children.map(({ name, description }) => ({ name: `${parent}.${name}`, description }));
}

function partsOf(type: GraphQLNamedType): Described[] {
  const parts: Described[] = [{ name: type.name, description: type.description }];
  if (isEnumType(type)) parts.push(...named(type.getValues(), type.name));
  if (isInputObjectType(type)) parts.push(...named(Object.values(type.getFields()), type.name));
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push(...named([field], type.name), ...named(field.args, `${type.name}.${field.name}`));
    }
  }
  return parts;
}

function isRefusal(type: GraphQLNamedType): boolean {
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Refusal');
}

function holdsList(field: GraphQLField<unknown, unknown>): boolean {
  let type: unknown = field.type;
  while (typeof type === 'object' && type !== null && 'ofType' in type) {
    if (isListType(type)) return true;
    type = type.ofType;
  }
  return false;
}
