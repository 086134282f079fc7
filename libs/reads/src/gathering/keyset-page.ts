import { cursorScope, type KeysetList, type PageRequest } from '#graphql';

/** How one page of rows is taken, by parameters. */
export interface KeysetForm {
  /** Its order, one way in all columns. */
  readonly list: KeysetList;
  /** The types of these columns. */
  readonly types: readonly string[];
  /** How many parameters come before those of the page. */
  readonly parameters: number;
}

/** `placed`: the rows of a table with the place of each in the order. */
export function placedSql({ list }: KeysetForm, rows: string): string {
  const direction = directionOf(list);
  const order = list.order.map(({ expression }) => `${expression} ${direction}`).join(', ');
  return `placed AS MATERIALIZED (SELECT r.*, row_number() OVER (ORDER BY ${order}) AS ordinal FROM ${rows} r)`;
}

/** Of these, those of the page; one more, to tell whether more follow. */
export function pageSql({ list, types, parameters }: KeysetForm): string {
  const at = (place: number): string => `$${parameters + 1 + place}`;
  const keys = `(${list.order.map(({ expression }) => expression).join(', ')})`;
  const from = `(${types.map((type, place) => `${at(place)}::text::${type}`).join(', ')})`;
  const [backwards, most] = [`${at(types.length)}::boolean`, `${at(types.length + 1)}::integer`];
  const [before, beyond] = directionOf(list) === 'ASC' ? ['<', '>'] : ['>', '<'];
  return `SELECT placed.* FROM placed
        WHERE CASE WHEN ${at(0)}::text IS NULL THEN true WHEN ${backwards} THEN ${keys} ${before} ${from}
          ELSE ${keys} ${beyond} ${from} END
        ORDER BY CASE WHEN ${backwards} THEN -ordinal ELSE ordinal END LIMIT ${most}`;
}

/** The cursor of a row `p`. */
export function cursorSql({ list }: KeysetForm): string {
  const keys = list.order.map(({ expression }) => `p.${expression}::text`).join(', ');
  return `app.cursor('${cursorScope(list)}', json_build_array(${keys})::text)`;
}

/** What the parameters of a page are. */
export function pageValues({ order }: KeysetList, { from, backwards, size }: PageRequest): unknown[] {
  return [...order.map((_, place) => from?.[place] ?? null), backwards, size + 1];
}

/** Rows are compared as a whole, which can be done in one direction alone. */
function directionOf({ name, order }: KeysetList): 'ASC' | 'DESC' {
  const [{ direction }] = order;
  if (order.some((column) => column.direction !== direction))
    throw new Error(`The list ${name} has an order of two directions: give all its columns one.`);
  return direction;
}
