import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
} from 'graphql';
import type { Actor } from './actors.js';

/** One way in which a list can be asked for. */
export interface Wish {
  readonly how: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Nothing but an order: then its pages are turned and its total is counted too. */
  readonly isPlain: boolean;
}

type Input = GraphQLArgument | GraphQLInputField;

const PAGING = new Set(['first', 'last', 'after', 'before']);

/** What each filter is tried with: common values and rare ones. */
const VALUES: Readonly<Record<string, (ids: Actor['ids']) => readonly unknown[]>> = {
  'networkId: ID': ({ Network }) => [Network],
  'networkIds: ID': ({ Network }) => [[Network]],
  'unitId: ID': ({ Unit }) => [Unit],
  'webhookId: ID': ({ Webhook }) => [Webhook],
  'offerId: ID': ({ Offer }) => [Offer],
  'states: MembershipState': () => [['ACTIVE'], ['SUSPENDED', 'INVITED']],
  'states: OfferState': () => [['PUBLISHED'], ['DRAFT', 'WITHDRAWN']],
  'states: BookingState': () => [['COMPLETED'], ['REQUESTED', 'AWAITING_OWNER']],
  'month: Date': () => ['2026-11-01'],
  'kinds: DishKind': () => [['LECTURE'], ['TOPICAL_SURVEY', 'CARE_VISIT']],
  'states: DishState': () => [['TAKEN'], ['PROPOSED', 'WITHDRAWN']],
  'serverUnitId: ID': ({ Unit }) => [Unit],
  'states: DishOrderState': () => [['CLOSED'], ['PLACED', 'SERVED']],
  'states: DishOrderRequestState': () => [['ACCEPTED'], ['ASKED', 'DECLINED']],
  'kinds: MenuNoticeKind': () => [['PROMOTED'], ['DATES_CANCELLED', 'MENU_CHANGED']],
  'states: SignUpState': () => [['CONFIRMED'], ['WAITING', 'CANCELLED']],
  'states: EvaluationObjectionState': () => [['FILED'], ['UPHELD', 'DISMISSED']],
  'states: EvaluationRoundState': () => [['FINAL'], ['SETUP', 'NOMINATING']],
  'states: JudgeAssignmentState': () => [['SUBMITTED'], ['SETTLED', 'DROPPED']],
  'subjectKinds: EvaluationSubjectKind': () => [['PROJECT'], ['UNIT', 'CONTEST_TEAM']],
  'kinds: RecognitionKind': () => [['LETTER'], ['AWARD', 'BANNER']],
  'stands: Boolean': () => [true, false],
  'states: NominationState': () => [['SUBMITTED'], ['DRAFT', 'RETURNED']],
  'projectId: ID': ({ Project }) => [Project],
  'roundId: ID': ({ EvaluationRound }) => [EvaluationRound],
  'subjectUnitId: ID': ({ Unit }) => [Unit],
  'states: MenuState': () => [['CLOSED'], ['COLLECTING', 'PUBLISHED']],
  'states: ActionState': () => [['OPEN'], ['DONE', 'DROPPED']],
  'states: MotionState': () => [['CARRIED'], ['DRAFT', 'WITHDRAWN']],
  'meetingId: ID': ({ Meeting }) => [Meeting],
  'states: ObjectionState': () => [['OPEN'], ['SETTLED', 'UPHELD']],
  'kinds: MeetingKind': () => [['REGULAR'], ['WORKING', 'EXTRAORDINARY']],
  'states: DatePollState': () => [['OPEN'], ['SETTLED', 'CLOSED']],
  'states: MeetingState': () => [['CALLED'], ['DRAFT', 'CANCELLED']],
  'states: NeedState': () => [['CLOSED'], ['PROPOSED', 'OPEN']],
  'dishId: ID': ({ Dish }) => [Dish],
  'needId: ID': ({ Need }) => [Need],
  'states: ClaimState': () => [['DONE'], ['ASKED', 'ACCEPTED']],
  'ways: ClaimWay': () => [['ASKED'], ['TAKEN', 'CALLED']],
  'leadUnitId: ID': ({ Unit }) => [Unit],
  'states: ProjectState': () => [['CLOSED'], ['PROPOSED', 'PLANNED']],
  'overdue: Boolean': () => [true, false],
  'urgencies: NeedUrgency': () => [['NORMAL'], ['URGENT']],
  'sources: NeedSource': () => [['UNIT'], ['TELEPHONE']],
  'categoryIds: ID': ({ NeedCategory }) => [[NeedCategory]],
  'roles: PostRole': () => [['LIAISON', 'DEPUTY'], ['SECRETARY']],
  'kinds: OfferKind': () => [['VENUE'], ['POWER_SUPPLY', 'EXPERTISE']],
  'side: BookingSide': () => ['TAKEN', 'GIVEN'],
  'from: DateTime': () => ['2026-11-23T00:00:00+08:00'],
  'to: DateTime': () => ['2026-12-23T00:00:00+08:00'],
  'from: Date': () => ['2026-11-01'],
  'to: Date': () => ['2026-12-01'],
  'conflicting: Boolean': () => [true, false],
  'facts: OfferFactsFilter': () => [{ capacityAtLeast: 20 }, { maxLoadKwAtLeast: '99' }],
  'search: String': () => ['danwei', 'nobody'],
};

