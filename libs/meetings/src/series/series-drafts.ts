import { instantAt, loadDayCalendar, localDayOf, MS_PER_MINUTE } from '#calendar';
import { found } from '#graphql';
import { timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { MeetingBookings } from '../booking/meeting-bookings.js';
import { SeriesVenue } from '../booking/series-venue.js';
import { placeSaid } from '../booking/venue-place.js';
import { type MeetingCall, QuorumRule } from '../meeting/meeting-call.entity.js';
import { Meeting, MeetingKind, MeetingState } from '../meeting/meeting.entity.js';
import { shiftedDeadline } from '../meeting/meeting-span.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MeetingService } from '../meeting/meeting.service.js';
import type { MeetingSeries } from './meeting-series.entity.js';
import { periodOf, seriesDays, type SeriesDay } from './series-days.js';
import { SERIES_WORDS } from './series.words.js';

/** So many are kept ahead: a year of quarters. */
const AHEAD = 4;

/** Keeps the drafts of a series as its rule and the calendar have them; what was called or changed by hand stays. */
@Injectable()
export class SeriesDrafts {
  constructor(
    private readonly meetings: MeetingRepository,
    private readonly service: MeetingService,
    private readonly bookings: MeetingBookings,
    private readonly venues: SeriesVenue,
  ) {}

  /** With the series locked, as it is and as it was before, and the rights of the committee. */
  async keep(tx: TenantTransaction, series: MeetingSeries, before = series): Promise<void> {
    const zone = await timeZoneOf(tx);
    const wanted = series.endedAt ? [] : await this.listWanted(tx, series, zone);
    const periodOfDay = (day: string | null) => day && periodOf(series.every, Temporal.PlainDate.from(day));
    const known = await this.list(tx, series.id);
    const own = known.filter(({ state, followsSeries }) => state === MeetingState.DRAFT && followsSeries);
    // What was called, changed or called off by hand has its period for itself.
    const settled = new Set(
      known.filter(({ followsSeries }) => !followsSeries).map(({ originalDay }) => periodOfDay(originalDay)),
    );
    const kept = new Set<string>();
    for (const day of wanted) {
      const period = periodOf(series.every, day.originalDay);
      if (settled.has(period)) continue;
      const draft = own.find(
        ({ id, originalDay, startsAt }) =>
          !kept.has(id) &&
          periodOfDay(originalDay) === period &&
          (!day.isToday || localDayOf(startsAt, zone).equals(day.day)),
      );
      const values = valuesOf(series, day, zone);
      if (draft) {
        kept.add(draft.id);
        await this.follow(tx, { series, before }, draft, values);
      } else if (!day.isToday) await this.draft(tx, series, values);
    }
    for (const { id } of own.filter((draft) => !kept.has(draft.id) && draft.startsAt > tx.now)) {
      await this.drop(tx, id);
    }
  }

  /** The days ahead, and today if it is one: its draft stays until it is over, and nothing comes to stand on it. */
  private async listWanted(
    tx: TenantTransaction,
    series: MeetingSeries,
    zone: string,
  ): Promise<(SeriesDay & { isToday: boolean })[]> {
    const today = localDayOf(tx.now, zone);
    const calendar = await loadDayCalendar((sql, parameters) => tx.query(sql, parameters));
    const days = seriesDays(series, today.subtract({ days: 1 }), AHEAD + 1, calendar).map((one) => ({
      ...one,
      isToday: one.day.equals(today),
    }));
    return days[0]?.isToday ? days : days.slice(0, AHEAD);
  }

  private list(tx: TenantTransaction, seriesId: string): Promise<Meeting[]> {
    return tx.manager.find(Meeting, {
      where: { regionId: tx.regionId, seriesId },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  private async draft(
    tx: TenantTransaction,
    series: MeetingSeries,
    values: ReturnType<typeof valuesOf>,
  ): Promise<void> {
    const { networkId, location } = series;
    const draft = await this.service.draft(tx, {
      values: { ...values, networkId, kind: MeetingKind.REGULAR, seriesId: series.id, followsSeries: true },
      call: {
        location,
        expectedHeads: null,
        about: null,
        agendaDeadline: null,
        quorumRule: QuorumRule.MORE_THAN_HALF,
        invitedUnitIds: [],
      },
    });
    await this.venues.keep(tx, series, draft);
  }

  /** What somebody wrote into it by hand, so that it says other than the series did, stays. */
  private async follow(
    tx: TenantTransaction,
    { series, before }: { series: MeetingSeries; before: MeetingSeries },
    draft: Meeting,
    { startsAt, endsAt, ...values }: ReturnType<typeof valuesOf>,
  ): Promise<void> {
    const call = await this.meetings.getCall(tx, draft.id);
    const title = draft.title === before.title ? series.title : draft.title;
    const followsPlace = isAt(call, before.location);
    // Nothing is put into the past: today's meeting stands when its new hour is over.
    const span =
      startsAt > tx.now ? { startsAt, endsAt } : { startsAt: draft.startsAt, endsAt: draft.endsAt };
    const isSame =
      (!followsPlace || isAt(call, series.location)) &&
      draft.title === title &&
      draft.startsAt.getTime() === span.startsAt.getTime() &&
      draft.endsAt.getTime() === span.endsAt.getTime() &&
      draft.isProvisional === values.isProvisional;
    if (isSame) return this.venues.keep(tx, series, draft);
    const wanted = await this.bookings.list(tx, draft.id);
    await this.bookings.follow(tx, draft, span, wanted);
    const place = followsPlace ? await placeSaid(tx, series.location, wanted) : {};
    const agendaDeadline = shiftedDeadline(call.agendaDeadline, draft.startsAt, span.startsAt);
    const changed = { ...values, ...span, title };
    await this.venues.keep(
      tx,
      series,
      await this.meetings.change(tx, draft, changed, { agendaDeadline, ...place }),
    );
  }

  /** By the rule, so that the period may have another. */
  private async drop(tx: TenantTransaction, id: string): Promise<void> {
    const draft = found(await tx.find(Meeting, id));
    const ended = { state: MeetingState.CANCELLED, cancelledAt: tx.now };
    await this.meetings.change(tx, draft, ended, { cancelReason: SERIES_WORDS.endedReason.zh });
  }
}

/** Where the series says; said nowhere, it is where its venue is. */
function isAt(call: Pick<MeetingCall, 'location' | 'locationFollows'>, location: string | null): boolean {
  return location === null ? call.location === null || call.locationFollows : call.location === location;
}

function valuesOf(series: MeetingSeries, { originalDay, day, isProvisional }: SeriesDay, zone: string) {
  const startsAt = instantAt(day, series.startsMinute, zone);
  return {
    title: series.title,
    startsAt,
    endsAt: new Date(startsAt.getTime() + series.minutes * MS_PER_MINUTE),
    originalDay: originalDay.toString(),
    isProvisional,
  };
}
