import { ApiError, found } from '#graphql';
import { asCommittee, expectTakesPart, holdMembers, Network, notMember, timeZoneOf } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishDates } from '../dish/dish-dates.js';
import { expectLinks, placeOf, SILENT, UNTOUCHED } from '../dish/dish.draft.js';
import { Dish, DishState } from '../dish/dish.entity.js';
import { convenes } from '../dish/dish.policy.js';
import { DishHosts } from '../host/dish-hosts.js';
import { MenuRepository } from '../menu/menu.repository.js';
import { monthOf, spanOfMonth } from '../menu/month.js';
import { expectNoClash } from './expect-no-clash.js';
import { spanPast } from './past-dates.js';
import type { RecordDishInput } from './record-dish.inputs.js';
import { DISH_RECORD_WORDS } from './record.words.js';

/** After the fact (补录): an activity that was held and stood on no menu. No version tells of it, as those announce what is ahead. */
@Injectable()
export class DishRecord {
  constructor(
    private readonly dates: DishDates,
    private readonly hosts: DishHosts,
    private readonly menus: MenuRepository,
  ) {}

  /** What the committee writes down, for itself or for a unit that led it, is published at once; what a unit does, it takes first. */
  async record(tx: TenantTransaction, past: RecordDishInput): Promise<Dish> {
    const { networkId, hostUnitIds } = past;
    await expectTakesPart(tx, [networkId]);
    expectHosts(tx, hostUnitIds, await holdMembers(tx, networkId, hostUnitIds));
    const isCommittees = tx.actor.role === 'ON_BEHALF' || convenes(tx, past);
    const draft = await draftOf(tx, past, isCommittees);
    const write = (): Promise<Dish> => this.write(tx, draft, past);
    const dish = await (isCommittees ? asCommittee(tx, networkId, write) : write());
    const led = dish.leadUnitId === dish.unitId ? [] : [dish.leadUnitId];
    for (const unitId of [...led, ...hostUnitIds]) {
      await (isCommittees ? this.hosts.noteYes(tx, dish, unitId) : this.hosts.noteAsked(tx, dish, unitId));
    }
    return dish;
  }

  private async write(tx: TenantTransaction, draft: DishDraft, { dates }: RecordDishInput): Promise<Dish> {
    const { networkId, month } = draft;
    await expectLinks(tx, draft, networkId);
    if (draft.publishedAt) await this.menus.holdOpen(tx, networkId, month);
    else await this.menus.expectOpen(tx, draft);
    await expectNoClash(tx, draft, dates);
    const dish = await tx.insert(Dish, draft);
    await this.dates.carryOut(tx, dish, {
      moved: [],
      added: dates,
      dropped: [],
      kept: [],
      whole: dish,
    });
    return dish;
  }
}

type DishDraft = Omit<Dish, 'regionId'>;

/** With the month in which it was held. */
async function draftOf(
  tx: TenantTransaction,
  { hostUnitIds, dates, segments, ...past }: RecordDishInput,
  isCommittees: boolean,
): Promise<DishDraft> {
  const { now } = tx;
  const zone = await timeZoneOf(tx);
  const month = monthOf(dates[0]?.startsAt ?? now, zone);
  const { convenerUnitId } = found(await tx.find(Network, past.networkId));
  const leadUnitId = tx.actor.unitId;
  const unitId = isCommittees ? convenerUnitId : leadUnitId;
  const readers = new Set([leadUnitId, ...hostUnitIds].filter((id) => id !== unitId));
  const taken = { state: DishState.TAKEN, takenAt: now, publishedAt: now };
  return {
    ...UNTOUCHED,
    ...SILENT,
    ...past,
    what: past.what ?? null,
    place: placeOf(past.place) ?? null,
    projectId: past.projectId ?? null,
    needId: past.needId ?? null,
    segments: [...new Set(segments ?? SILENT.segments)],
    ...spanPast(dates, { now, within: spanOfMonth(month, zone) }),
    ...(isCommittees ? taken : { state: DishState.PROPOSED }),
    id: tx.newId(),
    month,
    unitId,
    leadUnitId,
    readerUnitIds: [...readers].toSorted(),
    copiedFromId: null,
    postedAt: now,
    proposedAt: now,
    recordedAt: now,
    updatedAt: now,
  };
}

/** Each a member, once, and not the unit that led it. */
function expectHosts(tx: TenantTransaction, unitIds: readonly string[], members: ReadonlySet<string>): void {
  for (const [at, unitId] of unitIds.entries()) {
    const path = `input.hostUnitIds.${at}`;
    if (!members.has(unitId)) throw notMember(path);
    if (unitId === tx.actor.unitId) throw bad(path, DISH_RECORD_WORDS.isLead);
    if (unitIds.indexOf(unitId) < at) throw bad(path, DISH_RECORD_WORDS.hostTwice);
  }
}

function bad(path: string, message: (typeof DISH_RECORD_WORDS)['isLead']): ApiError {
  return ApiError.badInput([{ path, message }]);
}
