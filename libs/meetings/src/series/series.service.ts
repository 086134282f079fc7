import { MS_PER_DAY } from '#calendar';
import { ApiError, expectVersion, found, refuseState } from '#graphql';
import { JobHandlers, JobQueue, Task } from '#jobs';
import { asCommittee, expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { expectVenue } from '../booking/expect-venue.js';
import { MeetingSeries } from './meeting-series.entity.js';
import { SeriesPeriod } from './series-days.js';
import { SeriesDrafts } from './series-drafts.js';
import type { CreateMeetingSeriesInput, UpdateMeetingSeriesInput } from './series.inputs.js';
import { SERIES_WORDS } from './series.words.js';

const KEEP_SERIES = new Task('keep-meeting-series', { seriesId: z.uuid() });

/** Meetings that come round: their drafts are made ahead, and looked at anew each day, as years are announced. */
@Injectable()
export class MeetingSeriesService implements OnModuleInit {
  constructor(
    private readonly drafts: SeriesDrafts,
    private readonly queue: JobQueue,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(KEEP_SERIES, (tx, { seriesId }) => this.keepDaily(tx, seriesId));
  }

  async create(tx: TenantTransaction, input: CreateMeetingSeriesInput): Promise<MeetingSeries> {
    const { at: startsMinute, location = null, venueId = null, monthOfQuarter = null, ...rule } = input;
    if (!tx.actor.convenedNetworkIds.includes(rule.networkId)) throw ApiError.notFound();
    await expectTakesPart(tx, [rule.networkId]);
    expectRule({ every: rule.every, monthOfQuarter });
    await expectVenue(tx, { networkId: rule.networkId, offerId: venueId }, 'input.venueId');
    const said = { ...rule, location, venueId, monthOfQuarter, startsMinute };
    const kept = { id: tx.newId(), endedAt: null, updatedAt: tx.now, version: 1 };
    const series = await tx.insert(MeetingSeries, { ...said, ...kept });
    await this.drafts.keep(tx, series);
    await this.schedule(tx, series);
    return series;
  }

  /** Drafts that follow the rule do so anew; called meetings, and what was changed by hand, stay. */
  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    input: UpdateMeetingSeriesInput,
  ): Promise<MeetingSeries> {
    const series = await this.takeVersion(tx, id, version);
    const { at, location, venueId, monthOfQuarter, ...others } = input;
    await expectVenue(tx, { networkId: series.networkId, offerId: venueId ?? null }, 'input.venueId');
    const said = Object.entries(others).filter(([, value]) => value !== undefined && value !== null);
    const every = input.every ?? series.every;
    const month = monthOfQuarter === undefined ? series.monthOfQuarter : monthOfQuarter;
    const changes = {
      ...(Object.fromEntries(said) as Partial<MeetingSeries>),
      ...(location === undefined ? {} : { location }),
      ...(venueId === undefined ? {} : { venueId }),
      startsMinute: at ?? series.startsMinute,
      // Of a month there is none, whatever it was before.
      monthOfQuarter: every === SeriesPeriod.MONTH && monthOfQuarter === undefined ? null : month,
      updatedAt: tx.now,
    };
    expectRule({ every, monthOfQuarter: changes.monthOfQuarter });
    const changed = await tx.update(MeetingSeries, series, changes);
    await this.drafts.keep(tx, changed, series);
    return changed;
  }

  /** No more drafts; those that follow it fall away, and called meetings stand. */
  async end(tx: TenantTransaction, id: string, version: number): Promise<MeetingSeries> {
    const series = await this.takeVersion(tx, id, version);
    const ended = await tx.update(MeetingSeries, series, { endedAt: tx.now, updatedAt: tx.now });
    await this.drafts.keep(tx, ended);
    return ended;
  }

  private async takeVersion(tx: TenantTransaction, id: string, version: number): Promise<MeetingSeries> {
    const { networkId } = found(await tx.find(MeetingSeries, id));
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    const series = found(await tx.lock(MeetingSeries, id));
    expectVersion(series, version);
    if (series.endedAt) refuseState({ state: 'ENDED' }, SERIES_WORDS.hasEnded);
    return series;
  }

  /** As the platform, in the name of the committee. */
  private async keepDaily(tx: TenantTransaction, id: string): Promise<void> {
    const [networkId] = await this.networkOf(tx, id);
    if (!networkId) return;
    await asCommittee(tx, networkId, async () => {
      const series = found(await tx.lock(MeetingSeries, id));
      if (series.endedAt) return;
      await this.drafts.keep(tx, series);
      await this.schedule(tx, series);
    });
  }

  /** The committee may convene several networks; a series is seen with the rights of the one that is its own. */
  private async networkOf(tx: TenantTransaction, id: string): Promise<string[]> {
    for (const networkId of tx.actor.memberNetworkIds) {
      const series = await asCommittee(tx, networkId, () => tx.find(MeetingSeries, id));
      if (series) return [networkId];
    }
    return [];
  }

  private schedule(tx: TenantTransaction, { id }: MeetingSeries): Promise<void> {
    const runAt = new Date(tx.now.getTime() + MS_PER_DAY);
    return this.queue.add(tx, KEEP_SERIES, {
      unitId: tx.actor.unitId,
      ids: { seriesId: id },
      runAt,
      key: id,
    });
  }
}

/** @throws ApiError BAD_USER_INPUT for a quarter without its month, and a month with one */
function expectRule({ every, monthOfQuarter }: Pick<MeetingSeries, 'every' | 'monthOfQuarter'>): void {
  const isOfQuarter = every === SeriesPeriod.QUARTER;
  if (isOfQuarter === (monthOfQuarter !== null)) return;
  const message = isOfQuarter ? SERIES_WORDS.monthOfQuarterNeeded : SERIES_WORDS.monthOfMonth;
  throw ApiError.badInput([{ path: 'input.monthOfQuarter', message }]);
}
