import type { Span } from '#calendar';
import { OfferOrder, OFFERS, type OfferWish } from '#resources';
import { NeedState } from '../need/need.entity.js';
import { NeedOrder } from '../need/need.inputs.js';
import { NEEDS, type NeedWish } from '../need/need.reads.js';
import { ProjectOrder } from '../project/project-filter.inputs.js';
import { PROJECTS, type ProjectWish } from '../project/project.reads.js';
import type { ThreeListsFilter } from './three-lists.inputs.js';

/** Of which network, when and what: all that decides which entries the lists have. */
export interface ListedBy {
  readonly networkId: string;
  readonly span: Span;
  readonly filter: ThreeListsFilter;
}

/** Each of the lists as it is reached, for its pages and its counts alike. */
export const LISTS = { OFFERS, NEEDS, PROJECTS } as const;

export function offerWish({ networkId, span: stood, filter: { unitId, offerKinds } }: ListedBy): OfferWish {
  return { filter: { networkId, unitId, kinds: offerKinds, stood }, orderBy: OfferOrder.TITLE_ASC };
}

export function needWish({ networkId, span: stood, filter }: ListedBy): NeedWish {
  const { unitId, categoryIds, needStates: states } = filter;
  return { filter: { networkId, unitId, categoryIds, states, stood }, orderBy: NeedOrder.POSTED_AT_DESC };
}

export function projectWish({ networkId, span: stood, filter }: ListedBy): ProjectWish {
  const { unitId, categoryIds, projectStates: states } = filter;
  return { filter: { networkId, unitId, categoryIds, states, stood }, orderBy: ProjectOrder.POSTED_AT_DESC };
}

/** Whatever the quarter: what was left unmet in the last one waits for a meeting in this. */
export function unmetWish({ networkId, filter: { unitId, categoryIds } }: ListedBy): NeedWish {
  const states = [NeedState.UNMET];
  return { filter: { networkId, unitId, categoryIds, states }, orderBy: NeedOrder.POSTED_AT_ASC };
}
