import type { ConnectionArgs, Page, TenantContext } from '#graphql';
import type { InboxKind } from '#inbox';
import { Parties } from '#network';
import { dateOf, Gathering } from '#reads';
import { ScheduleKind } from '../kind/schedule-kind.enum.js';
import type { ScheduleState } from '../kind/schedule-state.enum.js';
import { SCHEDULE_ORDER } from './schedule.statement.js';

/** Which part of a schedule is asked for; null for every kind, state and network. */
export interface ScheduleWish {
  readonly from: Date;
  /** Without that instant. */
  readonly to: Date;
  readonly kinds?: readonly ScheduleKind[] | null;
  readonly states?: readonly ScheduleState[] | null;
  readonly networkId?: string | null;
}

export interface ScheduleCount {
  readonly kind: ScheduleKind;
  readonly count: number;
}

/** What the statement tells of an entry, with times as JSON has them. */
interface Row {
  readonly kind: ScheduleKind;
  /** Its kind again; of a deadline that of what waits. */
  readonly source: string;
  readonly namedId: string;
  readonly thingId: string;
  readonly networkId: string;
  readonly unitId: string | null;
  readonly title: string;
  readonly place: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly day: string | null;
  readonly state: ScheduleState;
  readonly sequence: number;
  readonly changedAt: string | null;
  readonly details: Readonly<Record<string, string | null>> | null;
}

/** One thing that has its time. */
export interface ScheduleEntry extends Omit<Row, 'source' | 'startsAt' | 'endsAt' | 'changedAt'> {
  readonly schedule: Schedule;
  /** Of a deadline, what waits until then. */
  readonly waiting: InboxKind | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly changedAt: Date | null;
}

/** What has its time for one post, in one request. */
export class Schedule {
  readonly parties: Parties;
  private readonly gathering: Gathering<Row, ScheduleCount>;

  constructor(context: Pick<TenantContext, 'ask' | 'read'>, text: string, wish: ScheduleWish) {
    const { from, to, kinds = null, states = null, networkId = null } = wish;
    this.parties = new Parties(context);
    this.gathering = new Gathering(context, {
      text,
      name: 'schedule',
      list: SCHEDULE_ORDER,
      valuesOf: ({ regionId, now }) => [regionId, now, from, to, kinds, states, networkId],
    });
  }

  /** Throws BAD_USER_INPUT for a page that cannot be. */
  async page(args: ConnectionArgs): Promise<Page<ScheduleEntry>> {
    const { edges, ...page } = await this.gathering.page(args);
    return { ...page, edges: edges.map(({ cursor, node }) => ({ cursor, node: this.entryOf(node) })) };
  }

  /** The earliest so many. */
  async first(most: number): Promise<ScheduleEntry[]> {
    return (await this.gathering.first(most)).map((row) => this.entryOf(row));
  }

  async totalCount(): Promise<number> {
    return (await this.gathering.count()).totalCount;
  }

  async counts(): Promise<readonly ScheduleCount[]> {
    return (await this.gathering.count()).counts;
  }

  private entryOf({ source, startsAt, endsAt, changedAt, ...row }: Row): ScheduleEntry {
    return {
      ...row,
      schedule: this,
      waiting: row.kind === ScheduleKind.DEADLINE ? (source as InboxKind) : null,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      changedAt: dateOf(changedAt),
    };
  }
}
