import { GraphQLError, Kind, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { MAX_COST, tooDear } from '../limits/cost.js';
import { DOCUMENT_RULES, MAX_TOKENS, MAX_VALIDATION_ERRORS } from '../limits/document-rules.js';
import { documentIdOf } from './document-id.js';
import { leastCost } from './least-cost.js';

/** Documents by their ids. */
export type Documents = ReadonlyMap<string, string>;

/** What is wrong with a manifest, one sentence each. */
export class BadManifest extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join(' '));
    this.name = 'BadManifest';
  }
}

/**
 * The documents of a manifest: a JSON object of ids and texts.
 * @throws BadManifest when it is none, or an id is not that of its text
 */
export function readManifest(json: string): Documents {
  const entries = Object.entries(parseObject(json));
  const sentences = entries.flatMap(([id, text]) => {
    if (typeof text !== 'string') return [`The document of ${id} is no text.`];
    return documentIdOf(text) === id
      ? []
      : [`${id} is not the id of its document: ${documentIdOf(text)} is.`];
  });
  if (sentences.length > 0) throw new BadManifest(sentences);
  return new Map(entries.map(([id, text]) => [id, String(text)]));
}

/**
 * Whether each could be asked of this schema, within the limits that hold for every document and with some variables.
 * @throws BadManifest that names each one that could not, by `nameOf`
 */
export function checkDocuments(
  documents: Documents,
  schema: GraphQLSchema,
  nameOf: (id: string) => string = (id) => id,
): void {
  const sentences = [...documents].flatMap(([id, text]) =>
    findFaults(text, schema).map((fault) => `${nameOf(id)}: ${fault}`),
  );
  if (sentences.length > 0) throw new BadManifest(sentences);
}

function findFaults(text: string, schema: GraphQLSchema): string[] {
  try {
    const document = parse(text, { maxTokens: MAX_TOKENS });
    const count = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
    const rules = [...specifiedRules, ...DOCUMENT_RULES];
    const errors = validate(schema, document, rules, { maxErrors: MAX_VALIDATION_ERRORS });
    const single = count === 1 ? [] : [`It holds ${count} operations; one is expected.`];
    const faults = [...single, ...errors.map(({ message }) => message)];
    const cost = faults.length > 0 ? 0 : leastCost(schema, document);
    return cost > MAX_COST ? [...faults, tooDear(cost, MAX_COST).message] : faults;
  } catch (error) {
    if (error instanceof GraphQLError) return [error.message];
    throw error;
  }
}

function parseObject(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new BadManifest(['It is no JSON object of ids and documents.']);
}
