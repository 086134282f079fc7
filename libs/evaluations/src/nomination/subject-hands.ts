import { listDishBookings } from '#menus';
import { listProjectBookings, listProjectUnits } from '#needs';
import { asCommittee } from '#network';
import { listSuppliers } from '#resources';
import type { TenantTransaction } from '#tenancy';

/** What a unit has to do with what is evaluated. */
export enum Hand {
  LEAD = 'LEAD',
  CO_HOST = 'CO_HOST',
  SUPPLIER = 'SUPPLIER',
  NOMINATOR = 'NOMINATOR',
  ITSELF = 'ITSELF',
}

/** A nomination, as far as it says whom it is about. */
export interface Handled {
  readonly id: string;
  readonly networkId: string;
  /** Who nominates. */
  readonly unitId: string;
  readonly projectId: string | null;
  readonly subjectUnitId: string | null;
  /** Whose it was when scoring began; null and none before. */
  readonly responsibleUnitId: string | null;
  readonly coHostUnitIds: readonly string[];
}

export interface UnitHand {
  readonly unitId: string;
  readonly hand: Hand;
}

/**
 * Which units have a hand in what these nominations of one network are about, by nomination: as it is now, whoever
 * asks, and those that are credited for it, though they have left it since. A unit stands there once for each of its hands, ordered by unit. Suppliers are for rules alone: a booking is
 * nobody else's business.
 */
export async function listHands(
  tx: TenantTransaction,
  networkId: string,
  nominations: readonly Handled[],
): Promise<Map<string, UnitHand[]>> {
  const projectIds = [...new Set(nominations.flatMap(({ projectId }) => projectId ?? []))];
  const ofProjects = await asCommittee(tx, networkId, () => listOfProjects(tx, projectIds));
  return new Map(
    nominations.map((one) => {
      const ofProject = ofProjects.filter(({ projectId }) => projectId === one.projectId);
      return [one.id, sorted([...listOfNomination(one), ...listCredited(one), ...ofProject])];
    }),
  );
}

function listOfNomination({ unitId, subjectUnitId }: Handled): UnitHand[] {
  const nominator = { unitId, hand: Hand.NOMINATOR };
  return subjectUnitId ? [nominator, { unitId: subjectUnitId, hand: Hand.ITSELF }] : [nominator];
}

/** Of what is no project whoever nominates it answers for it, and that alone is no conflict of a committee. */
function listCredited({ projectId, responsibleUnitId, coHostUnitIds }: Handled): UnitHand[] {
  if (projectId === null || responsibleUnitId === null) return [];
  const coHosts = coHostUnitIds.map((unitId) => ({ unitId, hand: Hand.CO_HOST }));
  return [{ unitId: responsibleUnitId, hand: Hand.LEAD }, ...coHosts];
}

async function listOfProjects(
  tx: TenantTransaction,
  projectIds: readonly string[],
): Promise<(UnitHand & { readonly projectId: string })[]> {
  if (projectIds.length === 0) return [];
  const units = await listProjectUnits(tx, projectIds);
  const bookings = [
    ...(await listProjectBookings(tx, projectIds)),
    ...(await listDishBookings(tx, projectIds)),
  ];
  const suppliers = await listSuppliers(
    tx,
    bookings.map(({ bookingId }) => bookingId),
  );
  const supplied = bookings.flatMap(({ projectId, bookingId }) => {
    const unitId = suppliers.get(bookingId);
    return unitId ? [{ projectId, unitId, hand: Hand.SUPPLIER }] : [];
  });
  return [...units.map(({ part, ...unit }) => ({ ...unit, hand: Hand[part] })), ...supplied];
}

function sorted(hands: readonly UnitHand[]): UnitHand[] {
  const once = new Map(hands.map(({ unitId, hand }) => [`${unitId} ${hand}`, { unitId, hand }]));
  return [...once].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, hand]) => hand);
}
