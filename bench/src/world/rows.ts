/** Parents before children. */
const TABLES = [
  'region',
  'area',
  'unit',
  'network',
  'network_service_day',
  'membership',
  'person',
  'post',
  'account',
  'offer',
  'offer_publication',
  'offer_internal',
  'offer_closure',
  'booking',
  'booking_contact',
  'occupancy',
  'pool_share',
  'audit_line',
] as const;

export type Table = (typeof TABLES)[number];
type Row = Readonly<Record<string, unknown>>;

/** Rows by table, to be stored in an order that keeps every key. */
export class Rows {
  private readonly byTable = new Map<Table, Row[]>(TABLES.map((table) => [table, []]));

  add(table: Table, row: Row): void {
    this.byTable.get(table)?.push(row);
  }

  /** The rows so far, parents first; they are taken out. */
  *drain(): Generator<[Table, Row[]]> {
    for (const [table, rows] of this.byTable) if (rows.length > 0) yield [table, rows.splice(0)];
  }
}
