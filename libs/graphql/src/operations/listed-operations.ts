import { ApiError } from '../errors/api-error.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { documentIdOf, readDocumentId } from './document-id.js';
import type { Documents } from './manifest.js';

/** What a request says it asks. */
export interface AskedDocument {
  readonly query?: unknown;
  readonly documentId?: unknown;
}

/** The operations that the operator has listed: asked by their ids, or the only ones that may be asked at all. */
export class ListedOperations {
  constructor(
    private readonly documents: Documents,
    /** Whether any other document is refused. */
    readonly isExclusive: boolean,
  ) {}

  /**
   * The text that is asked; undefined where a request says nothing that could be one, which is refused further on.
   * @throws ApiError OPERATION_NOT_LISTED, before anything is parsed
   */
  textOf({ query, documentId }: AskedDocument): string | undefined {
    if (documentId !== undefined && documentId !== null) return this.find(documentId, query);
    if (typeof query !== 'string') return undefined;
    if (this.refuses(query)) throw new ApiError('OPERATION_NOT_LISTED');
    return query;
  }

  /** Whether a text is not answered, as it is not listed. */
  refuses(query: string): boolean {
    return this.isExclusive && !this.documents.has(documentIdOf(query));
  }

  private find(documentId: unknown, query: unknown): string {
    const id = typeof documentId === 'string' ? readDocumentId(documentId) : null;
    if (id === null) throw new ApiError('BAD_REQUEST', GRAPHQL_WORDS.documentIdForm);
    const text = this.documents.get(id);
    if (text === undefined) throw new ApiError('OPERATION_NOT_LISTED');
    if (query !== undefined && query !== null && query !== text)
      throw new ApiError('BAD_REQUEST', GRAPHQL_WORDS.documentIdOfAnother);
    return text;
  }
}
