import { instantAt, type Span } from '#calendar';
import { found } from '#graphql';
import { countAttendance } from '#meetings';
import { countDishesLed, listDishBookings, sumProjectDoing } from '#menus';
import { countClaimsKept, countStepsKept, listProjectBookings, Project } from '#needs';
import { asCommittee, timeZoneOf } from '#network';
import { sumLentByBookings, sumLentByUnit, type Lent } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Temporal } from 'temporal-polyfill';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import { NominationFactKind, type NominationFact } from './nomination-fact.entity.js';
import type { Nomination } from './nomination.entity.js';

export type Fact = Pick<NominationFact, 'kind' | 'measure' | 'sixtieths' | 'countedOver'>;

const {
  LENT,
  RESULT_HEADS,
  SERVED_HEADS,
  CHECKED_IN_HEADS,
  REVIEW_MARKS,
  STEPS_KEPT,
  MEETINGS_ATTENDED,
  DISHES_LED,
  NEEDS_ANSWERED,
} = NominationFactKind;

/** What the platform knows now of what is nominated, with the rights of the committee; nothing of a building group or a team. */
export async function findFacts(
  tx: TenantTransaction,
  round: EvaluationRound,
  { networkId, projectId, subjectUnitId }: Pick<Nomination, 'networkId' | 'projectId' | 'subjectUnitId'>,
): Promise<Fact[]> {
  return asCommittee(tx, networkId, async () => {
    if (projectId) return findOfProject(tx, networkId, projectId);
    return subjectUnitId ? findOfUnit(tx, round, subjectUnitId) : [];
  });
}

/** Of all its time: what it was lent for itself and its published activities, and what came of them. */
async function findOfProject(tx: TenantTransaction, networkId: string, projectId: string): Promise<Fact[]> {
  const { resultHeads } = found(await tx.find(Project, projectId));
  const dishes = await listDishBookings(tx, [projectId]);
  const bookings = [
    ...(await listProjectBookings(tx, [projectId])),
    ...dishes.filter(({ isPublished }) => isPublished),
  ];
  const bookingIds = bookings.map(({ bookingId }) => bookingId);
  const lent = await sumLentByBookings(tx, networkId, bookingIds);
  const doing = await sumProjectDoing(tx, projectId);
  const steps = await countStepsKept(tx, projectId);
  return [
    ...lent.map(lentFact),
    ...(resultHeads === null ? [] : [count(RESULT_HEADS, resultHeads, null)]),
    ...countOver(SERVED_HEADS, doing.servedHeads, doing.outcomes),
    ...countOver(CHECKED_IN_HEADS, doing.checkedInHeads, doing.checkedInDishes),
    ...countOver(REVIEW_MARKS, doing.markSum, doing.reviews),
    ...countOver(STEPS_KEPT, steps.kept, steps.ofAll),
  ];
}

/** Within the period of the round, in its network. */
async function findOfUnit(tx: TenantTransaction, round: EvaluationRound, unitId: string): Promise<Fact[]> {
  const { networkId } = round;
  const span = await spanOf(tx, round);
  const meetings = await countAttendance(tx, networkId, unitId, span);
  const claims = await countClaimsKept(tx, networkId, unitId, span);
  return [
    ...(await sumLentByUnit(tx, networkId, unitId, span)).map(lentFact),
    ...countOver(MEETINGS_ATTENDED, meetings.attended, meetings.ofAll),
    count(DISHES_LED, await countDishesLed(tx, networkId, unitId, span), null),
    ...countOver(NEEDS_ANSWERED, claims.kept, claims.ofAll),
  ];
}

/** Both days of the period are within it. */
async function spanOf(
  tx: TenantTransaction,
  { periodFrom, periodTo }: Pick<EvaluationRound, 'periodFrom' | 'periodTo'>,
): Promise<Span> {
  const zone = await timeZoneOf(tx);
  return {
    startsAt: instantAt(Temporal.PlainDate.from(periodFrom), 0, zone),
    endsAt: instantAt(Temporal.PlainDate.from(periodTo), 1440, zone),
  };
}

function lentFact({ measure, sixtieths, bookings }: Lent): Fact {
  return { kind: LENT, measure, sixtieths, countedOver: bookings };
}

/** Over nothing there is nothing to tell. */
function countOver(kind: NominationFactKind, amount: number, countedOver: number): Fact[] {
  return countedOver === 0 ? [] : [count(kind, amount, countedOver)];
}

function count(kind: NominationFactKind, amount: number, countedOver: number | null): Fact {
  return { kind, measure: null, sixtieths: String(amount * 60), countedOver };
}
