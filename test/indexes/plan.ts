/** A step of a plan, as EXPLAIN (ANALYZE, FORMAT JSON) tells of it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** What a statement has cost, told in words that a reader can act upon. */
export interface Reading {
  readonly rows: number;
  /** Which way each table was reached, with the rows read of it. */
  readonly scans: readonly Scan[];
}

export interface Scan {
  readonly table: string;
  readonly how: string;
  readonly rows: number;
}

/** All that was read, in sub-plans too, whether it was of use or not. */
export function readPlan(root: PlanNode): Reading {
  const scans = listScans(root);
  return { scans, rows: scans.reduce((sum, { rows }) => sum + rows, 0) };
}

function listScans(node: PlanNode): Scan[] {
  const table = node['Relation Name'];
  const below = node.Plans ?? [];
  if (table === undefined) return below.flatMap(listScans);
  // A bitmap may hold many rows of which another one leaves few: what the indexes gave has been read too.
  const entries = below.flatMap(listBitmaps);
  const rows = Math.max(countRows(node), ...entries.map(({ rows: found }) => found));
  const index = node['Index Name'] ?? entries.map(({ index: name }) => name).join(' + ');
  const beside = below.filter((one) => !one['Node Type'].startsWith('Bitmap')).flatMap(listScans);
  return [{ table, how: `${node['Node Type']} ${index}`.trim(), rows }, ...beside];
}

function listBitmaps(node: PlanNode): { index: string; rows: number }[] {
  if (node['Node Type'] !== 'Bitmap Index Scan') return (node.Plans ?? []).flatMap(listBitmaps);
  return [{ index: node['Index Name'] ?? '', rows: countRows(node) }];
}

function countRows(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}
