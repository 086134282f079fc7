import { ApiError, found, refuseState, type Words } from '#graphql';
import { listProjectUnits, Project, ProjectState } from '#needs';
import { asCommittee, holdMembers, notMember, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { EvaluationSubjectKind, type EvaluationRound } from '../round/evaluation-round.entity.js';
import type { Nomination } from './nomination.entity.js';
import { NOMINATION_WORDS } from './nomination.words.js';

export type Subject = Pick<Nomination, 'projectId' | 'subjectUnitId' | 'subjectLabel'>;

/** The network does not read it, or nothing came of it. */
const NOT_TAKEN: readonly ProjectState[] = [
  ProjectState.PROPOSED,
  ProjectState.RETURNED,
  ProjectState.STOPPED,
  ProjectState.WITHDRAWN,
];

const WANTED: Readonly<Record<EvaluationSubjectKind, keyof Subject>> = {
  [EvaluationSubjectKind.PROJECT]: 'projectId',
  [EvaluationSubjectKind.UNIT]: 'subjectUnitId',
  [EvaluationSubjectKind.BUILDING_GROUP]: 'subjectLabel',
  [EvaluationSubjectKind.CONTEST_TEAM]: 'subjectLabel',
};

const WANTING: Readonly<Record<keyof Subject, Words>> = {
  projectId: NOMINATION_WORDS.projectWanted,
  subjectUnitId: NOMINATION_WORDS.unitWanted,
  subjectLabel: NOMINATION_WORDS.labelWanted,
};

/** Exactly what the round evaluates. @throws ApiError BAD_USER_INPUT for anything else, or more */
export function subjectOf(
  { subjectKind }: Pick<EvaluationRound, 'subjectKind'>,
  { projectId, subjectUnitId, subjectLabel }: Partial<Subject>,
): Subject {
  const wanted = WANTED[subjectKind];
  const subject = {
    projectId: projectId ?? null,
    subjectUnitId: subjectUnitId ?? null,
    subjectLabel: subjectLabel?.normalize('NFKC').trim() ?? null,
  };
  const given = Object.values(subject).filter((one) => one !== null);
  if (given.length === 1 && subject[wanted] !== null) return subject;
  throw ApiError.badInput([{ path: `input.${wanted}`, message: WANTING[wanted] }]);
}

/**
 * What the subject is called now, if the acting unit may nominate it.
 * @throws ApiError NOT_FOUND for a project that one does not see or of another network; Refused for one that is none of
 *   the network's, or not the actor's to nominate
 */
export async function titleOf(
  tx: TenantTransaction,
  round: EvaluationRound,
  { projectId, subjectUnitId, subjectLabel }: Subject,
): Promise<string> {
  if (projectId) return titleOfProject(tx, round, projectId);
  if (subjectUnitId) return titleOfUnit(tx, round, subjectUnitId);
  return subjectLabel ?? '';
}

async function titleOfProject(
  tx: TenantTransaction,
  round: EvaluationRound,
  projectId: string,
): Promise<string> {
  const project = found(await tx.find(Project, projectId));
  if (project.networkId !== round.networkId) throw ApiError.notFound();
  // First: of what was returned the committee reads no units, so that its own lead would be told that it has none.
  if (NOT_TAKEN.includes(project.state)) refuseState(project, NOMINATION_WORDS.notTaken);
  const units = await asCommittee(tx, round.networkId, () => listProjectUnits(tx, [projectId]));
  const isOurs = units.some(({ unitId }) => unitId === tx.actor.unitId);
  if (!isOurs && !convenes(tx, round)) refuseState(project, NOMINATION_WORDS.hostsNominate);
  return project.title;
}

async function titleOfUnit(tx: TenantTransaction, round: EvaluationRound, unitId: string): Promise<string> {
  if (unitId !== tx.actor.unitId && !convenes(tx, round)) {
    refuseState(round, NOMINATION_WORDS.unitsNominateThemselves);
  }
  const members = await holdMembers(tx, round.networkId, [unitId]);
  if (!members.has(unitId)) throw notMember('input.subjectUnitId');
  return found(await asCommittee(tx, round.networkId, () => tx.find(Unit, unitId))).name;
}

function convenes(tx: TenantTransaction, { networkId }: Pick<EvaluationRound, 'networkId'>): boolean {
  return tx.actor.convenedNetworkIds.includes(networkId);
}
