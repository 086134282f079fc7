import { fromGlobalId } from '#graphql';
import { queryAsSuperuser } from '../../support/cluster.js';
import type { World } from '../../support/world.js';
import { VOTERS } from '../../support/motion-acts.js';

const TABLES = `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`;
const NEXT = `SELECT (pg_current_xact_id()::text::bigint % 4294967296)::int AS at`;
/** No ballot of the test takes longer. */
const LONGEST = 3_600_000;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)/g;

interface StoredRow {
  readonly table: string;
  readonly ctid: string;
  readonly xmin: number;
  readonly xmax: number;
  readonly cmin: string;
  readonly cmax: string;
  readonly row: string;
}

/** Where a ballot began: what is younger is of it. */
export interface Beginning {
  readonly at: number;
  readonly now: Date;
  readonly lines: number;
}

export async function mark({ api, clock }: World): Promise<Beginning> {
  const [next] = await queryAsSuperuser<{ at: number }>(NEXT, api.database.name);
  return { at: next?.at ?? 0, now: clock.now(), lines: api.lines.length };
}

/** All rows of all tables past all walls, with what PostgreSQL itself notes of each. */
export async function dumpAll({ api }: World): Promise<StoredRow[]> {
  const { name: database } = api.database;
  const tables = await queryAsSuperuser<{ name: string }>(TABLES, database);
  const dumps = tables.map(
    ({
      name,
    }) => `SELECT '${name}' AS table, ctid::text, xmin::text::int, xmax::text::int, cmin::text, cmax::text,
      to_json(t)::text AS row FROM ${name} t`,
  );
  return queryAsSuperuser<StoredRow>(dumps.join(' UNION ALL '), database);
}

/**
 * Whatever a ballot has left, told apart from another ballot by nothing but what the units said: rows by the order of
 * their transactions and places, their values, and the lines of the log; ids and hours are those of any ballot.
 */
export async function listTraces(world: World, begun: Beginning, run: string): Promise<string[]> {
  const rows = (await dumpAll(world)).filter(({ xmin, xmax }) => xmin >= begun.at || xmax >= begun.at);
  const acts = [...new Set(rows.flatMap(({ xmin, xmax }) => [xmin, xmax]))]
    .filter((id) => id >= begun.at)
    .toSorted((one, other) => one - other);
  const rank = (id: number): number => acts.indexOf(id);
  const name = namesIn(world, begun.now, run);
  const stored = rows
    .toSorted((a, b) => rank(a.xmin) - rank(b.xmin) || byPlace(a, b))
    .map(({ table, xmin, xmax, cmin, cmax, row }) =>
      [table, rank(xmin), rank(xmax), cmin, cmax, name(row)].join(' '),
    )
    .toSorted();
  return [...stored, ...linesOf(world, begun).map(name)];
}

function byPlace(a: StoredRow, b: StoredRow): number {
  const [one, other] = [placeOf(a.ctid), placeOf(b.ctid)];
  return one - other;
}

export function placeOf(ctid: string): number {
  const [page = 0, slot = 0] = ctid.slice(1, -1).split(',').map(Number);
  return page * 10_000 + slot;
}

/** Without what tells the machine rather than the ballot. */
function linesOf({ api }: World, { lines }: Beginning): string[] {
  return api.lines.slice(lines).map((line) => JSON.stringify({ ...line, ms: 0, time: 0 }));
}

function namesIn(world: World, begun: Date, run: string): (text: string) => string {
  const units = new Map(VOTERS.map((code) => [fromGlobalId('Unit', world.unit(code)), code]));
  const posts = new Map(
    VOTERS.map((code) => [world.actingAs(code).claims?.postId ?? '', `the post of ${code}`]),
  );
  const hourOf = (instant: string): string => {
    const after = Date.parse(instant) - begun.getTime();
    return after > 0 && after < LONGEST ? `+${after}` : 'another hour';
  };
  return (text) =>
    text
      .replaceAll(UUID, (id) => units.get(id) ?? posts.get(id) ?? 'an id')
      .replaceAll(INSTANT, hourOf)
      .replaceAll(/\\\\x[0-9a-f]{64}/g, 'a hash')
      .replaceAll(run, 'run');
}
