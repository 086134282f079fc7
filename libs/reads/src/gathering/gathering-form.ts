import { cursorScope, type KeysetList } from '#graphql';

/** What a list over many kinds of rows is made of. */
export interface GatheringForm {
  /** Its order, by columns of the branches or of `derived`. */
  readonly list: KeysetList;
  /** The types of these columns. */
  readonly types: readonly string[];
  /** One SELECT for each kind, with a column `kind` and the same others in each. */
  readonly branches: readonly string[];
  /** How many parameters the branches take; those of the page follow. */
  readonly parameters: number;
  /** Columns worked out of those of the branches, `w`. */
  readonly derived: readonly string[];
  /** What is said of each kind, over its rows `w`; with `kind`. */
  readonly counted: readonly string[];
  /** What is said of each entry `p`: names, and where they come from. */
  readonly told: Readonly<Record<string, string>>;
}

/**
 * All kinds as one statement, which counts what it finds and reads one page of it. Only its parameters differ from
 * request to request, so that each connection plans it once.
 */
export function gatheringStatement(form: GatheringForm): string {
  const { list, branches, derived, counted } = form;
  const keys = list.order.map(({ expression }) => expression);
  const gathered = `SELECT ${['w.*', ...derived].join(', ')} FROM (${branches.join('\n    UNION ALL')}) w`;
  return `SELECT (WITH gathered AS MATERIALIZED (${gathered}),
  placed AS MATERIALIZED (SELECT w.*, row_number() OVER (ORDER BY ${keys.join(', ')}) AS ordinal FROM gathered w)
  SELECT json_build_object(
    'totalCount', (SELECT count(*) FROM gathered),
    'counts', (SELECT coalesce(json_agg(c ORDER BY c."kind"), '[]') FROM (
      SELECT ${['w.kind', ...counted].join(', ')} FROM gathered w GROUP BY w.kind) c),
    'rows', (SELECT coalesce(json_agg(${toldOf(form)} ORDER BY p.ordinal), '[]')
      FROM (${pageOf(form, keys)}) p))::text) AS answer`;
}

function toldOf({ list, told }: GatheringForm): string {
  const keys = list.order.map(({ expression }) => `p.${expression}::text`).join(', ');
  const said = Object.entries(told).map(([name, value]) => `'${name}', ${value}`);
  const cursor = `'cursor', app.cursor('${cursorScope(list)}', json_build_array(${keys})::text)`;
  return `json_build_object(${[...said, cursor].join(', ')})`;
}

function pageOf({ types, parameters }: GatheringForm, keys: readonly string[]): string {
  const at = (place: number): string => `$${parameters + 1 + place}`;
  const from = `(${types.map((type, place) => `${at(place)}::text::${type}`).join(', ')})`;
  const [backwards, most] = [`${at(keys.length)}::boolean`, `${at(keys.length + 1)}::integer`];
  return `SELECT placed.* FROM placed
        WHERE CASE WHEN ${at(0)}::text IS NULL THEN true WHEN ${backwards} THEN (${keys.join(', ')}) < ${from}
          ELSE (${keys.join(', ')}) > ${from} END
        ORDER BY CASE WHEN ${backwards} THEN -ordinal ELSE ordinal END LIMIT ${most}`;
}
