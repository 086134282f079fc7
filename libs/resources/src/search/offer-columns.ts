import type { DataSource, EntityMetadata } from 'typeorm';
import { Offer } from '../offer/offer.entity.js';

/** Offers as JSON brings them become entities again, whatever columns their kinds have. */
export class OfferColumns {
  /** `o.title AS "title", …` of the table that `o` stands for. */
  readonly list: string;
  private readonly kinds: ReadonlyMap<string, EntityMetadata>;
  private readonly instants: readonly string[];

  constructor(dataSource: Pick<DataSource, 'getMetadata'>) {
    const kinds = dataSource.getMetadata(Offer).childEntityMetadatas;
    const columns = kinds.flatMap((kind) => kind.columns).filter(({ isSelect }) => isSelect);
    const read = columns.map(({ propertyName, databaseName, type }) => {
      // An exact number as text, or JavaScript would round it.
      const value = type === 'numeric' ? `o.${databaseName}::text` : `o.${databaseName}`;
      return `${value} AS "${propertyName}"`;
    });
    this.list = [...new Set(read)].join(', ');
    this.kinds = new Map(kinds.map((kind) => [String(kind.discriminatorValue), kind]));
    this.instants = columns
      .filter(({ type }) => type === 'timestamptz')
      .map(({ propertyName }) => propertyName);
  }

  /** The offer of a row; columns of other kinds are left where they are. */
  entityOf(row: Readonly<Record<string, unknown>>): Offer {
    const kind = this.kinds.get(String(row['kind']));
    if (!kind) throw new Error(`There is no offer of the kind ${String(row['kind'])}.`);
    const own = kind.columns.map(({ propertyName }): [string, unknown] => {
      const value = row[propertyName];
      return [propertyName, this.instants.includes(propertyName) ? new Date(String(value)) : value];
    });
    return Object.assign(kind.create() as Offer, Object.fromEntries(own));
  }
}
