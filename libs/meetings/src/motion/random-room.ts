import * as fc from 'fast-check';
import type { Choice, Happening } from './plain-room.js';
import type { QuorumPart } from './quorum.js';

/** A room in which one vote is held, from before anybody comes until it closes. */
export interface RoomLife {
  readonly members: readonly string[];
  readonly guests: readonly string[];
  readonly happenings: readonly Happening[];
  /** How many ask beside the default. */
  readonly quorum: QuorumPart;
  readonly consent: { readonly asked: number; readonly for: number; readonly against: number };
}

const NAMES = 'abcdefghijklmnopqrst'.split('');

const quorum = fc
  .record({
    reach: fc.constantFrom('MORE_THAN', 'AT_LEAST'),
    denominator: fc.integer({ min: 2, max: 8 }),
    numerator: fc.integer({ min: 1, max: 7 }),
  })
  .map((rule): QuorumPart => ({ ...rule, numerator: Math.min(rule.numerator, rule.denominator - 1) }));

const consent = fc.tuple(fc.nat(34), fc.nat(34), fc.nat(34)).chain(([a, b, silent]) =>
  // Two to one now and then, where two thirds begin.
  fc.constantFrom({ yes: a, no: b }, { yes: 2 * b, no: b }).map(({ yes, no }) => ({
    asked: yes + no + (silent % 3 === 0 ? 0 : silent),
    for: yes,
    against: no,
  })),
);

export const roomArbitrary: fc.Arbitrary<RoomLife> = fc
  .record({
    members: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 14 })),
    guests: fc.nat(2),
    crowd: fc.constantFrom(1, 2, 4),
    steps: fc.array(fc.tuple(fc.nat(99), fc.nat(99_999)), { maxLength: 50, size: 'max' }),
    quorum,
    consent,
  })
  .map(({ members, guests, crowd, steps, ...rules }) => {
    const all = NAMES.slice(0, members + guests);
    const early = all.flatMap((unit, at): Happening[] => (at % crowd === 0 ? [{ what: 'comes', unit }] : []));
    const given = new Map<string, string>();
    const later = steps.flatMap(([kind, pick]) => happeningsOf(kind, pick, all, given));
    const happenings = [...early, ...later];
    return { members: all.slice(0, members), guests: all.slice(members), happenings, ...rules };
  });

/** `given` is whom units gave their proxies to last: those often try to use them. */
function happeningsOf(
  kind: number,
  pick: number,
  all: readonly string[],
  given: Map<string, string>,
): Happening[] {
  const unit = all[pick % all.length] ?? '';
  // Few are asked by many, so that they are asked twice.
  const other = all[Math.floor(pick / 20) % Math.min(all.length, 3)] ?? '';
  const choice: Choice = pick % 7 < 4 ? 'yes' : pick % 7 < 6 ? 'no' : 'abstained';
  if (kind < 12) return [{ what: 'comes', unit }];
  if (kind < 24) return [{ what: 'goes', unit }];
  if (kind < 30) return [{ what: 'withdraws', unit }];
  if (kind < 52) {
    given.set(unit, other);
    const gives: Happening = { what: 'gives', unit, to: other };
    return kind < 40 ? [gives] : [gives, { what: 'ballot', unit, by: other, choice }];
  }
  if (kind < 75) return [{ what: 'ballot', unit, by: unit, choice }];
  return [{ what: 'ballot', unit, by: kind < 95 ? (given.get(unit) ?? other) : other, choice }];
}
