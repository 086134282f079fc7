import * as fc from 'fast-check';
import { onDays, onDaysOf, type DayMove } from './booking-day-moves.js';
import { DAY, MONDAYS, type ModelTerms, type Stretch } from './booking-minutes.js';
import { MEMBERS, type Act, type ModelPool } from './booking-acts.js';
import type { BookingModel } from './booking-model.js';

const OWNERS = ['bus-639', 'fire-squadron', 'southeast-committee'];
const SUSPENDED = ['bus-639', 'fire-squadron', 'clinic', 'riverside-property'];
const NETWORKS = ['southeast', 'riverside'];
const LAST_DAY = 25;

type Answer = Extract<Act, { booking: number }>['do'];

/** A draw of numbers that becomes an act once it is known what there is to act on: so that shorter runs still make sense. */
type Move =
  | { do: 'create'; unit: string; pool: ModelPool | null; terms: ModelTerms }
  | { do: 'publish' | 'withdrawOffer'; offer: number; isOwner: boolean; isStale: boolean; networks: string[] }
  | { do: 'change'; offer: number; isOwner: boolean; isStale: boolean; terms: Partial<ModelTerms> }
  | { do: 'resize'; offer: number; isOwner: boolean; isStale: boolean; capacity: number }
  | DayMove
  | {
      do: 'request';
      offer: number;
      unit: number;
      network: string;
      isStranger: boolean;
      day: number;
      minute: number;
      length: number;
      amount: number;
      isMisfit: boolean;
      waits: boolean;
    }
  | {
      do: Answer;
      booking: number;
      as: 'RIGHT' | 'OWNER' | 'REQUESTER' | 'COMMITTEE' | 'OTHER';
      isLate: boolean;
      isStale: boolean;
      rivals: 'DECLINE' | 'WAITLIST' | 'KEEP';
      shift: number;
      trim: number;
      takes: boolean;
    }
  | { do: 'suspend' | 'resume'; unit: string; network: string }
  | { do: 'wait'; minutes: number };

export interface Run {
  monday: number;
  offers: { unit: string; pool: ModelPool | null; terms: ModelTerms }[];
  moves: Move[];
}

const draw = fc.nat({ max: 11 });
const rarely = fc.nat({ max: 14 }).map((number) => number === 14);
const usually = rarely.map((isRare) => !isRare);
const UNITS = Object.keys(MEMBERS);
const anyNetwork = fc.constantFrom(...NETWORKS);
const hours = fc.constantFrom<ModelTerms['hours']>(
  [{ days: 'EVERY', from: 480, to: 1080 }],
  [{ days: 'EVERY', from: 0, to: DAY }],
  [{ days: 'EVERY', from: 540, to: 1200 }],
  [
    { days: 'WORK', from: 520, to: 720 },
    { days: 'EVERY', from: 720, to: 1200 },
  ],
  [
    { days: 'WORK', from: 540, to: 1000 },
    { days: 'REST', from: 600, to: 900 },
  ],
);
const terms = fc.record<ModelTerms>({
  hours,
  confirmation: fc.constantFrom('OWNER', 'AUTOMATIC', 'OWNER_AFTER_COMMITTEE'),
  leadTimeMinutes: fc.constantFrom(0, 60, 0, DAY),
  horizonDays: fc.constantFrom(10, 10, 3),
  slotMinutes: fc.constantFrom(30, 20, 60, 30),
  longestMinutes: fc.constantFrom(300, 300, 120),
  bufferBeforeMinutes: fc.constantFrom(0, 20, 60),
  bufferAfterMinutes: fc.constantFrom(0, 30, 40),
  requestsHold: fc.boolean(),
});
const pool = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record<ModelPool>({
      of: fc.constantFrom('KILOWATTS', 'PIECES'),
      capacity: fc.constantFrom(3000, 5000, 8000),
    }),
  },
);
const offer = fc.record({ unit: fc.constantFrom(...OWNERS), pool, terms });
const change = fc.oneof(
  fc.record({ hours }),
  terms.map(({ confirmation, requestsHold }) => ({ confirmation, requestsHold })),
  terms.map(({ bufferBeforeMinutes, bufferAfterMinutes }) => ({ bufferBeforeMinutes, bufferAfterMinutes })),
  terms.map(({ leadTimeMinutes, slotMinutes, longestMinutes }) => ({
    leadTimeMinutes,
    slotMinutes,
    longestMinutes,
  })),
);
const onOffer = { offer: draw, isOwner: usually, isStale: rarely };
const onBooking = {
  booking: fc.nat({ max: 30 }),
  as: fc.oneof(
    { weight: 16, arbitrary: fc.constant<'RIGHT'>('RIGHT') },
    { weight: 2, arbitrary: fc.constantFrom<'OWNER' | 'REQUESTER'>('OWNER', 'REQUESTER') },
    { weight: 1, arbitrary: fc.constantFrom<'COMMITTEE' | 'OTHER'>('COMMITTEE', 'OTHER') },
  ),
  isLate: rarely,
  isStale: rarely,
  rivals: fc.constantFrom<'DECLINE' | 'WAITLIST' | 'KEEP'>('DECLINE', 'WAITLIST', 'KEEP'),
  shift: fc.constantFrom(0, 60, -60, 30, 0, 120, DAY),
  trim: fc.constantFrom(0, 30, 60, -60),
  takes: fc.boolean(),
};
const request = fc.record({
  do: fc.constant('request' as const),
  offer: draw,
  unit: draw,
  network: anyNetwork,
  isStranger: rarely,
  day: fc.constantFrom(1, 1, 1, 2, 2, 0, 6),
  minute: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(600, 660, 720, 780, 840) },
    { weight: 1, arbitrary: fc.constantFrom(500, 540, 630, 645, 900, 1380) },
  ),
  length: fc.constantFrom(60, 120, 60, 120, 60, 120, 180, 30, 300),
  amount: fc.constantFrom(1000, 2000, 1000, 3000, 2000, 500, 1501, 5000, 9000),
  isMisfit: rarely,
  waits: fc.boolean(),
});
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: onDays },
  { weight: 12, arbitrary: request },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom<'confirm' | 'agree'>('confirm', 'confirm', 'agree'),
      ...onBooking,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom<'decline' | 'withdraw' | 'cancel'>('cancel', 'decline', 'withdraw'),
      ...onBooking,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom<Answer>('move', 'move', 'move', 'displace', 'lapse', 'reword'),
      ...onBooking,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom<'publish' | 'withdrawOffer'>('publish', 'publish', 'publish', 'withdrawOffer'),
      ...onOffer,
      networks: fc.uniqueArray(anyNetwork, { minLength: 1 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), ...onOffer, terms: change }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('resize' as const),
      ...onOffer,
      capacity: fc.constantFrom(1000, 2000, 3000, 5000, 8000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(30, 60, 240, 1440, 4000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom<'suspend' | 'resume'>('suspend', 'resume'),
      unit: fc.constantFrom(...SUSPENDED),
      network: anyNetwork,
    }),
  },
  { weight: 1, arbitrary: offer.map((wish) => ({ do: 'create' as const, ...wish })) },
);

