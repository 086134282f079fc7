/** Minutes from a Monday, 00:00 in Shanghai, mostly from 2026-11-23; no holiday that is announced lies in the weeks after it. */
export type Minute = number;
export type Stretch = [from: Minute, to: Minute];

export const MONDAY = Date.parse('2026-11-23T00:00:00+08:00');
/** Three weeks in which a month ends, a year, and February with a 29th. */
export const MONDAYS = [
  MONDAY,
  Date.parse('2026-12-14T00:00:00+08:00'),
  Date.parse('2028-02-14T00:00:00+08:00'),
];
export const DAY = 1440;

/** The terms of an offer, named as in its columns. */
export interface ModelTerms {
  hours: { days: 'EVERY' | 'WORK' | 'REST'; from: number; to: number }[];
  confirmation: 'AUTOMATIC' | 'OWNER' | 'OWNER_AFTER_COMMITTEE';
  leadTimeMinutes: number;
  horizonDays: number;
  slotMinutes: number;
  longestMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  requestsHold: boolean;
}

/** The hours of one day, counted from MONDAY, in the place of the weekly ones. */
export interface ModelDay {
  day: number;
  spans: { from: number; to: number }[];
}

/** All that a booking is judged by. */
export interface ModelRules extends ModelTerms {
  exceptions: ModelDay[];
  closures: Stretch[];
}

/** From the start of a booking until its gap has passed. */
export interface Kept {
  start: Minute;
  end: Minute;
  keptUntil: Minute;
}

/** So much of a pool, from the start of a booking until its gap has passed. */
export interface Shared extends Kept {
  amount: number | null;
}

export function usedAt(shares: readonly Shared[], minute: Minute): number {
  return shares
    .filter(({ start, keptUntil }) => start <= minute && minute < keptUntil)
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

/** What is in use, minute by minute, as runs of the same. */
export function usedRuns(
  shares: readonly Shared[],
  [from, to]: Stretch,
): [from: Minute, to: Minute, used: number][] {
  const runs: [Minute, Minute, number][] = [];
  for (let minute = from; minute < to; minute++) {
    const used = usedAt(shares, minute);
    const last = runs.at(-1);
    if (last?.[2] === used) last[1] = minute + 1;
    else runs.push([minute, minute + 1, used]);
  }
  return runs;
}

export function gapOf(terms: ModelTerms): number {
  return terms.bufferBeforeMinutes > terms.bufferAfterMinutes
    ? terms.bufferBeforeMinutes
    : terms.bufferAfterMinutes;
}

export function isWorkday(minute: Minute): boolean {
  return Math.floor(minute / DAY) % 7 < 5;
}

/** Whether the line holds on the day that begins at `midnight`. */
function holds({ days }: ModelTerms['hours'][number], midnight: Minute): boolean {
  return days === 'EVERY' || (days === 'WORK') === isWorkday(midnight);
}

/** What is said of that day alone, or else the weekly hours. */
function linesOf({ hours, exceptions }: ModelRules, midnight: Minute): { from: number; to: number }[] {
  const exception = exceptions.find(({ day }) => day * DAY === midnight);
  return exception?.spans ?? hours.filter((line) => holds(line, midnight));
}

function isOpen(rules: ModelRules, minute: Minute): boolean {
  const ofDay = minute % DAY;
  return linesOf(rules, minute - ofDay).some(({ from, to }) => from <= ofDay && ofDay < to);
}

export function isOpenAllAlong(rules: ModelRules, span: Stretch): boolean {
  return minutesOf(span).every((minute) => isOpen(rules, minute));
}

export function isClosedIn({ closures }: ModelRules, [from, to]: Stretch): boolean {
  return closures.some(([start, end]) => start < to && from < end);
}

/** 24:00 of one day is 00:00 of the next, and may be on the step of either. */
function isOnStep(rules: ModelRules, edge: Minute): boolean {
  const ofDay = edge % DAY;
  const places = ofDay === 0 ? [ofDay, DAY] : [ofDay];
  return places.some((place) =>
    linesOf(rules, edge - place).some(
      ({ from, to }) => from <= place && place <= to && (place - from) % rules.slotMinutes === 0,
    ),
  );
}

export function rulesBroken(terms: ModelRules, [from, to]: Stretch, now: Minute): string[] {
  const latest = now + terms.horizonDays * DAY;
  const isNear = from >= now && to <= latest;
  const open = isOpenAllAlong(terms, [from, to]);
  const onStep = isOnStep(terms, from) && isOnStep(terms, to);
  return [
    ...(from < now ? ['IN_THE_PAST'] : []),
    ...(from >= now && from < now + terms.leadTimeMinutes ? ['LEAD_TIME'] : []),
    ...(to > latest ? ['HORIZON'] : []),
    ...(to - from > terms.longestMinutes ? ['TOO_LONG'] : []),
    ...(isNear && !open ? ['OUTSIDE_HOURS'] : []),
    ...(isNear && open && !onStep ? ['OFF_STEP'] : []),
    ...(isNear && isClosedIn(terms, [from, to]) ? ['CLOSED'] : []),
  ];
}

export function freeStretches(terms: ModelRules, kept: Kept[], [from, to]: Stretch, now: Minute): Stretch[] {
  const earliest = Math.max(from, now + terms.leadTimeMinutes);
  const latest = Math.min(to, now + terms.horizonDays * DAY);
  const gap = gapOf(terms);
  const runs: Stretch[] = [];
  for (let minute = earliest; minute < latest; minute++) {
    const clear = kept.every(({ start, keptUntil }) => minute + 1 + gap <= start || keptUntil <= minute);
    if (!clear || !isOpen(terms, minute) || isClosedIn(terms, [minute, minute + 1])) continue;
    const last = runs.at(-1);
    if (last?.[1] === minute) last[1] = minute + 1;
    else runs.push([minute, minute + 1]);
  }
  return runs.flatMap((run) => {
    const steps = stepsIn(terms, run);
    return steps.length > 1 ? [[steps[0] ?? 0, steps.at(-1) ?? 0] satisfies Stretch] : [];
  });
}

/** In each free stretch the first booking that is long enough and not too long. */
export function proposals(terms: ModelRules, kept: Kept[], wanted: Stretch, now: Minute): Stretch[] {
  const window: Stretch = [Math.max(wanted[0], now), Infinity];
  const found: Stretch[] = [];
  for (const stretch of freeStretches(terms, kept, window, now)) {
    const steps = stepsIn(terms, stretch);
    const endFor = (from: Minute): Minute =>
      steps.find((step) => step - from >= wanted[1] - wanted[0]) ?? Infinity;
    const from = steps.find((start) => endFor(start) - start <= terms.longestMinutes);
    if (from !== undefined) found.push([from, endFor(from)]);
  }
  return found.slice(0, 3);
}

/** Three working days on, at the same time of day; the day itself is not counted. */
export function threeWorkingDaysAfter(minute: Minute): Minute {
  let at = minute;
  for (let counted = 0; counted < 3;) {
    at += DAY;
    if (isWorkday(at)) counted++;
  }
  return at;
}

function stepsIn(terms: ModelRules, [from, to]: Stretch): Minute[] {
  return minutesOf([from, to + 1]).filter((edge) => isOnStep(terms, edge));
}

function minutesOf([from, to]: Stretch): Minute[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
