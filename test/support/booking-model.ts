import { MEMBERS, type Act, type ModelBooking, type ModelOffer, type Outcome } from './booking-acts.js';
import {
  DAY,
  freeStretches,
  gapOf,
  proposals,
  usedAt,
  usedRuns,
  type Kept,
  rulesBroken,
  threeWorkingDaysAfter,
  type Minute,
  type Stretch,
} from './booking-minutes.js';

const GRANTED: Outcome = { kind: 'GRANTED' };
const NOT_FOUND: Outcome = { kind: 'NOT_FOUND' };
const FORBIDDEN: Outcome = { kind: 'FORBIDDEN' };
const STALE: Outcome = { kind: 'STALE_VERSION' };
const WRONG_STATE: Outcome = { kind: 'WRONG_STATE' };
const BAD_INPUT: Outcome = { kind: 'BAD_USER_INPUT' };
const OPEN = ['REQUESTED', 'AWAITING_OWNER'];

/** Bookings as the rules read when written down plainly; slow, and without a line of the product's code. */
export class BookingModel {
  now: Minute = 9 * 60;
  readonly offers: ModelOffer[] = [];
  readonly bookings: ModelBooking[] = [];
  readonly suspended = new Set<string>();

  networksOf(unit: string): string[] {
    return (MEMBERS[unit]?.networks ?? []).filter((network) => !this.suspended.has(`${unit} ${network}`));
  }

  sees(unit: string, { owner, networks }: ModelOffer): boolean {
    return owner === unit || networks.some((network) => this.networksOf(unit).includes(network));
  }

  knows(unit: string, booking: ModelBooking): boolean {
    return (
      booking.requester === unit ||
      this.ownerOf(booking) === unit ||
      MEMBERS[unit]?.convenes === booking.network
    );
  }

  ownerOf(booking: ModelBooking): string | undefined {
    return this.offers[booking.offer]?.owner;
  }

  takenOf(offer: number): ModelBooking[] {
    return this.bookings
      .filter((booking) => booking.offer === offer && booking.state === 'CONFIRMED')
      .toSorted((a, b) => a.start - b.start);
  }

  /** Still to be answered: not lapsed, whether or not anything has noted it yet. */
  waits({ state, expires }: ModelBooking): boolean {
    return OPEN.includes(state) && expires > this.now;
  }

  busy(offer: number, [from, to]: Stretch): Stretch[] {
    if (this.offers[offer]?.pool)
      return this.freeAmounts(offer, [from, to]).flatMap(([start, end, free]) =>
        free === 0 ? [[start, end]] : [],
      );
    return this.takenOf(offer).flatMap(({ start, end }) =>
      start < to && from < end ? [[start, end] satisfies Stretch] : [],
    );
  }

  free(offer: number, window: Stretch, amount: number | null): Stretch[] {
    const { terms, pool } = this.offers[offer]!;
    if (pool && amount !== null && amount > pool.capacity) return [];
    return freeStretches(terms, this.inTheWay(offer, amount), window, this.now);
  }

  freeAmounts(offer: number, window: Stretch): [from: Minute, to: Minute, free: number][] {
    const { pool } = this.offers[offer]!;
    if (!pool) return [];
    const runs: [Minute, Minute, number][] = [];
    for (const [from, to, used] of usedRuns(this.takenOf(offer), window)) {
      const free = Math.max(0, pool.capacity - used);
      const last = runs.at(-1);
      if (last?.[2] === free) last[1] = to;
      else runs.push([from, to, free]);
    }
    return runs;
  }

  overCommitments(unit: string, offer: number, window: Stretch): [from: Minute, to: Minute, used: number][] {
    const { pool, owner, networks } = this.offers[offer]!;
    const convened = MEMBERS[unit]?.convenes;
    const mayKnow = owner === unit || (convened !== undefined && networks.includes(convened));
    if (!pool || !mayKnow) return [];
    return usedRuns(this.takenOf(offer), window).filter(([, , used]) => used > pool.capacity);
  }

