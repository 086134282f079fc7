import type { HeardChange } from '#changes';
import type { Actor } from '#tenancy';

/** With these, what a post may see can change, also of things that were not touched. */
const RIGHTS: ReadonlySet<string> = new Set(['Membership', 'Network', 'Post', 'Unit']);

export function mayChangeRights({ thingType }: HeardChange): boolean {
  return RIGHTS.has(thingType);
}

/** Who would hear: a post, and the code by which its unit is invited. */
export interface Hearer {
  readonly actor: Actor;
  readonly unitCode: string | null;
}

/** Whether a post may read of it: a guess that saves looks. What it is told, the database says. */
export function mayHear(event: HeardChange, { actor, unitCode }: Hearer): boolean {
  const { unitId, personId, memberNetworkIds, convenedNetworkIds, scopeNetworkIds } = actor;
  const reading = [...memberNetworkIds, ...convenedNetworkIds, ...scopeNetworkIds];
  return (
    event.unitIds.includes(unitId) ||
    (unitCode !== null && event.unitCode === unitCode) ||
    (personId !== null && event.personIds.includes(personId)) ||
    event.networkIds.some((id) => reading.includes(id)) ||
    event.committeeNetworkIds.some((id) => convenedNetworkIds.includes(id))
  );
}
