import type { TenantTransaction } from '#tenancy';
import type { Nomination } from './nomination.entity.js';
import { Hand, type Handled, listHands } from './subject-hands.js';

/** Who is credited for what is nominated: who answers for it, and who takes part in it beside that unit. */
export interface Beneficiaries {
  readonly responsibleUnitId: string;
  readonly coHostUnitIds: readonly string[];
}

/**
 * As they are now, for the moment in which scoring begins: of a project its lead and co-hosts, a unit itself, and of
 * anything else whoever nominates it.
 */
export async function listBeneficiaries(
  tx: TenantTransaction,
  networkId: string,
  nominations: readonly Handled[],
): Promise<Map<string, Beneficiaries>> {
  const hands = await listHands(tx, networkId, nominations);
  return new Map(
    nominations.map(({ id, unitId, subjectUnitId }) => {
      const of = (wanted: Hand): string[] =>
        (hands.get(id) ?? []).flatMap((one) => (one.hand === wanted ? one.unitId : []));
      const responsibleUnitId = subjectUnitId ?? of(Hand.LEAD)[0] ?? unitId;
      const coHostUnitIds = of(Hand.CO_HOST).filter((one) => one !== responsibleUnitId);
      return [id, { responsibleUnitId, coHostUnitIds }];
    }),
  );
}

/** Who reads how its score came about, once that is published: who nominated it, and who is credited for it. */
export function listAccountReaders(nomination: Nomination): string[] {
  const { unitId, responsibleUnitId, coHostUnitIds } = nomination;
  return [...new Set([unitId, ...(responsibleUnitId ? [responsibleUnitId] : []), ...coHostUnitIds])];
}