  /** Minutes in which so much, or anything at all, is not to be had. */
  private inTheWay(offer: number, amount: number | null): Kept[] {
    const { pool } = this.offers[offer]!;
    const taken = this.takenOf(offer);
    if (!pool || taken.length === 0) return taken;
    const least = pool.of === 'PIECES' ? 1000 : 1;
    const whole: Stretch = [
      Math.min(...taken.map(({ start }) => start)),
      Math.max(...taken.map(({ keptUntil }) => keptUntil)),
    ];
    return usedRuns(taken, whole).flatMap(([start, keptUntil, used]) =>
      used + (amount ?? least) > pool.capacity ? [{ start, end: keptUntil, keptUntil }] : [],
    );
  }

  play(act: Act): Outcome {
    switch (act.do) {
      case 'create':
        return this.create(act);
      case 'request':
        return this.request(act);
      case 'publish':
      case 'withdrawOffer':
      case 'change':
      case 'resize':
        return this.onOffer(act);
      case 'suspend':
        this.suspend(act.unit, act.network);
        return GRANTED;
      case 'resume':
        this.suspended.delete(`${act.unit} ${act.network}`);
        return GRANTED;
      case 'wait':
        this.now += act.minutes;
        return GRANTED;
      default:
        return this.onBooking(act);
    }
  }

  private create({ unit, pool, terms }: Extract<Act, { do: 'create' }>): Outcome {
    this.offers.push({
      owner: unit,
      pool: pool && { ...pool },
      state: 'DRAFT',
      networks: [],
      terms,
      version: 1,
    });
    return GRANTED;
  }

  private onOffer(act: Extract<Act, { do: 'publish' | 'withdrawOffer' | 'change' | 'resize' }>): Outcome {
    const offer = this.offers[act.offer]!;
    const networks = act.do === 'publish' ? act.networks : [];
    if (networks.some((network) => !this.networksOf(act.unit).includes(network))) return NOT_FOUND;
    if (!this.sees(act.unit, offer)) return NOT_FOUND;
    if (offer.owner !== act.unit) return FORBIDDEN;
    if (offer.version !== act.version) return STALE;
    if (act.do === 'change') {
      offer.terms = { ...offer.terms, ...act.terms };
      offer.version++;
      return GRANTED;
    }
    if (act.do === 'resize') {
      if (offer.pool) offer.pool.capacity = act.capacity;
      offer.version++;
      this.noteOverCommitment(act.offer);
      return GRANTED;
    }
    if (act.do === 'withdrawOffer' && offer.state !== 'PUBLISHED') return WRONG_STATE;
    this.show(act.offer, networks);
    return GRANTED;
  }

  private show(at: number, networks: string[], reason = 'OFFER_WITHDRAWN'): void {
    const offer = this.offers[at]!;
    offer.state = networks.length > 0 ? 'PUBLISHED' : 'WITHDRAWN';
    offer.networks = networks;
    offer.version++;
    for (const booking of this.bookings) {
      if (booking.offer === at && OPEN.includes(booking.state) && !networks.includes(booking.network))
        this.close(booking, reason);
    }
  }

  /** Of what is ahead: whether too much is promised at some minute of it. */
  private noteOverCommitment(at: number): void {
    const { pool } = this.offers[at]!;
    if (!pool) return;
    const taken = this.takenOf(at);
    for (const booking of taken.filter(({ keptUntil }) => keptUntil > this.now)) {
      const ahead: Stretch = [Math.max(booking.start, this.now), booking.keptUntil];
      booking.overCommitted = usedRuns(taken, ahead).some(([, , used]) => used > pool.capacity);
    }
  }

