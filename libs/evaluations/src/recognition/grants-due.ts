import type { Recognition } from './recognition.entity.js';

/** What an award gives to one unit. */
export type Grant = Pick<
  Recognition,
  'nominationId' | 'unitId' | 'title' | 'what' | 'points' | 'isCoHost' | 'projectId'
>;

/** What a nomination is given: who answers for what was nominated, and who took part. */
export interface Awarded {
  readonly nominationId: string;
  readonly title: string;
  readonly projectId: string | null;
  readonly unitId: string;
  readonly coHostUnitIds: readonly string[];
  readonly award: { readonly name: string; readonly points: number; readonly coHostPoints: number };
}

/** The unit that answers for it has the award’s points, each co-host those of co-hosts. */
export function grantsOf({ award, nominationId, title, projectId, ...units }: Awarded): Grant[] {
  const common = { nominationId, title: award.name, what: title, projectId };
  const coHosts = [...new Set(units.coHostUnitIds)].filter((id) => id !== units.unitId);
  return [
    { ...common, unitId: units.unitId, points: award.points, isCoHost: false },
    ...coHosts.map((unitId) => ({ ...common, unitId, points: award.coHostPoints, isCoHost: true })),
  ];
}

/** What is to be taken back of what stands, and what is to be given, so that what is due stands and nothing else. */
export function compareGrants<Standing extends Grant>(
  standing: readonly Standing[],
  due: readonly Grant[],
): { wrong: Standing[]; missing: Grant[] } {
  return {
    wrong: standing.filter((grant) => !due.some((one) => isSame(grant, one))),
    missing: due.filter((one) => !standing.some((grant) => isSame(grant, one))),
  };
}

function isSame(grant: Grant, other: Grant): boolean {
  return (
    grant.nominationId === other.nominationId &&
    grant.unitId === other.unitId &&
    grant.title === other.title &&
    grant.points === other.points &&
    grant.isCoHost === other.isCoHost
  );
}
