import { MEMBERS, type Act, type ModelBooking, type Outcome } from './booking-acts.js';
import { BookingClosures } from './booking-closures.js';
import {
  BAD_INPUT,
  FORBIDDEN,
  GRANTED,
  NOT_FOUND,
  OPEN,
  settle,
  STALE,
  WISHED,
  WRONG_STATE,
} from './booking-ledger.js';
import { gapOf, proposals, rulesBroken, type Kept, type Stretch } from './booking-minutes.js';

interface Wish {
  unit: string;
  offer: number;
  network: string;
  span: Stretch;
  amount: number | null;
  waits: boolean;
}

/** Bookings as the rules read when written down plainly; slow, and without a line of the product's code. */
export class BookingModel extends BookingClosures {
  /** A refused act leaves everything as it was. */
  play(act: Act): Outcome {
    const before = structuredClone(this.bookings);
    const outcome = this.attempt(act);
    if (outcome.kind !== 'GRANTED') this.bookings.splice(0, this.bookings.length, ...before);
    return outcome;
  }

  private attempt(act: Act): Outcome {
    switch (act.do) {
      case 'create':
        return this.create(act);
      case 'request':
        return this.request(act);
      case 'publish':
      case 'withdrawOffer':
      case 'change':
      case 'resize':
      case 'except':
        return this.onOffer(act);
      case 'close':
        return this.closeSpan(act);
      case 'lift':
        return this.lift(act);
      case 'suspend':
        this.suspend(act.unit, act.network);
        return GRANTED;
      case 'resume':
        this.suspended.delete(`${act.unit} ${act.network}`);
        return GRANTED;
      case 'wait':
        this.now += act.minutes;
        return GRANTED;
      case 'lapse':
        return this.lapse(this.bookings[act.booking]!);
      default:
        return this.onBooking(act);
    }
  }

  private create({ unit, pool: shared, terms }: Extract<Act, { do: 'create' }>): Outcome {
    const pool = shared && { ...shared };
    this.offers.push({ owner: unit, pool, state: 'DRAFT', networks: [], terms, exceptions: [], version: 1 });
    return GRANTED;
  }

  private onOffer(
    act: Extract<Act, { do: 'publish' | 'withdrawOffer' | 'change' | 'resize' | 'except' }>,
  ): Outcome {
    const offer = this.offers[act.offer]!;
    const networks = act.do === 'publish' ? act.networks : [];
    if (networks.some((network) => !this.networksOf(act.unit).includes(network))) return NOT_FOUND;
    if (!this.sees(act.unit, offer)) return NOT_FOUND;
    if (offer.owner !== act.unit) return FORBIDDEN;
    if (offer.version !== act.version) return STALE;
    if (act.do === 'change') {
      offer.terms = { ...offer.terms, ...act.terms };
      offer.version++;
      const letIn = ['hours', 'slotMinutes', 'longestMinutes', 'bufferBeforeMinutes', 'bufferAfterMinutes'];
      if (letIn.some((term) => term in act.terms)) this.handOn(act.offer, [this.ahead()]);
      return GRANTED;
    }
    if (act.do === 'except') {
      offer.exceptions = act.exceptions;
      offer.version++;
      this.handOn(act.offer, [this.ahead()]);
      return GRANTED;
    }
    if (act.do === 'resize') {
      if (offer.pool) offer.pool.capacity = act.capacity;
      offer.version++;
      this.noteOverCommitment(act.offer);
      this.handOn(act.offer, [this.ahead()]);
      return GRANTED;
    }
    if (act.do === 'withdrawOffer' && offer.state !== 'PUBLISHED') return WRONG_STATE;
    this.show(act.offer, networks);
    return GRANTED;
  }

  private ahead(): Kept {
    return { start: this.now, end: Infinity, keptUntil: Infinity };
  }

  private show(at: number, networks: string[], reason = 'OFFER_WITHDRAWN'): void {
    const offer = this.offers[at]!;
    offer.state = networks.length > 0 ? 'PUBLISHED' : 'WITHDRAWN';
    offer.networks = networks;
    offer.version++;
    const hidden = this.bookings.filter(
      ({ offer: of, state, network }) => of === at && WISHED.includes(state) && !networks.includes(network),
    );
    const freed = hidden.flatMap((booking) => this.close(booking, reason));
    this.handOn(at, freed);
  }

  private request(act: Extract<Act, { do: 'request' }>): Outcome {
    const { networks } = this.offers[act.offer]!;
    if (!networks.includes(act.network) || !this.networksOf(act.unit).includes(act.network)) return NOT_FOUND;
    return this.ask(act, []);
  }

