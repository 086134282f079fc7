import { raw, type Sql } from '#reads';
import type { DataSource, EntityMetadata } from 'typeorm';
import { Offer } from '../offer/offer.entity.js';

interface Kind {
  readonly prototype: object;
  readonly columns: readonly { readonly name: string; readonly isInstant: boolean }[];
}

/** All that `judgeCandidate` looks at. */
const JUDGED_BY: ReadonlySet<string> = new Set([
  'kind',
  'hours',
  'exceptions',
  'leadTimeMinutes',
  'horizonDays',
  'slotMinutes',
  'longestMinutes',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'capacity',
  'stepFree',
  'indoor',
  'seats',
  'driverIncluded',
  'voltage',
  'maxLoadKw',
  'quantity',
  'measure',
  'sessionsPerMonth',
]);

/** Offers as JSON brings them become entities again, whatever columns their kinds have. */
export class OfferColumns {
  /** `o.title AS "title", …` of the table that `o` stands for. */
  readonly all: Sql;
  /** The same of what offers are judged by. */
  readonly judged: Sql;
  private readonly kinds: ReadonlyMap<string, Kind>;

  constructor(dataSource: Pick<DataSource, 'getMetadata'>) {
    const kinds = dataSource.getMetadata(Offer).childEntityMetadatas;
    const columns = kinds.flatMap((kind) => kind.columns).filter(({ isSelect }) => isSelect);
    this.all = listOf(columns);
    this.judged = listOf(columns.filter(({ propertyName }) => JUDGED_BY.has(propertyName)));
    this.kinds = new Map(
      kinds.map(({ discriminatorValue, inheritanceTree, columns: own }) => [
        String(discriminatorValue),
        {
          prototype: inheritanceTree[0]?.prototype as object,
          columns: own
            .filter(({ isSelect }) => isSelect)
            .map(({ propertyName, type }) => ({ name: propertyName, isInstant: type === 'timestamptz' })),
        },
      ]),
    );
  }

  /** The offer of a row; columns of other kinds are left where they are. */
  entityOf(row: Readonly<Record<string, unknown>>): Offer {
    const kind = this.kinds.get(String(row['kind']));
    if (!kind) throw new Error(`There is no offer of the kind ${String(row['kind'])}.`);
    const offer = Object.create(kind.prototype) as Record<string, unknown>;
    for (const { name, isInstant } of kind.columns)
      offer[name] = isInstant ? new Date(String(row[name])) : row[name];
    return offer as unknown as Offer;
  }
}

function listOf(columns: EntityMetadata['columns']): Sql {
  const read = columns.map(({ propertyName, databaseName, type }) => {
    // An exact number as text, or JavaScript would round it.
    const value = type === 'numeric' ? `o.${databaseName}::text` : `o.${databaseName}`;
    return `${value} AS "${propertyName}"`;
  });
  return raw([...new Set(read)].join(', '));
}
