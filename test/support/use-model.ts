import { DAY, isWorkday, type Minute } from './booking-minutes.js';

/** A booking of a bus with 45 seats, confirmed before the play begins. */
export interface ModelUse {
  readonly from: Minute;
  readonly to: Minute;
  readonly owner: string;
  readonly requester: string;
  readonly network: string;
  readonly heads: number | null;
  state: 'CONFIRMED' | 'IN_USE' | 'COMPLETED' | 'NO_SHOW';
  handedOver: Minute | null;
  handedOverBy: string | null;
  returned: Minute | null;
  came: number | null;
  assumedAt: Minute | null;
  noShow: 'RECORDED' | 'CONTESTED' | 'UPHELD' | 'OVERTURNED' | 'TAKEN_BACK' | null;
  contestUntil: Minute;
}

export type UseAct =
  | { do: 'handOver'; unit: string; booking: number; at: Minute }
  | {
      do: 'return';
      unit: string;
      booking: number;
      handedOver: Minute | null;
      returned: Minute | null;
      /** Undefined: nothing is said of them; null: they are not known after all. */
      heads: number | null | undefined;
    }
  | { do: 'undo' | 'noShow' | 'contest' | 'uphold' | 'overturn'; unit: string; booking: number }
  | { do: 'wait'; minutes: number };

/** The rules of use as a plain reader would write them: one booking after the other, minute for minute. */
export class UseModel {
  now: Minute = 0;

  constructor(readonly bookings: ModelUse[]) {}

  play(act: UseAct): string {
    if (act.do === 'wait') return this.wait(act.minutes);
    const booking = this.bookings[act.booking]!;
    const isCommittee = act.unit === `${booking.network}-committee`;
    const isSide = act.unit === booking.owner || act.unit === booking.requester;
    if (!isCommittee && !isSide) return 'NOT_FOUND';
    switch (act.do) {
      case 'handOver':
        return isSide ? this.handOver(booking, act.at, act.unit) : 'FORBIDDEN';
      case 'undo':
        return isSide ? this.undo(booking, act.unit) : 'FORBIDDEN';
      case 'return':
        return isSide ? this.return(booking, act) : 'FORBIDDEN';
      case 'noShow':
        return act.unit === booking.owner ? this.recordNoShow(booking) : 'FORBIDDEN';
      case 'contest':
        return act.unit === booking.requester ? this.contest(booking) : 'FORBIDDEN';
      default:
        return isCommittee ? this.rule(booking, act.do) : 'FORBIDDEN';
    }
  }

  /** What has been lent by what is known now, in minutes and head-minutes, by owner and network. */
  sums(): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { owner, network, handedOver, returned, came } of this.bookings) {
      if (handedOver === null || returned === null) continue;
      for (const [measure, times] of [
        ['HOURS', 1],
        ['HEAD_HOURS', Math.min(came ?? 0, 45)],
      ] as const) {
        const key = `${owner} ${network} ${measure}`;
        sums[key] = (sums[key] ?? 0) + times * (returned - handedOver);
      }
    }
    return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum > 0));
  }

  private wait(minutes: number): string {
    this.now += minutes;
    for (const booking of this.bookings) {
      const isOpen = booking.state === 'CONFIRMED' || booking.state === 'IN_USE';
      if (isOpen && booking.to + DAY <= this.now) this.assume(booking);
    }
    return 'GRANTED';
  }

  private assume(booking: ModelUse): void {
    const { handedOver, from, to } = booking;
    const started = handedOver !== null && handedOver < to ? handedOver : from;
    Object.assign(booking, { state: 'COMPLETED', handedOver: started, returned: to, came: booking.heads });
    booking.assumedAt = this.now;
  }

  private handOver(booking: ModelUse, at: Minute, unit: string): string {
    if (booking.state !== 'CONFIRMED' && booking.state !== 'IN_USE') return 'WRONG_STATE';
    if (at < booking.from - 120 || at > this.now) return 'BAD_USER_INPUT';
    if (booking.handedOverBy !== booking.owner) booking.handedOverBy = unit;
    Object.assign(booking, { state: 'IN_USE', handedOver: at });
    return 'GRANTED';
  }

  private undo(booking: ModelUse, unit: string): string {
    if (booking.state !== 'IN_USE') return 'WRONG_STATE';
    if (booking.handedOverBy !== unit) return 'FORBIDDEN';
    Object.assign(booking, { state: 'CONFIRMED', handedOver: null, handedOverBy: null });
    return 'GRANTED';
  }

  private return(booking: ModelUse, act: Extract<UseAct, { do: 'return' }>): string {
    if (booking.state === 'NO_SHOW' && act.unit !== booking.owner) return 'WRONG_STATE';
    const handedOver = act.handedOver ?? booking.handedOver ?? booking.from;
    const returned = act.returned ?? booking.returned ?? this.now;
    if (handedOver < booking.from - 120 || handedOver > this.now) return 'BAD_USER_INPUT';
    if (returned > this.now || returned <= handedOver) return 'BAD_USER_INPUT';
    if (booking.noShow === 'UPHELD') return 'WRONG_STATE';
    if (booking.state === 'NO_SHOW') booking.noShow = 'TAKEN_BACK';
    const known = booking.returned === null ? booking.heads : booking.came;
    const came = act.heads === undefined ? known : act.heads;
    if ((came ?? 0) > 45 && (came ?? 0) > (booking.heads ?? 0)) return 'BAD_USER_INPUT';
    Object.assign(booking, { state: 'COMPLETED', handedOver, returned, came, assumedAt: null });
    return 'GRANTED';
  }

  private recordNoShow(booking: ModelUse): string {
    if (booking.state === 'NO_SHOW') return 'WRONG_STATE';
    if (booking.state === 'IN_USE' && booking.handedOverBy === booking.owner) return 'WRONG_STATE';
    if (booking.from > this.now) return 'WRONG_STATE';
    if (booking.state === 'COMPLETED') {
      if (booking.assumedAt === null || booking.noShow !== null) return 'WRONG_STATE';
      if (this.now >= afterWorkdays(booking.assumedAt, 3)) return 'WRONG_STATE';
    }
    const nothing = { handedOver: null, handedOverBy: null, returned: null, came: null, assumedAt: null };
    Object.assign(booking, { state: 'NO_SHOW', noShow: 'RECORDED', ...nothing });
    booking.contestUntil = afterWorkdays(this.now, 3);
    return 'GRANTED';
  }

  private contest(booking: ModelUse): string {
    if (booking.noShow !== 'RECORDED' || this.now >= booking.contestUntil) return 'WRONG_STATE';
    booking.noShow = 'CONTESTED';
    return 'GRANTED';
  }

  private rule(booking: ModelUse, ruling: 'uphold' | 'overturn'): string {
    if (booking.noShow !== 'CONTESTED') return 'WRONG_STATE';
    booking.noShow = ruling === 'uphold' ? 'UPHELD' : 'OVERTURNED';
    if (ruling === 'overturn') this.assume(booking);
    return 'GRANTED';
  }
}

function afterWorkdays(from: Minute, count: number): Minute {
  let at = from;
  for (let left = count; left > 0;) {
    at += DAY;
    if (isWorkday(at)) left -= 1;
  }
  return at;
}