const monday = fc.constantFrom(...MONDAYS);
const broad: fc.Arbitrary<Run> = fc.record({
  monday,
  offers: fc.array(offer, { minLength: 1, maxLength: 2 }),
  moves: fc.array(anyMove, { maxLength: 56, size: 'max' }),
});

/** Many units around few hours of one offer, so that they wait, move up, give way and come back. */
const crowdedMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 2, arbitrary: onDays },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('request' as const),
      offer: fc.constant(0),
      unit: draw,
      network: anyNetwork,
      isStranger: fc.constant(false),
      day: fc.constantFrom(1, 1, 1, 2),
      minute: fc.constantFrom(600, 660),
      length: fc.constantFrom(60, 120, 60),
      amount: fc.constantFrom(1000, 2000, 1000, 3000, 500),
      isMisfit: fc.constant(false),
      waits: usually,
    }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constantFrom<Answer>(
        ...(['confirm', 'confirm', 'confirm', 'cancel', 'cancel', 'cancel', 'move', 'move', 'move'] as const),
        ...(['decline', 'withdraw', 'lapse', 'agree', 'displace'] as const),
      ),
      ...onBooking,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(60, 1440) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom<'suspend' | 'resume'>('suspend', 'resume'),
      unit: fc.constantFrom('clinic', 'riverside-property'),
      network: anyNetwork,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('change' as const), ...onOffer, terms: change }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('resize' as const),
      ...onOffer,
      capacity: fc.constantFrom(1000, 2000, 3000, 5000),
    }),
  },
);
const crowded: fc.Arbitrary<Run> = fc.record({
  monday,
  offers: offer.map(({ unit, pool: shared, terms: some }) => {
    const open = {
      hours: [{ days: 'EVERY' as const, from: 0, to: DAY }],
      leadTimeMinutes: 0,
      horizonDays: 10,
    };
    return [
      {
        unit,
        pool: shared && { ...shared, capacity: 3000 },
        terms: { ...some, ...open, slotMinutes: 30, longestMinutes: 300 },
      },
    ];
  }),
  moves: fc.array(crowdedMove, { maxLength: 56, size: 'max' }),
});

export const runArbitrary: fc.Arbitrary<Run> = fc.oneof(broad, crowded);

