import * as fc from 'fast-check';
import type { Span } from '#calendar';
import { brokenRules, rulesPassedOver } from './broken-rules.js';
import { freeSpans, nextFree } from './free-spans.js';
import { MinuteModel, type Stage } from './minute-model.js';
import { openSpans } from './openings.js';
import { caseArbitrary, instant } from './random-case.js';
import { propertyRuns } from '../../../../test/support/property-runs.js';

function toRuns(stage: Stage, spans: readonly Span[]): number[][] {
  return spans.map((span) => [span.startsAt, span.endsAt].map((at) => at.getTime() / 60_000 - stage.start));
}

describe('availability, against a model that looks at every minute', () => {
  it('opens the same minutes', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ stage, rules, calendar, window: [from, to] }) => {
        const spans = openSpans(rules, calendar, instant(stage, from), instant(stage, to));
        expect(toRuns(stage, spans)).toEqual(new MinuteModel(stage, rules, calendar).openRuns(from, to));
      }),
      propertyRuns(400),
    );
  });

  it('finds the same free spans', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ stage, rules, calendar, busy, now, window: [from, to] }) => {
        const window = { startsAt: instant(stage, from), endsAt: instant(stage, to) };
        const spans = freeSpans(rules, calendar, busy, window, instant(stage, now));
        const model = new MinuteModel(stage, rules, calendar);
        expect(toRuns(stage, spans)).toEqual(model.freeRuns(busy, from, to, now));
      }),
      propertyRuns(600),
    );
  });

  it('proposes the same bookings, and none that breaks a rule', () => {
    const wishArbitrary = fc.record({
      lengthMinutes: fc.constantFrom(1, 30, 60, 85, 100, 150, 480, 1500),
      count: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(caseArbitrary, wishArbitrary, ({ stage, rules, calendar, busy, ...at }, wish) => {
        const [from, now] = [instant(stage, at.window[0]), instant(stage, at.now)];
        const spans = nextFree(rules, calendar, busy, from, now, wish);
        const model = new MinuteModel(stage, rules, calendar);
        expect(toRuns(stage, spans)).toEqual(model.nextFree(busy, at.window[0], at.now, wish));
        expect(spans.flatMap((span) => brokenRules(rules, calendar, span, now))).toEqual([]);
      }),
      propertyRuns(400),
    );
  });

  it('names the rules that a span breaks', () => {
    const spanArbitrary = fc.tuple(
      fc.integer({ min: 1440, max: 5 * 1440 }),
      fc.constantFrom(1, 30, 60, 90, 100, 151, 700),
    );
    fc.assert(
      fc.property(caseArbitrary, spanArbitrary, ({ stage, rules, calendar, now }, [from, length]) => {
        const model = new MinuteModel(stage, rules, calendar);
        const to = from + length;
        const isNear = from >= now && to <= model.horizonOf(now);
        const isOpen = model.isOpen(from, to);
        const isOnStep = model.isOnStep(from) && model.isOnStep(to);
        const expected = {
          IN_THE_PAST: from < now,
          LEAD_TIME: from >= now && from < now + rules.leadTimeMinutes,
          HORIZON: to > model.horizonOf(now),
          TOO_LONG: length > rules.longestMinutes,
          OUTSIDE_HOURS: isNear && !isOpen,
          OFF_STEP: isNear && isOpen && !isOnStep,
          CLOSED: isNear && model.isClosed(from, to),
        };
        const span = { startsAt: instant(stage, from), endsAt: instant(stage, to) };
        const broken = brokenRules(rules, calendar, span, instant(stage, now)).map(({ rule }) => rule);
        expect(broken).toEqual(Object.entries(expected).flatMap(([rule, holds]) => (holds ? [rule] : [])));
        const passedOver = { OUTSIDE_HOURS: !isOpen, CLOSED: model.isClosed(from, to) };
        expect(rulesPassedOver(rules, calendar, span)).toEqual(
          Object.entries(passedOver).flatMap(([rule, holds]) => (holds ? [rule] : [])),
        );
      }),
      propertyRuns(600),
    );
  });
});
