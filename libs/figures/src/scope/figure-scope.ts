import { findGlobalId, NOWHERE } from '#graphql';
import { Area, Network, Unit } from '#network';
import type { Actor, TenantTransaction } from '#tenancy';
import { In } from 'typeorm';

/** Of what figures are told, and how far to who asks. */
export interface FigureScope {
  readonly of: 'NETWORK' | 'UNIT' | 'AREA';
  readonly thing: Network | Unit | Area;
  /** Where what is private to units is counted. */
  readonly networkIds: readonly string[];
  /** Those of them whose published things the actor reads. */
  readonly readNetworkIds: readonly string[];
  /** The one unit that is asked for. */
  readonly unitId: string | null;
  /** Of what is private to units: of all of them, of one's own alone, or of none. */
  readonly reach: 'ALL' | 'OWN' | 'NONE';
  /** The acting unit, where the post speaks for it. */
  readonly ownUnitId: string | null;
  /** A steward reads sums of units, and not what they were made of. */
  readonly isSteward: boolean;
}

/** Null for what does not exist and for what the actor is told nothing of, alike. */
export async function findScope(tx: TenantTransaction, globalId: string): Promise<FigureScope | null> {
  const wanted = findGlobalId(['Network', 'Unit', 'Area'], globalId);
  if (wanted?.type === 'Network') return scopeOfNetwork(tx, wanted.id);
  if (wanted?.type === 'Area') return scopeOfArea(tx, wanted.id);
  // A malformed id is looked up as one that nothing has.
  return scopeOfUnit(tx, wanted?.id ?? NOWHERE);
}

async function scopeOfNetwork(tx: TenantTransaction, id: string): Promise<FigureScope | null> {
  const thing = await tx.find(Network, id);
  if (!thing || !readingOf(tx.actor).includes(id)) return null;
  const reach = ruledBy(tx.actor).includes(id) ? 'ALL' : 'OWN';
  return {
    ...actingOf(tx.actor),
    of: 'NETWORK',
    thing,
    networkIds: [id],
    readNetworkIds: [id],
    unitId: null,
    reach,
  };
}

/** Stewards alone look at a whole area: as far as it is in their scope. */
async function scopeOfArea(tx: TenantTransaction, areaId: string): Promise<FigureScope | null> {
  const { regionId, actor } = tx;
  const thing = await tx.find(Area, areaId);
  if (!thing || actor.role !== 'STEWARD') return null;
  const networks = await tx.manager.findBy(Network, { regionId, areaId, id: In([...actor.scopeNetworkIds]) });
  const networkIds = networks.map(({ id }) => id).toSorted();
  if (networkIds.length === 0) return null;
  return {
    ...actingOf(actor),
    of: 'AREA',
    thing,
    networkIds,
    readNetworkIds: networkIds,
    unitId: null,
    reach: 'ALL',
  };
}

/** One's own over all networks it was ever in; another in those that the actor shares with it. */
async function scopeOfUnit(tx: TenantTransaction, id: string): Promise<FigureScope | null> {
  const thing = await tx.find(Unit, id);
  if (!thing) return null;
  const acting = actingOf(tx.actor);
  const readNetworkIds = thing.networkIds.filter((one) => readingOf(tx.actor).includes(one));
  if (acting.ownUnitId === id) {
    return {
      ...acting,
      of: 'UNIT',
      thing,
      networkIds: thing.networkIds,
      readNetworkIds,
      unitId: id,
      reach: 'ALL',
    };
  }
  if (readNetworkIds.length === 0) return null;
  const networkIds = readNetworkIds.filter((one) => ruledBy(tx.actor).includes(one));
  const reach = networkIds.length > 0 ? 'ALL' : 'NONE';
  return { ...acting, of: 'UNIT', thing, networkIds, readNetworkIds, unitId: id, reach };
}

function actingOf({ role, unitId }: Actor): Pick<FigureScope, 'ownUnitId' | 'isSteward'> {
  return { ownUnitId: role === 'REPRESENTATIVE' ? null : unitId, isSteward: role === 'STEWARD' };
}

/** As `app.reading_network_ids()` in row policies. */
function readingOf({ memberNetworkIds, scopeNetworkIds }: Actor): readonly string[] {
  return [...memberNetworkIds, ...scopeNetworkIds];
}

/** Where the actor reads what is private to units: as their committee, or as the street office. */
function ruledBy(actor: Actor): readonly string[] {
  return actor.role === 'STEWARD' ? readingOf(actor) : actor.convenedNetworkIds;
}