  /** Adds to `freed` what it gives up; to be handed on when all of the act is done. */
  private ask(
    { unit, offer: at, network, span, amount, waits }: Wish,
    replaced: ModelBooking[],
    freed: Kept[] = [],
  ): Outcome {
    const { terms, pool } = this.offers[at]!;
    if ((pool === null) !== (amount === null)) return BAD_INPUT;
    if (pool?.of === 'PIECES' && (amount ?? 0) % 1000 > 0) return BAD_INPUT;
    if (pool && (amount ?? 0) > pool.capacity) return { kind: 'ABOVE_CAPACITY', capacity: pool.capacity };
    const broken = this.ruleBroken(at, span, amount);
    if (broken) return broken;
    const taken = this.spanTaken(at, span, amount, replaced);
    if (taken && !waits) return taken;
    const [start, end] = span;
    const { confirmation } = terms;
    const asksCommittee = confirmation === 'OWNER_AFTER_COMMITTEE';
    const agreed = asksCommittee && MEMBERS[unit]?.convenes === network;
    const fresh = { reason: null, version: 1, wasConfirmed: false, holds: false, overCommitted: false };
    const booking: ModelBooking = {
      ...fresh,
      offer: at,
      requester: unit,
      network,
      start,
      end,
      keptUntil: end,
      amount,
      confirmation,
      agreed,
      state: taken ? 'WAITLISTED' : 'REQUESTED',
      expires: this.lapseOf(taken ? start : this.expiryOf(start), replaced),
      number: 1 + Math.max(0, ...this.waitingFor(at).map(({ number }) => number)),
      replaces: replaced[0] ? this.bookings.indexOf(replaced[0]) : null,
    };
    this.bookings.push(booking);
    if (taken) return GRANTED;
    if (confirmation === 'AUTOMATIC') {
      freed.push(...this.giveUpReplaced(booking));
      this.confirm(booking);
      return GRANTED;
    }
    if (terms.requestsHold) this.hold(booking);
    if (agreed) pass(booking);
    return GRANTED;
  }

  private ruleBroken(
    at: number,
    span: Stretch,
    amount: number | null,
    settled: string[] = [],
  ): Outcome | null {
    const terms = this.rulesOf(at);
    const rules = rulesBroken(terms, span, this.now).filter((rule) => !settled.includes(rule));
    if (rules.length === 0) return null;
    return { kind: 'RULE_BROKEN', rules, next: proposals(terms, this.inTheWay(at, amount), span, this.now) };
  }

  private onBooking(act: Exclude<Extract<Act, { booking: number }>, { do: 'lapse' }>): Outcome {
    const booking = this.bookings[act.booking]!;
    const isOwner = this.ownerOf(booking) === act.unit;
    const isCommittee = MEMBERS[act.unit]?.convenes === booking.network;
    const isRequester = booking.requester === act.unit;
    const isWished = WISHED.includes(booking.state);
    const asksCommittee = booking.confirmation === 'OWNER_AFTER_COMMITTEE';
    if (!this.knows(act.unit, booking)) return NOT_FOUND;
    if (booking.version !== act.version) return STALE;
    switch (act.do) {
      case 'agree':
        if (!isCommittee) return FORBIDDEN;
        if (booking.state !== 'REQUESTED' || !asksCommittee || booking.expires <= this.now)
          return WRONG_STATE;
        return pass(booking);
      case 'confirm':
        if (!isOwner) return FORBIDDEN;
        return this.confirmAndAnswerRivals(booking, act.rivals, asksCommittee);
      case 'decline':
        if (!isOwner && !(isCommittee && asksCommittee && booking.state === 'REQUESTED')) return FORBIDDEN;
        if (!isWished) return WRONG_STATE;
        return this.endAndHandOn(booking, 'DECLINED', isOwner ? 'OWNER_DECLINED' : 'COMMITTEE_DECLINED');
      case 'withdraw':
        if (!isRequester) return FORBIDDEN;
        return isWished ? this.endAndHandOn(booking, 'WITHDRAWN') : WRONG_STATE;
      case 'cancel':
        if (!isRequester && !isOwner) return FORBIDDEN;
        if (booking.state !== 'CONFIRMED' || booking.start <= this.now) return WRONG_STATE;
        return this.endAndHandOn(booking, 'CANCELLED');
      case 'move':
      case 'reword': {
        if (!isRequester) return FORBIDDEN;
        const isAhead = booking.state === 'CONFIRMED' && booking.start > this.now;
        const isLapsed = isWished && booking.expires <= this.now;
        if (isLapsed || (!isWished && !isAhead)) return WRONG_STATE;
        if (act.do === 'move') return this.move(booking, act.span, act.waits);
        booking.version++;
        return GRANTED;
      }
      case 'displace':
        if (!isCommittee) return FORBIDDEN;
        if (booking.state !== 'CONFIRMED' || booking.end <= this.now) return WRONG_STATE;
        return this.displace(booking, act.takesOver ? act.unit : null);
    }
  }

