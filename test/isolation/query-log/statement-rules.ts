import type { Statement } from './query-log.js';

/** What a database knows that the rules go by. */
export interface Vocabulary {
  /** Tables behind the wall, and the column that holds their region. */
  readonly regionColumns: ReadonlyMap<string, string>;
  /** Functions that give something else each time they are called. */
  readonly volatile: ReadonlySet<string>;
}

/** What is sent before a tenant is known, or to begin and end. */
const OUTSIDE =
  /^(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SET TRANSACTION READ ONLY)\b|\bapp\.(enter\w*|find_account|find_region)\(\$1/;

/** Before changes are told: a region, and nobody in it. Any other setting would be a wall that is moved. */
const ENTERS_REGION = `SELECT app.set_local('region_id', $1)`;

/**
 * Of a shard: an advisory lock stands beside its row; ids and instants come as parameters. Secret votes and blind scores
 * are counted by functions that name the region entered in each of their statements. What is called out is heard by all
 * processes, and is the id of a region.
 */
const CALLABLE = new Set([
  'pg_advisory_xact_lock',
  'pg_try_advisory_xact_lock',
  'count_ballot',
  'close_ballot',
  'end_message_watches',
  'keep_accounts',
  'keep_judging_roll',
  'open_nominations',
  'open_sheets',
  'pg_notify',
  'place_change_events',
  'prune_change_events',
  'prune_messages',
  'returned_objections',
  'tell_change_events',
  'wake_message_watches',
]);

/** The job queue belongs to no region, and waits by a clock of its own. */
const QUEUE = /\bgraphile_worker\.add_jobs\(/;

const TABLE =
  /\b(?<verb>FROM|JOIN|UPDATE)\s+(?:ONLY\s+)?"?(?<table>\w+)"?(?:\s+(?:AS\s+)?"?(?!(?:SET|WHERE|ON|LEFT|INNER|JOIN|ORDER|GROUP|LIMIT|FOR|USING|CROSS|RETURNING)\b)(?<alias>\w+)"?)?(?<comma>\s*,)?/gi;

/** What a text alone tells. */
interface Outline {
  /** Wrong while no tenant is entered. */
  readonly placed: readonly string[];
  /** Wrong wherever it is sent. */
  readonly faults: readonly string[];
  readonly uses: readonly TableUse[];
}

interface TableUse {
  readonly table: string;
  /** The numbers of the parameters that its region is compared with. */
  readonly regions: readonly number[];
}

// The same texts are sent thousands of times.
const outlines = new WeakMap<Vocabulary, Map<string, Outline>>();

/** Why one shard could not answer this statement alone, or why it could answer for nobody. */
export function lintStatement({ text, values, regionId }: Statement, words: Vocabulary): string[] {
  const { placed, faults, uses } = outlineOf(text, words);
  const strange = uses.filter(({ regions }) => regions.some((index) => values[index - 1] !== regionId));
  const crossings = new Set(strange.map(({ table }) => `${table} of another region`));
  return [...(regionId === null ? placed : []), ...faults, ...crossings];
}

function outlineOf(text: string, words: Vocabulary): Outline {
  if (text === ENTERS_REGION) return { placed: [], faults: [], uses: [] };
  const known = outlines.get(words) ?? new Map<string, Outline>();
  outlines.set(words, known);
  const outline = known.get(text) ?? outlineText(text.replaceAll(/'(?:[^']|'')*'/g, "''"), words);
  known.set(text, outline);
  return outline;
}

function outlineText(text: string, words: Vocabulary): Outline {
  const { uses, faults } = readTables(text, words);
  return { placed: lintPlace(text, words), faults: [...lintCalls(text, words), ...faults], uses };
}

function lintPlace(text: string, { regionColumns }: Vocabulary): string[] {
  if (OUTSIDE.test(text)) return [];
  const named = [...text.matchAll(/\w+/g)].map(([word]) => word).filter((word) => regionColumns.has(word));
  return named.map((table) => `${table} outside a tenant`);
}

function lintCalls(text: string, { volatile }: Vocabulary): string[] {
  if (QUEUE.test(text)) return [];
  const calls = [...text.matchAll(/\b(\w+)\s*\(/g)].map(([, name = '']) => name.toLowerCase());
  const offences = calls
    .filter((name) => (volatile.has(name) && !CALLABLE.has(name) && !OUTSIDE.test(text)) || name === 'now')
    .map((name) => `calls ${name}`);
  if (/\bCURRENT_(DATE|TIME|TIMESTAMP)\b|\bLOCALTIME(STAMP)?\b/i.test(text)) offences.push('reads the clock');
  if (/^\s*INSERT\b[^;]*\bSELECT\b/i.test(text)) offences.push('INSERT … SELECT');
  if (/\bMERGE\s+INTO\b/i.test(text)) offences.push('MERGE');
  return offences;
}

function readTables(text: string, { regionColumns }: Vocabulary): { uses: TableUse[]; faults: Set<string> } {
  const [uses, faults] = [[] as TableUse[], new Set<string>()];
  for (const { groups } of text.matchAll(TABLE)) {
    const { table = '', alias = table, comma } = groups ?? {};
    const column = regionColumns.get(table);
    if (column === undefined) continue;
    if (comma) faults.add(`${table} joined by a comma`);
    const regions = listRegions(text, alias, column);
    if (regions.length < countNamed(text, table, alias)) faults.add(`${table} (${alias}) without its region`);
    uses.push({ table, regions });
  }
  return { uses, faults };
}

/** The numbers of the parameters that the region of this table is compared with. */
function listRegions(text: string, alias: string, column: string): number[] {
  const isAlone = [...text.matchAll(TABLE)].length === 1;
  const bare = String.raw`(?<![.\w"])"?\b${column}\b"?`;
  const named = String.raw`\b${alias}"?\."?${column}\b"?`;
  const pattern = String.raw`(?:${isAlone ? `${bare}|` : ''}${named})\s*=\s*\$(\d+)`;
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(([, index]) => Number(index));
}

function countNamed(text: string, table: string, alias: string): number {
  return [...text.matchAll(TABLE)].filter(
    ({ groups }) => groups?.table === table && (groups.alias ?? table) === alias,
  ).length;
}
