import { Network } from '#network';
import type { WorkbookProblem } from '#sheets';
import type { TenantTransaction } from '#tenancy';
import { isDeepStrictEqual } from 'node:util';
import { In } from 'typeorm';
import { OfferInternal } from '../offer/offer-internal.entity.js';
import { Offer } from '../offer/offer.entity.js';
import type { OfferService } from '../offer/offer.service.js';
import { OFFER_SHEET_WORDS } from './offer-sheet.words.js';
import type { OfferRow } from './read-offer-rows.js';

/** What became of a row. */
export interface TakenOffer {
  readonly row: OfferRow;
  readonly fate: 'DRAFTED' | 'PUBLISHED' | 'SAME' | 'STAYS';
  /** Of one that stays as it is: in which columns the row has something else. */
  readonly differs: readonly string[];
}

export interface OfferIntakeResult {
  readonly taken: readonly TakenOffer[];
  readonly problems: readonly WorkbookProblem[];
}

/**
 * Takes the offers of one unit from a sheet. An offer is known by its name: one that is not there is drafted, and
 * published when networks are named; one that is there stays as it is, since its owner may have changed it meanwhile.
 */
export class OfferIntake {
  constructor(private readonly offers: OfferService) {}

  /** With the rights of the unit; the rows are all its own. What it finds wrong, the caller takes back. */
  async take(tx: TenantTransaction, rows: readonly OfferRow[]): Promise<OfferIntakeResult> {
    await this.lock(tx);
    const known = await this.loadKnown(tx);
    const networks = await this.loadNetworks(tx, rows);
    const taken: TakenOffer[] = [];
    const problems: WorkbookProblem[] = [];
    for (const row of rows) {
      const stored = known.get(row.draft.terms.title);
      const strange = row.networks.filter((code) => !networks.has(code));
      const place = row.entry.placeOf('networks');
      problems.push(
        ...strange.map((code) => ({ ...place, message: OFFER_SHEET_WORDS.notInNetwork({ code }) })),
      );
      if (stored) taken.push(compare(row, stored, networks));
      else if (strange.length === 0) taken.push(await this.create(tx, row, networks));
    }
    return { taken, problems };
  }

  private async create(
    tx: TenantTransaction,
    row: OfferRow,
    networks: ReadonlyMap<string, string>,
  ): Promise<TakenOffer> {
    const { id, version } = await this.offers.create(tx, row.draft);
    const networkIds = row.networks.flatMap((code) => networks.get(code) ?? []);
    if (networkIds.length === 0) return { row, fate: 'DRAFTED', differs: [] };
    await this.offers.publish(tx, id, version, networkIds);
    return { row, fate: 'PUBLISHED', differs: [] };
  }

  /** Two who send the same sheet at once do not both find nothing. */
  private async lock(tx: TenantTransaction): Promise<void> {
    const { regionId, actor } = tx;
    await tx.query(
      'SELECT pg_advisory_xact_lock(hashtextextended($3 || id::text, 0)) FROM unit WHERE region_id = $1 AND id = $2',
      [regionId, actor.unitId, 'offers of '],
    );
  }

  private async loadKnown(tx: TenantTransaction): Promise<ReadonlyMap<string, StoredOffer>> {
    const where = { regionId: tx.regionId, unitId: tx.actor.unitId };
    const offers = await tx.manager.find<Offer>(Offer, { where, order: { createdAt: 'DESC', id: 'ASC' } });
    const internals = await tx.manager.findBy(OfferInternal, where);
    const byId = new Map(internals.map((internal) => [internal.id, internal]));
    // Of several with one name, the oldest.
    return new Map(offers.map((offer) => [offer.title, { offer, internal: byId.get(offer.id) }]));
  }

  /** Ids by code, of those in which the unit takes an active part. */
  private async loadNetworks(
    tx: TenantTransaction,
    rows: readonly OfferRow[],
  ): Promise<ReadonlyMap<string, string>> {
    const codes = [...new Set(rows.flatMap(({ networks }) => networks))];
    if (codes.length === 0) return new Map();
    const found = await tx.manager.findBy(Network, { regionId: tx.regionId, code: In(codes) });
    const mine = found.filter(({ id }) => tx.actor.memberNetworkIds.includes(id));
    return new Map(mine.map(({ id, code }) => [code, id]));
  }
}

interface StoredOffer {
  readonly offer: Offer;
  readonly internal: OfferInternal | undefined;
}

function compare(
  row: OfferRow,
  { offer, internal }: StoredOffer,
  networks: ReadonlyMap<string, string>,
): TakenOffer {
  const { terms, facts, internal: notes } = row.draft;
  const wanted: Record<string, unknown> = { ...terms, kind: facts.kind, ...facts.values, ...notes };
  const before = new Map([...Object.entries(internal ?? {}), ...Object.entries(offer)]);
  const differs = Object.keys(wanted).filter((field) => !isSame(wanted[field], before.get(field)));
  const shown = row.networks.flatMap((code) => networks.get(code) ?? []);
  const isShown = isSame(shown.toSorted(), offer.networkIds.toSorted());
  if (row.networks.length > 0 && !isShown) differs.push('networks');
  return { row, fate: differs.length > 0 ? 'STAYS' : 'SAME', differs };
}

/** An input is an instance of its class, what is stored is not. */
function isSame(one: unknown, other: unknown): boolean {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
  return isDeepStrictEqual(plain(one), plain(other));
}