  private confirmAndAnswerRivals(
    booking: ModelBooking,
    answer: 'DECLINE' | 'WAITLIST' | 'KEEP',
    asksCommittee: boolean,
  ): Outcome {
    const { offer: at, start, end, amount } = booking;
    const confirmable = asksCommittee ? ['AWAITING_OWNER'] : OPEN;
    if (!confirmable.includes(booking.state) || booking.expires <= this.now) return WRONG_STATE;
    const rivals = this.rivalsOf(booking);
    const given = [booking, ...rivals];
    const taken = this.spanTaken(at, [start, end], amount, [...given, ...this.replacedBy(booking)]);
    if (taken) return taken;
    const freed: Kept[] = given.filter(({ holds }) => holds).map((one) => ({ ...one }));
    booking.holds = false;
    freed.push(...this.giveUpReplaced(booking));
    this.confirm(booking);
    const answered = rivals.filter((rival) => this.waits(rival));
    for (const rival of rivals) this.answerRival(rival, answer);
    if (freed.length > 0) this.noteOverCommitment(at);
    this.handOn(at, freed);
    return { kind: 'GRANTED', rivals: answered.map((rival) => this.bookings.indexOf(rival)) };
  }

  /** Who cannot stand beside this one once it is confirmed. */
  private rivalsOf(booking: ModelBooking): ModelBooking[] {
    const { offer: at, start, end, amount } = booking;
    const inTheWay = this.clashes(at, [start, end]);
    const gap = gapOf(this.offers[at]!.terms);
    const near = this.bookings.filter((other) => {
      if (other.offer !== at || other === booking || !OPEN.includes(other.state)) return false;
      const isNear = other.start < end + gap && start < other.end + gap;
      return inTheWay.includes(other) || (isNear && this.waits(other));
    });
    if (amount === null) return near;
    const firm = this.takenOf(at, this.replacedBy(booking)).filter(({ state }) => state === 'CONFIRMED');
    const wanted = { ...booking, keptUntil: end + gap };
    const beaten = near.filter((other) => {
      const beside = [...firm, wanted].filter((one) => !this.replacedBy(other).includes(one));
      return !other.holds && (other.amount ?? 0) > this.leftIn(at, [other.start, other.end], beside);
    });
    const giving = this.givingWayTo(booking, near);
    return near.filter((other) => beaten.includes(other) || giving.includes(other));
  }

  /** Whoever holds a part of a pool keeps it if it was asked for early enough; what has lapsed is not kept. */
  private givingWayTo(booking: ModelBooking, near: ModelBooking[]): ModelBooking[] {
    const { offer: at, start, end, amount } = booking;
    const holders = near.filter(({ holds }) => holds);
    const kept = this.takenOf(at, [booking, ...holders, ...this.replacedBy(booking)]);
    return holders.filter((holder) => {
      const fits = (amount ?? 0) <= this.leftIn(at, [start, end], [...kept, holder]);
      if (fits && this.waits(holder)) kept.push(holder);
      return !(fits && this.waits(holder));
    });
  }

  private answerRival(rival: ModelBooking, answer: 'DECLINE' | 'WAITLIST' | 'KEEP'): void {
    if (!this.waits(rival)) {
      settle(rival, 'EXPIRED', null);
    } else if (answer === 'DECLINE') {
      settle(rival, 'DECLINED', 'CLASH');
    } else if (answer === 'WAITLIST') {
      const last = this.waitingFor(rival.offer).at(-1)?.number ?? 0;
      settle(rival, 'WAITLISTED', null);
      rival.number = last + 1;
      rival.expires = this.lapseOf(rival.start, this.replacedBy(rival));
    } else if (rival.holds) {
      rival.holds = false;
      rival.overCommitted = false;
      rival.version++;
    }
  }

