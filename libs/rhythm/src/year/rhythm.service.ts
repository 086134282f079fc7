import { instantAt, loadDayCalendar, localDayOf, type Span } from '#calendar';
import type { Words } from '#graphql';
import { Membership, MembershipRole, Network, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Beat, MONTHS_OF } from '../beat/beat.js';
import { Beats, Standing, type Happening, type Look } from '../beat/beats.js';
import { judge, RhythmState, type Judged } from '../period/judge.js';
import { isWithin, periodsOf, type Period } from '../period/period.js';
import { expectYear } from './expect-year.js';
import { writeLack } from './rhythm-lack.js';

/** One month, two or three of a network, as the actor may see them. */
export interface RhythmPeriod {
  readonly beat: Beat;
  readonly state: RhythmState;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly warnFrom: string;
  readonly isProvisional: boolean;
  readonly held: number;
  readonly ahead: number;
  /** Null for others than the committee. */
  readonly composed: number | null;
  /** What is lacking; null when nothing is. */
  readonly message: Words | null;
  readonly note: Words | null;
  readonly happenings: readonly Happening[];
}

export interface Rhythm {
  readonly network: Network;
  readonly year: number;
  readonly startedOn: string | null;
  readonly periods: readonly RhythmPeriod[];
}

/** What a network is judged by, whichever period it is. */
interface Bearings {
  readonly today: Temporal.PlainDate;
  readonly startedOn: Temporal.PlainDate | null;
  readonly calendar: Awaited<ReturnType<typeof loadDayCalendar>>;
  readonly zone: string;
  readonly isCommittee: boolean;
}

/** Watches what comes round in a network; it shows and warns, and mends nothing by itself. */
@Injectable()
export class RhythmService {
  constructor(private readonly beats: Beats) {}

  /**
   * A year of the calendar, by beat and time; null for a network whose published things one does not read.
   * @throws ApiError BAD_USER_INPUT for a year outside 2000 to 2199
   */
  async find(tx: TenantTransaction, networkId: string, year?: number | null): Promise<Rhythm | null> {
    expectYear(year);
    const network = readsNetwork(tx, networkId) ? await tx.find(Network, networkId) : null;
    if (!network) return null;
    const bearings = await takeBearings(tx, networkId);
    const { today, startedOn } = bearings;
    const asked = year ?? today.year;
    const looked = await this.look(tx, networkId, (beat) => periodsOf(asked, MONTHS_OF[beat]), bearings);
    return { network, year: asked, startedOn: startedOn?.toString() ?? null, periods: looked };
  }

  /** What the present month, two months and quarter still lack. Nothing for others than the committee: it alone is warned. */
  async listWarnings(
    tx: TenantTransaction,
    { network: { id }, year, periods }: Rhythm,
  ): Promise<RhythmPeriod[]> {
    if (!tx.actor.convenedNetworkIds.includes(id)) return [];
    const today = localDayOf(tx.now, await timeZoneOf(tx)).toString();
    const present = year === Number(today.slice(0, 4)) ? periods : ((await this.find(tx, id))?.periods ?? []);
    return present.filter(
      ({ firstDay, lastDay, message }) => message !== null && firstDay <= today && today <= lastDay,
    );
  }

  private async look(
    tx: TenantTransaction,
    networkId: string,
    periodsFor: (beat: Beat) => Period[],
    bearings: Bearings,
  ): Promise<RhythmPeriod[]> {
    const all: RhythmPeriod[] = [];
    for (const [beat, watch] of this.beats.list()) {
      const periods = periodsFor(beat);
      const look = await watch(tx, networkId, spanOf(periods, bearings.zone));
      all.push(...periods.map((period) => judgeOne(beat, period, look, bearings)));
    }
    const order = Object.values(Beat);
    return all.toSorted((one, other) => order.indexOf(one.beat) - order.indexOf(other.beat));
  }
}

function judgeOne(beat: Beat, period: Period, look: Look, bearings: Bearings): RhythmPeriod {
  const { zone, isCommittee } = bearings;
  const happenings = look.happenings
    .filter(({ startsAt }) => isWithin(period, localDayOf(startsAt, zone)))
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const count = (wanted: Standing): number =>
    happenings.filter(({ counts, standing }) => counts && standing === wanted).length;
  const [held, ahead, composed] = [Standing.HELD, Standing.AHEAD, Standing.COMPOSED].map(count) as [
    number,
    number,
    number,
  ];
  const judged = judge(period, { held, ahead }, bearings);
  const dated = write(period, judged);
  return {
    beat,
    ...dated,
    held,
    ahead,
    composed: isCommittee ? composed : null,
    message: writeLack({ beat, ...dated, composed: isCommittee ? composed : 0 }),
    note: look.notes?.get(dated.firstDay) ?? null,
    happenings,
  };
}

function write({ firstDay, lastDay }: Period, { warnFrom, ...judged }: Judged) {
  return {
    ...judged,
    firstDay: firstDay.toString(),
    lastDay: lastDay.toString(),
    warnFrom: warnFrom.toString(),
  };
}

async function takeBearings(tx: TenantTransaction, networkId: string): Promise<Bearings> {
  const zone = await timeZoneOf(tx);
  const calendar = await loadDayCalendar((sql, parameters) => tx.query(sql, parameters));
  const where = { regionId: tx.regionId, networkId, role: MembershipRole.CONVENER };
  const convener = await tx.manager.findOneBy(Membership, where);
  const startedOn = convener?.activeSince ? localDayOf(convener.activeSince, zone) : null;
  const isCommittee = tx.actor.convenedNetworkIds.includes(networkId);
  return { today: localDayOf(tx.now, zone), startedOn, calendar, zone, isCommittee };
}

function spanOf(periods: readonly Period[], zone: string): Span {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) throw new Error('There is nothing to look at.');
  return {
    startsAt: instantAt(first.firstDay, 0, zone),
    endsAt: instantAt(last.lastDay.add({ days: 1 }), 0, zone),
  };
}

/** As `app.reading_network_ids()` in row policies. */
function readsNetwork({ actor }: TenantTransaction, networkId: string): boolean {
  return actor.memberNetworkIds.includes(networkId) || actor.scopeNetworkIds.includes(networkId);
}