/** In every order, by each filter alone and by all together. With a filter, of two orders that mirror each other one. */
export function wishesOf({ args }: GraphQLField<unknown, unknown>, { ids }: Actor): Wish[] {
  const own = args.filter(({ name }) => !PAGING.has(name));
  const order = own.find(isOrder);
  const whole = own.find(({ type }) => isInputObjectType(getNamedType(type)));
  const wishes = combine(whole ? fieldsOf(whole) : own.filter((one) => !isOrder(one)), ids);
  const orders = order ? namesOf(order) : [''];
  return wishes.flatMap(({ how, given }) =>
    (how === '' ? orders : orders.filter(isFirstOfMirrored)).map((name) => ({
      how: [how, name].filter(Boolean).join(' ') || 'all',
      args: { ...(whole ? { [whole.name]: given } : given), ...(order && { [order.name]: name }) },
      isPlain: how === '',
    })),
  );
}

function combine(filters: readonly Input[], ids: Actor['ids']): { how: string; given: object }[] {
  const first = (some: readonly Input[]): object =>
    Object.fromEntries(some.map((one) => [one.name, valuesOf(one, ids)[0]]));
  const least = first(filters.filter(isNeeded));
  const singles = filters.flatMap((one) =>
    valuesOf(one, ids).map((value) => ({
      how: `${one.name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
      given: { ...least, [one.name]: value },
    })),
  );
  const all = filters.length > 1 ? [{ how: 'by every filter', given: first(filters) }] : [];
  return [{ how: '', given: least }, ...singles, ...all];
}

function valuesOf({ name, type }: Input, ids: Actor['ids']): readonly unknown[] {
  const key = `${name}: ${getNamedType(type).name}`;
  const values = VALUES[key];
  if (!values) throw new Error(`Nothing says with which values the filter ${key} is tried: add them.`);
  return values(ids);
}

function fieldsOf({ type }: Input): Input[] {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()) : [];
}

function isOrder({ name }: Input): boolean {
  return name === 'orderBy';
}

function namesOf({ type }: Input): string[] {
  const named = getNamedType(type);
  return isEnumType(named) ? named.getValues().map(({ name }) => name) : [];
}

/** An index is read from either end. */
function isFirstOfMirrored(name: string, at: number, names: readonly string[]): boolean {
  const mirrored = name.replace(/_(ASC|DESC)$/, '');
  return !names.slice(0, at).some((earlier) => earlier.replace(/_(ASC|DESC)$/, '') === mirrored);
}

/** What must be given: it has no default either. */
function isNeeded({ type, defaultValue }: Input): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}