  private move(booking: ModelBooking, span: Stretch, waits: boolean): Outcome {
    const { offer: at, network, requester: unit, amount } = booking;
    const [start, end] = span;
    const isConfirmed = booking.state === 'CONFIRMED';
    const place = this.bookings.indexOf(booking);
    const pending = this.bookings.filter(
      ({ replaces, state }) => replaces === place && WISHED.includes(state),
    );
    const outdated = isConfirmed ? pending : [booking];
    if (start === booking.start && end === booking.end && pending.length === 0) return BAD_INPUT;
    const [confirmed] = isConfirmed ? [booking] : this.replacedBy(booking);
    if (confirmed && confirmed.start <= start && end <= confirmed.end)
      return this.keep(outdated, confirmed, span);
    if (!this.networksOf(unit).includes(network)) return NOT_FOUND;
    if (!this.offers[at]!.networks.includes(network)) return WRONG_STATE;
    const replaced = isConfirmed ? [booking] : this.replacedBy(booking);
    const freed = outdated.flatMap((one) => this.end(one, 'WITHDRAWN', 'MOVED'));
    const asked = this.ask({ unit, offer: at, network, span, amount, waits }, replaced, freed);
    if (asked.kind !== 'GRANTED') return asked;
    const moved = this.bookings.length - 1;
    this.handOn(at, freed);
    return { kind: 'GRANTED', moved };
  }

  /** It stays confirmed, and the wishes to move it are gone. */
  private keep(wishes: ModelBooking[], confirmed: ModelBooking, [start, end]: Stretch): Outcome {
    const { offer: at } = confirmed;
    const freed = wishes.flatMap((wish) => this.end(wish, 'WITHDRAWN', 'MOVED'));
    if (start !== confirmed.start || end !== confirmed.end) {
      const broken = this.ruleBroken(at, [start, end], confirmed.amount, ['OUTSIDE_HOURS', 'CLOSED']);
      if (broken) return broken;
      freed.push({ ...confirmed });
      const keptUntil = Math.min(confirmed.keptUntil, end + gapOf(this.offers[at]!.terms));
      Object.assign(confirmed, { start, end, keptUntil, version: confirmed.version + 1 });
      this.noteOverCommitment(at);
    }
    this.handOn(at, freed);
    return { kind: 'GRANTED', moved: this.bookings.indexOf(confirmed) };
  }

  private displace(booking: ModelBooking, unit: string | null): Outcome {
    const { offer: at, start, end, amount, overCommitted } = booking;
    const inTheWay = this.inTheWay(at, amount);
    const proposed = proposals(this.rulesOf(at), inTheWay, [start, end], this.now);
    settle(booking, 'DISPLACED', 'EMERGENCY');
    if (unit === null) this.noteOverCommitment(at);
    if (unit !== null) {
      const { confirmation } = this.offers[at]!.terms;
      const own = {
        requester: unit,
        confirmation,
        state: 'CONFIRMED',
        reason: null,
        version: 2,
        expires: end,
      };
      this.bookings.push({ ...booking, ...own, replaces: null, agreed: false, overCommitted });
    }
    return { kind: 'GRANTED', proposed };
  }

  /** Notes that nobody has answered in time. */
  private lapse(booking: ModelBooking): Outcome {
    if (!WISHED.includes(booking.state) || booking.expires > this.now) return GRANTED;
    return this.endAndHandOn(booking, 'EXPIRED');
  }

  private endAndHandOn(booking: ModelBooking, state: string, reason: string | null = null): Outcome {
    this.handOn(booking.offer, this.end(booking, state, reason));
    return GRANTED;
  }

  private suspend(unit: string, network: string): void {
    for (const [at, offer] of this.offers.entries()) {
      if (offer.owner === unit && offer.networks.includes(network))
        this.show(
          at,
          offer.networks.filter((other) => other !== network),
          'MEMBERSHIP_ENDED',
        );
    }
    const freed = this.bookings.map((booking) => {
      const isTheirs = booking.requester === unit || this.ownerOf(booking) === unit;
      if (!isTheirs || booking.network !== network || booking.start <= this.now) return [];
      if (booking.state === 'CONFIRMED') return this.end(booking, 'CANCELLED', 'MEMBERSHIP_ENDED');
      return WISHED.includes(booking.state) ? this.close(booking, 'MEMBERSHIP_ENDED') : [];
    });
    for (const at of this.offers.keys()) {
      this.handOn(
        at,
        freed.flatMap((some, booking) => (this.bookings[booking]?.offer === at ? some : [])),
      );
    }
    this.suspended.add(`${unit} ${network}`);
  }
}

/** The committee passes it on to the owner. */
function pass(booking: ModelBooking): Outcome {
  booking.state = 'AWAITING_OWNER';
  booking.agreed = true;
  booking.version++;
  return GRANTED;
}
