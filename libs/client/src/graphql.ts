import type { DocumentDecoration, initGraphQLTada, ResultOf, VariablesOf } from 'gql.tada';
import type { Introspection } from './schema/introspection.js';

export type { ResultOf, VariablesOf };

/** How the scalars of the API travel: all of them as text. */
interface Scalars {
  Date: string;
  DateTime: string;
  Decimal: string;
  LongText: string;
  Quarter: string;
  TimeOfDay: string;
}

type Tada = ReturnType<
  typeof initGraphQLTada<{ introspection: Introspection; disableMasking: true; scalars: Scalars }>
>;

/** A document with the types of what it asks for and of what it is asked with. */
export type TypedDocument<Data, Variables> = DocumentDecoration<Data, Variables>;

/** A name in what a document asks for that the schema does not have; never when it has all of them. */
type UnknownName<Data> = Data extends readonly (infer One)[]
  ? UnknownName<One>
  : Data extends object
    ? { [Name in keyof Data]-?: unknown extends Data[Name] ? Name : UnknownName<Data[Name]> }[keyof Data]
    : never;

/** Fits every document but one with such a name, for which it is a sentence that says so where it is asked. */
export type Known<Data> = unknown extends Data
  ? unknown
  : [UnknownName<Data>] extends [never]
    ? unknown
    : `The schema has no ${UnknownName<Data> & string} there.`;

/** A document as gql.tada types it; it is sent as it was written, so that nothing parses it here. */
class WrittenDocument {
  readonly kind = 'Document';
  readonly definitions = [];

  constructor(readonly parts: ReadonlySet<string>) {}
}

/**
 * A query, mutation or fragment, with its types read off its text. Fragments of others are named in the text as
 * `...Name`, and given beside it.
 */
export const graphql = ((text: string, fragments: readonly unknown[] = []): WrittenDocument => {
  return new WrittenDocument(new Set([text, ...fragments.flatMap((one) => [...partsOf(one)])]));
}) as unknown as Tada;

/** What is sent: the document, and each of its fragments once. */
export function textOf(document: TypedDocument<unknown, never>): string {
  return [...partsOf(document)].join('\n');
}

function partsOf(document: unknown): ReadonlySet<string> {
  if (document instanceof WrittenDocument) return document.parts;
  throw new TypeError('A document is made with graphql(`…`) of @lianjian/client.');
}
