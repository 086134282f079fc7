import type { IdType } from './coordinates.js';
import type { FullSelection } from './selection.js';
import type { Stage } from './stage.js';

/** How one root field is asked so that it succeeds, and what its ids are ids of. */
export interface WalkCase {
  /** The account for which `own` succeeds; none for a field that is open to everybody. */
  readonly actor: string | null;
  readonly document: (select: FullSelection) => string;
  /** For every path of an id in the variables, the types that are looked up there. */
  readonly ids: Readonly<Record<string, readonly IdType[]>>;
  /** Variables with which the field succeeds once for the actor; sets up what it needs. */
  readonly own: (stage: Stage) => Promise<object>;
}

// A category has a code of another type.
export const REFUSAL = '... on Refusal { refused: code message }';

/** A mutation of `id` and `version`, with these arguments besides. */
export function step(field: string, result: string, behalf?: 'onBehalfOf', more = '') {
  const [declared, passed] = behalf ? [', $onBehalfOf: ID', ', onBehalfOf: $onBehalfOf'] : ['', ''];
  return (select: FullSelection) =>
    `mutation ($id: ID!, $version: Int!${declared}) { ${field}(id: $id, version: $version${more && `, ${more}`}${passed}) { __typename ${REFUSAL} ... on ${result} ${select.of(result, 1)} } }`;
}

export function list(field: string, filter: string, connection: string, page = '') {
  return (select: FullSelection) =>
    `query ($filter: ${filter}!) { ${field}(filter: $filter${page && `, ${page}`}) ${select.of(connection, 3)} }`;
}
