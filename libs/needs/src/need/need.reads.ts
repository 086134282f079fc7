import type { Span } from '#calendar';
import { FILE_READS, filesOf } from '#files';
import { judgeInput } from '#graphql';
import { AUDIT_LINES, linesOf, Network, NETWORK_READS, UNIT_READS } from '#network';
import { asc, desc, listOf, readsOf, sql, type Columns, type Order, type Sql } from '#reads';
import { stoodIn } from '#resources';
import { NEED_CATEGORY_READS } from '../category/need-category.reads.js';
import { NeedContact } from './need-contact.entity.js';
import { Need } from './need.entity.js';
import { NeedOrder, NetworkNeedFilter, type NeedFilter } from './need.inputs.js';

const CONTACT_READS = readsOf(NeedContact, 'NeedContact', () => ({}));

export const NEED_READS = readsOf(Need, 'Need', (need) => ({
  unit: need.row(UNIT_READS, { id: 'unitId' }),
  network: need.row(NETWORK_READS, { id: 'networkId' }),
  category: need.row(NEED_CATEGORY_READS, { id: 'categoryId' }),
  contact: need.row(CONTACT_READS, { id: 'id' }),
  files: need.rows(FILE_READS, (file, { id }) => filesOf(file, id)),
  auditLines: need.page(AUDIT_LINES, linesOf('Need')),
  chatText: need.resolverOfEntity(),
  matches: need.resolverOfEntity(),
}));

const ORDERS: Record<NeedOrder, (need: Columns<Need>) => Order[]> = {
  POSTED_AT_DESC: ({ postedAt, id }) => [desc(postedAt), desc(id)],
  POSTED_AT_ASC: ({ postedAt, id }) => [asc(postedAt), asc(id)],
};

export interface NeedWish {
  /** A network may be given by its row. */
  readonly filter: Omit<NeedFilter, 'networkId'> & {
    readonly networkId?: Sql | string | null;
    /** Taken by the committee, and not ended before. */
    readonly stood?: Span;
  };
  readonly orderBy: NeedOrder;
}

/** Beneath a network; Nest has not judged what is read with its parent. */
function filterOf(given: object, networkId: Sql): NeedWish['filter'] {
  const { unitId, categoryIds, states, urgencies, sources, from, to } = judgeInput(
    NetworkNeedFilter,
    given,
    'filter',
  );
  return { unitId, categoryIds, states, urgencies, sources, from, to, networkId };
}

interface NetworkNeedsWish {
  readonly filter: object;
  readonly orderBy: NeedOrder;
}

/** One's own needs in every state, and those that one's networks have taken; for a committee also those proposed to it. */
export const NEEDS = listOf(NEED_READS, {
  name: 'needs',
  where: (need, { filter }: NeedWish) => [
    filter.networkId && sql`${need.networkId} = ${filter.networkId}`,
    filter.unitId && sql`${need.unitId} = ${filter.unitId}`,
    filter.categoryIds && sql`${need.categoryId} = ANY (${filter.categoryIds})`,
    filter.states && sql`${need.state} = ANY (${filter.states})`,
    filter.urgencies && sql`${need.urgency} = ANY (${filter.urgencies})`,
    filter.sources && sql`${need.source} = ANY (${filter.sources})`,
    filter.from && sql`${need.endedAt} IS NULL OR ${need.endedAt} >= ${filter.from}`,
    filter.to && sql`${need.postedAt} < ${filter.to}`,
    filter.stood && stoodIn(filter.stood, need.takenAt, need.endedAt),
  ],
  orderBy: (need, { orderBy }: NeedWish) => ORDERS[orderBy](need),
});

export const NEED_TYPES = [
  CONTACT_READS,
  NEED_READS,
  readsOf(Network, 'Network', (network) => ({
    needs: network.page(NEEDS, ({ id }, { filter, orderBy }: NetworkNeedsWish) => ({
      filter: filterOf(filter, id),
      orderBy,
    })),
  })),
];