  private request({ unit, offer: at, network, span, amount }: Extract<Act, { do: 'request' }>): Outcome {
    const offer = this.offers[at]!;
    const { terms, pool } = offer;
    if (!offer.networks.includes(network) || !this.networksOf(unit).includes(network)) return NOT_FOUND;
    if ((pool === null) !== (amount === null)) return BAD_INPUT;
    if (pool?.of === 'PIECES' && (amount ?? 0) % 1000 > 0) return BAD_INPUT;
    if (pool && (amount ?? 0) > pool.capacity) return { kind: 'ABOVE_CAPACITY', capacity: pool.capacity };
    const rules = rulesBroken(terms, span, this.now);
    if (rules.length > 0) {
      return {
        kind: 'RULE_BROKEN',
        rules,
        next: proposals(terms, this.inTheWay(at, amount), span, this.now),
      };
    }
    const taken = this.spanTaken(at, span, amount);
    if (taken) return taken;
    const [start, end] = span;
    const expires = Math.min(start, threeWorkingDaysAfter(this.now));
    const fresh = {
      state: 'REQUESTED',
      reason: null,
      expires,
      version: 1,
      wasConfirmed: false,
      overCommitted: false,
    };
    const { confirmation } = terms;
    const booking = {
      offer: at,
      requester: unit,
      network,
      start,
      end,
      keptUntil: end,
      amount,
      confirmation,
      ...fresh,
    };
    this.bookings.push(booking);
    if (terms.confirmation === 'AUTOMATIC') this.confirm(booking);
    else if (terms.confirmation === 'OWNER_AFTER_COMMITTEE' && MEMBERS[unit]?.convenes === network) {
      settle(booking, 'AWAITING_OWNER', null);
    }
    return GRANTED;
  }

  private spanTaken(at: number, [start, end]: Stretch, amount: number | null): Outcome | null {
    const { terms, pool } = this.offers[at]!;
    if (pool) return this.notEnough(at, [start, end], amount ?? 0);
    const kept = this.takenOf(at);
    const clashes = kept.filter((other) => start < other.keptUntil && other.start < end + gapOf(terms));
    if (clashes.length === 0) return null;
    const midnight = Math.floor(start / DAY) * DAY;
    return {
      kind: 'SPAN_TAKEN',
      clashes: clashes.map((other) => [other.start, other.end]),
      thatDay: freeStretches(terms, kept, [midnight, midnight + DAY], this.now),
      next: proposals(terms, kept, [start, end], this.now),
    };
  }

  private notEnough(at: number, [start, end]: Stretch, amount: number): Outcome | null {
    const { terms, pool } = this.offers[at]!;
    const capacity = pool?.capacity ?? 0;
    if (amount > capacity) return { kind: 'ABOVE_CAPACITY', capacity };
    const taken = this.takenOf(at);
    let free = capacity;
    for (let minute = start; minute < end + gapOf(terms); minute++) {
      free = Math.max(0, Math.min(free, capacity - usedAt(taken, minute)));
    }
    if (amount <= free) return null;
    const midnight = Math.floor(start / DAY) * DAY;
    const kept = this.inTheWay(at, amount);
    return {
      kind: 'NOT_ENOUGH_FREE',
      free,
      thatDay: freeStretches(terms, kept, [midnight, midnight + DAY], this.now),
      next: proposals(terms, kept, [start, end], this.now),
    };
  }

  private confirm(booking: ModelBooking): void {
    booking.keptUntil = booking.end + gapOf(this.offers[booking.offer]!.terms);
    booking.wasConfirmed = true;
    settle(booking, 'CONFIRMED', null);
  }

