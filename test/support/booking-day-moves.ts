import * as fc from 'fast-check';
import type { Act } from './booking-acts.js';
import { DAY, type ModelDay } from './booking-minutes.js';
import type { BookingModel } from './booking-model.js';

const draw = fc.nat({ max: 11 });
const rarely = fc.nat({ max: 14 }).map((number) => number === 14);
const usually = rarely.map((isRare) => !isRare);

/** What an owner does about single days, days counted from today. */
export type DayMove =
  | { do: 'except'; offer: number; isOwner: boolean; isStale: boolean; exceptions: ModelDay[] }
  | {
      do: 'close';
      offer: number;
      isOwner: boolean;
      day: number;
      minute: number;
      length: number;
      bookings: 'KEEP' | 'CANCEL' | null;
    }
  | { do: 'lift'; closure: number; isOwner: boolean; isStale: boolean };

/** A day without spans is not open at all. */
const except = fc.record({
  do: fc.constant('except' as const),
  offer: draw,
  isOwner: usually,
  isStale: rarely,
  exceptions: fc.uniqueArray(
    fc.record({
      day: fc.nat({ max: 3 }),
      spans: fc.constantFrom<ModelDay['spans']>(
        [],
        [{ from: 0, to: DAY }],
        [{ from: 630, to: 780 }],
        [
          { from: 560, to: 700 },
          { from: 700, to: 900 },
        ],
      ),
    }),
    { selector: ({ day }) => day, maxLength: 2 },
  ),
});
const close = fc.record({
  do: fc.constant('close' as const),
  offer: draw,
  isOwner: usually,
  day: fc.constantFrom(1, 1, 2, 0),
  minute: fc.constantFrom(0, 610, 660, 690, 780),
  length: fc.constantFrom(30, 60, 180, DAY, 2 * DAY),
  bookings: fc.constantFrom<'KEEP' | 'CANCEL' | null>('KEEP', 'CANCEL', 'CANCEL', null),
});
const lift = fc.record({
  do: fc.constant('lift' as const),
  closure: draw,
  isOwner: usually,
  isStale: rarely,
});
export const onDays: fc.Arbitrary<DayMove> = fc.oneof(close, close, lift, except);

export function onDaysOf(move: DayMove, model: BookingModel): Act | null {
  if (move.do === 'lift') return liftOf(move, model);
  const at = move.offer % model.offers.length;
  const { owner, version } = model.offers[at]!;
  const [unit, today] = [move.isOwner ? owner : 'clinic', Math.floor(model.now / DAY)];
  if (move.do === 'close') {
    const start = (today + move.day) * DAY + move.minute;
    return { do: 'close', unit, offer: at, span: [start, start + move.length], bookings: move.bookings };
  }
  const exceptions = move.exceptions.map(({ day, spans }) => ({ day: today + day, spans }));
  return { do: 'except', unit, offer: at, version: version - Number(move.isStale), exceptions };
}

function liftOf(move: Extract<DayMove, { do: 'lift' }>, model: BookingModel): Act | null {
  const place = move.closure % model.closures.length;
  const closure = model.closures[place];
  if (!closure) return null;
  const unit = move.isOwner ? model.offers[closure.offer]!.owner : 'clinic';
  return { do: 'lift', unit, closure: place, version: closure.version - Number(move.isStale) };
}
