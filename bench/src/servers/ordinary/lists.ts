import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { product } from '../../product.ts';
import type { OrdinaryRequest, Row } from './request.ts';

const { fromGlobalId } = await product.globalIds();

interface InNetwork {
  readonly networkId: string;
}

interface PageArgs {
  readonly first?: number;
}

export async function listOffers(
  _root: unknown,
  { filter, orderBy, first = 20 }: PageArgs & { readonly filter: InNetwork; readonly orderBy: string },
  request: OrdinaryRequest,
): Promise<object> {
  const [column, direction] =
    orderBy === 'CREATED_AT_DESC' ? (['row.createdAt', 'DESC'] as const) : (['row.title', 'ASC'] as const);
  const query = builderOf(await request.manager(), 'Offer', request)
    .innerJoin(
      'OfferPublication',
      'publication',
      'publication.regionId = :regionId AND publication.offerId = row.id AND publication.networkId = :networkId AND publication.withdrawnAt IS NULL',
      { networkId: fromGlobalId('Network', filter.networkId) },
    )
    .orderBy(column, direction)
    .addOrderBy('row.id', direction);
  return pageOf(await query.limit(first + 1).getMany(), first);
}

export async function listMemberships(
  { id }: Row,
  { first = 20 }: PageArgs,
  request: OrdinaryRequest,
): Promise<object> {
  const query = builderOf(await request.manager(), 'Membership', request)
    .andWhere('row.networkId = :networkId', { networkId: id })
    .orderBy('row.unitCode')
    .addOrderBy('row.id');
  return pageOf(await query.limit(first + 1).getMany(), first);
}

export async function listBookings(
  _root: unknown,
  { filter, first = 20 }: PageArgs & { readonly filter: InNetwork & { readonly from: Date } },
  request: OrdinaryRequest,
): Promise<object> {
  const query = builderOf(await request.manager(), 'Booking', request)
    .andWhere('row.networkId = :networkId', { networkId: fromGlobalId('Network', filter.networkId) })
    .andWhere('row.endsAt > :from', { from: filter.from })
    .orderBy('row.startsAt')
    .addOrderBy('row.id');
  return pageOf(await query.limit(first + 1).getMany(), first);
}

/** All that is ahead of all the offers, of which each keeps its first: so a loader batches a page of each. */
export async function nextBookings(
  { id }: Row,
  { from, first = 20 }: PageArgs & { readonly from: Date },
  request: OrdinaryRequest,
): Promise<object> {
  const loader = request.loader<Row[]>('next bookings', async (offerIds) => {
    const rows = await builderOf(await request.manager(), 'Booking', request)
      .andWhere({ offerId: In([...offerIds]) })
      .andWhere('row.endsAt > :from', { from })
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