  private onBooking(act: Extract<Act, { booking: number }>): Outcome {
    const booking = this.bookings[act.booking]!;
    const isOwner = this.ownerOf(booking) === act.unit;
    const isCommittee = MEMBERS[act.unit]?.convenes === booking.network;
    const isRequester = booking.requester === act.unit;
    const isOpen = OPEN.includes(booking.state);
    const asksCommittee = booking.confirmation === 'OWNER_AFTER_COMMITTEE';
    if (!this.knows(act.unit, booking)) return NOT_FOUND;
    if (booking.version !== act.version) return STALE;
    switch (act.do) {
      case 'agree':
        if (!isCommittee) return FORBIDDEN;
        if (booking.state !== 'REQUESTED' || !asksCommittee || booking.expires <= this.now)
          return WRONG_STATE;
        return settle(booking, 'AWAITING_OWNER', null);
      case 'confirm':
        if (!isOwner) return FORBIDDEN;
        return this.confirmAndAnswerRivals(booking, act.rivals, asksCommittee);
      case 'decline':
        if (!isOwner && !(isCommittee && asksCommittee && booking.state === 'REQUESTED')) return FORBIDDEN;
        if (!isOpen) return WRONG_STATE;
        return settle(booking, 'DECLINED', isOwner ? 'OWNER_DECLINED' : 'COMMITTEE_DECLINED');
      case 'withdraw':
        if (!isRequester) return FORBIDDEN;
        return isOpen ? settle(booking, 'WITHDRAWN', null) : WRONG_STATE;
      case 'cancel':
        if (!isRequester && !isOwner) return FORBIDDEN;
        if (booking.state !== 'CONFIRMED' || booking.start <= this.now) return WRONG_STATE;
        return this.release(booking, null);
    }
  }

  private confirmAndAnswerRivals(
    booking: ModelBooking,
    answer: 'DECLINE' | 'KEEP',
    asksCommittee: boolean,
  ): Outcome {
    const confirmable = asksCommittee ? ['AWAITING_OWNER'] : OPEN;
    if (!confirmable.includes(booking.state) || booking.expires <= this.now) return WRONG_STATE;
    const taken = this.spanTaken(booking.offer, [booking.start, booking.end], booking.amount);
    if (taken) return taken;
    this.confirm(booking);
    const gap = gapOf(this.offers[booking.offer]!.terms);
    const rivals = this.bookings.filter(
      (other) =>
        other.offer === booking.offer &&
        this.waits(other) &&
        other.start < booking.end + gap &&
        booking.start < other.end + gap &&
        (other.amount === null ||
          this.notEnough(other.offer, [other.start, other.end], other.amount) !== null),
    );
    if (answer === 'DECLINE') for (const rival of rivals) settle(rival, 'DECLINED', 'CLASH');
    return { kind: 'GRANTED', rivals: rivals.map((rival) => this.bookings.indexOf(rival)) };
  }

  private release(booking: ModelBooking, reason: string | null): Outcome {
    settle(booking, 'CANCELLED', reason);
    booking.overCommitted = false;
    this.noteOverCommitment(booking.offer);
    return GRANTED;
  }

  private close(booking: ModelBooking, reason: string): void {
    if (this.waits(booking)) settle(booking, 'DECLINED', reason);
    else settle(booking, 'EXPIRED', null);
  }

  private suspend(unit: string, network: string): void {
    for (const booking of this.bookings) {
      const isTheirs = booking.requester === unit || this.ownerOf(booking) === unit;
      if (!isTheirs || booking.network !== network || booking.start <= this.now) continue;
      if (booking.state === 'CONFIRMED') this.release(booking, 'MEMBERSHIP_ENDED');
      else if (OPEN.includes(booking.state)) this.close(booking, 'MEMBERSHIP_ENDED');
    }
    for (const [at, offer] of this.offers.entries()) {
      if (offer.owner === unit && offer.networks.includes(network))
        this.show(
          at,
          offer.networks.filter((other) => other !== network),
          'MEMBERSHIP_ENDED',
        );
    }
    this.suspended.add(`${unit} ${network}`);
  }
}

function settle(booking: ModelBooking, state: string, reason: string | null): Outcome {
  booking.state = state;
  booking.reason = reason;
  booking.version++;
  return GRANTED;
}
