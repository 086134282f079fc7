import type { TenantTransaction } from '#tenancy';
import { NeedState, type Need } from '../need/need.entity.js';
import { ProjectState, type Project } from './project.entity.js';

/** Its units work on it. */
export const WORKING_STATES: readonly ProjectState[] = [ProjectState.PLANNED, ProjectState.IN_PROGRESS];

/** It has its needs, and no other project can take them on. */
export const LIVE_STATES: readonly ProjectState[] = [...WORKING_STATES, ProjectState.ANSWERED];

/** The idea of a unit that the committee has not taken. */
export const IDEA_STATES: readonly ProjectState[] = [ProjectState.PROPOSED, ProjectState.RETURNED];

/** What there is still to do something about. */
const UNSETTLED_STATES: readonly NeedState[] = [
  NeedState.TAKEN,
  NeedState.OPEN,
  NeedState.CLAIMED,
  NeedState.IN_PROGRESS,
];

/** Nobody's word is awaited: it was taken back, or nobody could help. */
const DROPPED_STATES: readonly NeedState[] = [NeedState.WITHDRAWN, NeedState.UNMET];

export function isUnsettled({ state }: Pick<Need, 'state'>): boolean {
  return UNSETTLED_STATES.includes(state);
}

/** Those whose word closes a project; none for an idea, which the committee closes. */
export function withWord(needs: readonly Need[]): Need[] {
  return needs.filter(({ state }) => !DROPPED_STATES.includes(state));
}

export function leads(tx: TenantTransaction, { leadUnitId }: Pick<Project, 'leadUnitId'>): boolean {
  return leadUnitId === tx.actor.unitId;
}

export function convenes(tx: TenantTransaction, { networkId }: Pick<Project, 'networkId'>): boolean {
  return tx.actor.convenedNetworkIds.includes(networkId);
}