/** The act that a move amounts to as things stand; null when there is nothing to act on. */
export function actOf(move: Move, model: BookingModel): Act | null {
  switch (move.do) {
    case 'create':
      return move;
    case 'wait':
      return model.now + move.minutes < LAST_DAY * DAY ? move : null;
    case 'suspend':
    case 'resume': {
      const isSuspended = model.suspended.has(`${move.unit} ${move.network}`);
      const isMember = MEMBERS[move.unit]?.networks.includes(move.network);
      return isMember && isSuspended === (move.do === 'resume') ? move : null;
    }
    case 'request':
      return requestOf(move, model);
    case 'close':
    case 'lift':
    case 'except':
      return onDaysOf(move, model);
    case 'resize':
    case 'publish':
    case 'withdrawOffer':
    case 'change':
      return onOfferOf(move, model);
    default:
      return onBookingOf(move, model);
  }
}

/** Mostly by a unit that sees the offer, through a network that both belong to. */
function requestOf(move: Extract<Move, { do: 'request' }>, model: BookingModel): Act {
  const at = move.offer % model.offers.length;
  const offered = model.offers[at]?.networks ?? [];
  const ways = UNITS.flatMap((unit) =>
    model.networksOf(unit).flatMap((network) => (offered.includes(network) ? [{ unit, network }] : [])),
  );
  const stranger = { unit: UNITS[move.unit % UNITS.length] ?? '', network: move.network };
  const way = move.isStranger ? stranger : (ways[move.unit % ways.length] ?? stranger);
  const start = (Math.floor(model.now / DAY) + move.day) * DAY + move.minute;
  const fits = model.offers[at]?.pool ? move.amount : null;
  const amount = move.isMisfit ? (fits === null ? move.amount : null) : fits;
  return { do: 'request', offer: at, ...way, span: [start, start + move.length], amount, waits: move.waits };
}

function onOfferOf(
  move: Extract<Move, { do: 'publish' | 'withdrawOffer' | 'change' | 'resize' }>,
  model: BookingModel,
): Act | null {
  const at = move.offer % model.offers.length;
  const { owner, version, pool: shared } = model.offers[at]!;
  const act = { offer: at, unit: move.isOwner ? owner : 'clinic', version: version - Number(move.isStale) };
  if (move.do === 'resize') return shared && { do: 'resize', ...act, capacity: move.capacity };
  if (move.do === 'change') return { do: 'change', ...act, terms: move.terms };
  if (move.do === 'withdrawOffer') return { do: 'withdrawOffer', ...act };
  const own = move.networks.filter((code) => model.networksOf(act.unit).includes(code));
  return { do: 'publish', ...act, networks: own.length > 0 ? own : move.networks };
}

const OPEN = ['REQUESTED', 'AWAITING_OWNER'];
const WISHED = [...OPEN, 'WAITLISTED'];

/** Whose word each takes, and in which states it means something. */
const ANSWERS: Record<Answer, { right: 'COMMITTEE' | 'OWNER' | 'REQUESTER'; in: string[] }> = {
  agree: { right: 'COMMITTEE', in: ['REQUESTED'] },
  confirm: { right: 'OWNER', in: OPEN },
  decline: { right: 'OWNER', in: WISHED },
  withdraw: { right: 'REQUESTER', in: WISHED },
  cancel: { right: 'REQUESTER', in: ['CONFIRMED'] },
  move: { right: 'REQUESTER', in: [...WISHED, 'CONFIRMED', 'CONFIRMED'] },
  reword: { right: 'REQUESTER', in: [...WISHED, 'CONFIRMED'] },
  displace: { right: 'COMMITTEE', in: ['CONFIRMED'] },
  lapse: { right: 'OWNER', in: WISHED },
};

function onBookingOf(move: Extract<Move, { booking: number }>, model: BookingModel): Act | null {
  const { right, in: states } = ANSWERS[move.do];
  const places = [...model.bookings.keys()].filter((place) => {
    const { state, expires } = model.bookings[place]!;
    if (move.do === 'lapse') return WISHED.includes(state) && (move.isLate || expires <= model.now);
    return move.isLate || states.includes(state);
  });
  const booking = places[move.booking % places.length];
  if (booking === undefined) return null;
  const { requester, network: through, version, start, end } = model.bookings[booking]!;
  const owner = model.ownerOf(model.bookings[booking]!) ?? '';
  const units = { OWNER: owner, REQUESTER: requester, COMMITTEE: `${through}-committee`, OTHER: 'clinic' };
  if (move.do === 'lapse') return { do: 'lapse', unit: owner, booking };
  const act = {
    unit: units[move.as === 'RIGHT' ? right : move.as],
    booking,
    version: version - Number(move.isStale),
  };
  const span: Stretch = [start + move.shift, Math.max(start + move.shift + 30, end + move.shift - move.trim)];
  if (move.do === 'confirm') return { do: 'confirm', ...act, rivals: move.rivals };
  if (move.do === 'move') return { do: 'move', ...act, span, waits: move.takes };
  if (move.do === 'displace') return { do: 'displace', ...act, takesOver: move.takes };
  return { do: move.do, ...act };
}
