import { buildSchema } from 'graphql';
import { documentIdOf } from '../operations/document-id.js';
import { ListedOperations } from '../operations/listed-operations.js';
import { SubscriptionDocuments } from './subscription-documents.js';

const SCHEMA = buildSchema('type Query { day: Int } type Subscription { day: Int night: Int }');
const LISTED = 'subscription { day }';
const OTHER = 'subscription { night }';

describe('the documents of subscriptions', () => {
  const codesOf = (
    query: string,
    operations?: ListedOperations,
    documentId?: unknown,
  ): readonly unknown[] => {
    const accepted = new SubscriptionDocuments(SCHEMA, operations).accept({
      query,
      documentId,
      operationName: null,
      variables: {},
    });
    return 'document' in accepted ? [] : accepted.map(({ extensions }) => extensions['code']);
  };
  const list = (isExclusive: boolean) =>
    new ListedOperations(new Map([[documentIdOf(LISTED), LISTED]]), isExclusive);

  it('are those that the operator has listed, where only listed ones are answered', () => {
    expect(codesOf(LISTED, list(true))).toEqual([]);
    expect(codesOf(OTHER, list(true))).toEqual(['OPERATION_NOT_LISTED']);
    expect(codesOf('what is no document', list(true))).toEqual(['OPERATION_NOT_LISTED']);
  });

  it('are asked by their ids as over HTTP, refused alike', () => {
    const [id, other] = [documentIdOf(LISTED), documentIdOf(OTHER)];
    const byId = (documentId: unknown, query = '') => codesOf(query, list(true), documentId);
    expect([byId(id), byId(id.slice('sha256:'.length)), byId(id, LISTED)]).toEqual([[], [], []]);
    expect([byId(other), byId('x'), byId(7), byId(id, OTHER)]).toEqual([
      ['OPERATION_NOT_LISTED'],
      ['BAD_REQUEST'],
      ['BAD_REQUEST'],
      ['BAD_REQUEST'],
    ]);
    expect(codesOf('', undefined, id)).toEqual(['GRAPHQL_PARSE_FAILED']);
  });

  it('are any, where a list only gives ids, and where there is none', () => {
    expect(codesOf(OTHER, list(false))).toEqual([]);
    expect(codesOf(OTHER)).toEqual([]);
  });
});
