import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { product } from '../../product.ts';
import type { OrdinaryRequest, Row } from './request.ts';

const { fromGlobalId } = await product.globalIds();

interface ListArgs {
  readonly filter: { readonly networkId?: string; readonly from?: Date };
  readonly orderBy?: string;
  readonly first?: number;
}

type List = (root: unknown, args: ListArgs, request: OrdinaryRequest) => Promise<object>;

export const listOffers: List = async (_root, { filter, orderBy, first = 20 }, request) => {
  const query = builderOf(await request.manager(), 'Offer', request)
    .innerJoin(
      'OfferPublication',
      'publication',
      'publication.regionId = :regionId AND publication.offerId = row.id AND publication.networkId = :networkId AND publication.withdrawnAt IS NULL',
      { networkId: networkOf(filter) },
    )
    .orderBy(
      orderBy === 'CREATED_AT_DESC' ? 'row.createdAt' : 'row.title',
      orderBy === 'CREATED_AT_DESC' ? 'DESC' : 'ASC',
    )
    .addOrderBy('row.id', 'DESC');
  return pageOf(await query.limit(first + 1).getMany(), first);
};

export const listBookings: List = async (_root, { filter, first = 20 }, request) => {
  const query = builderOf(await request.manager(), 'Booking', request)
    .andWhere('row.networkId = :networkId', { networkId: networkOf(filter) })
    .andWhere('row.endsAt > :from', { from: filter.from })
    .orderBy('row.startsAt')
    .addOrderBy('row.id');
  return pageOf(await query.limit(first + 1).getMany(), first);
};

export const listMemberships: List = async (_root, { filter, first = 20 }, request) => {
  const query = builderOf(await request.manager(), 'Membership', request)
    .andWhere('row.networkId = :networkId', { networkId: networkOf(filter) })
    .orderBy('row.unitCode')
    .addOrderBy('row.id');
  return pageOf(await query.limit(first + 1).getMany(), first);
};

/** All that is ahead of all the offers, of which each keeps its first: so a loader batches a page of each. */
export async function nextBookings(
  { id }: Row,
  { filter, first = 20 }: ListArgs,
  request: OrdinaryRequest,
): Promise<object> {
  const loader = request.loader<Row[]>('next bookings', async (offerIds) => {
    const rows = await builderOf(await request.manager(), 'Booking', request)
      .andWhere({ offerId: In([...offerIds]) })
      .andWhere('row.endsAt > :from', { from: filter.from })
      .orderBy('row.startsAt')
      .addOrderBy('row.id')
      .getMany();
    const byOffer = Map.groupBy(rows, (row) => String(row['offerId']));
    return offerIds.map((offerId) => byOffer.get(offerId) ?? []);
  });
  return pageOf(await loader.load(id), first);
}

export async function serviceDays({ id }: Row, _args: unknown, request: OrdinaryRequest): Promise<Row[]> {
  const manager = await request.manager();
  const { regionId } = request.claims;
  return manager
    .getRepository<Row>('ServiceDay')
    .find({ where: { regionId, networkId: id }, order: { day: 'ASC' } });
}

function builderOf(
  manager: EntityManager,
  entity: string,
  { claims }: OrdinaryRequest,
): SelectQueryBuilder<Row> {
  return manager
    .getRepository<Row>(entity)
    .createQueryBuilder('row')
    .where('row.regionId = :regionId', { regionId: claims.regionId });
}

function networkOf({ networkId }: ListArgs['filter']): string {
  return fromGlobalId('Network', networkId ?? '');
}

function pageOf(rows: readonly Row[], first: number): object {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: false,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function cursorOf({ id }: Row): string {
  return Buffer.from(JSON.stringify([id])).toString('base64url');
}
