const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_one, index) => write(index)).join(' ');
/** `open` so many times, then the leaf, and every brace closed again. */
const nested = (depth: number, open: string, leaf: string): string => {
  const text = open.repeat(depth) + leaf;
  return text + '}'.repeat(text.split('{').length - 1);
};

interface Hostile {
  query: string;
  variables?: object;
}

/** Each would cost far more than it looks like; all are refused before a connection is taken from the pool. */
export const HOSTILE_DOCUMENTS: readonly (readonly [
  what: string,
  document: Hostile | string,
  status: number,
  code: string,
])[] = [
  [
    'nested deeper than the schema',
    { query: nested(12, '{ me ', '{ __typename') },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'the same field under many names',
    { query: `{ ${times(16, (n) => `a${n}: me { token: __typename }`)} }` },
    400,
    'TOO_COMPLEX',
  ],
  [
    'a subscription that may be skipped',
    { query: 'subscription { inboxChanged @skip(if: true) { cursor } }' },
    400,
    'BAD_REQUEST',
  ],
  [
    'a subscription that is skipped by a variable',
    {
      query:
        'subscription ($v: Boolean = true) { ...a } fragment a on Subscription { inboxChanged @skip(if: $v) { cursor } }',
    },
    400,
    'BAD_REQUEST',
  ],
  [
    'many directives',
    { query: `{ me ${'@include(if: true) '.repeat(10)}{ __typename } }` },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'directives on many fields',
    { query: `{ me { ${times(10, () => '__typename @include(if: true)')} } }` },
    400,
    'TOO_COMPLEX',
  ],
  [
    'more tokens than any document needs',
    { query: `{ ${times(2_001, () => '__typename')} }` },
    400,
    'GRAPHQL_PARSE_FAILED',
  ],
  [
    'a fragment in itself',
    { query: '{ ...a } fragment a on Query { ...a }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments in a ring',
    { query: '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments that double',
    {
      query: `{ ...f0 } ${times(14, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`)} fragment f14 on Query { __typename }`,
    },
    400,
    'TOO_COMPLEX',
  ],
  [
    'the schema over and over',
    { query: `{ ${times(6, (n) => `a${n}: __schema { types { name } }`)} }` },
    400,
    'TOO_COMPLEX',
  ],
  [
    'the schema in itself',
    { query: `{ __schema { types ${nested(5, '{ fields { type ', '{ name')} } }` },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'the size of a page as a variable',
    {
      query: `query ($n: Int) { offers(first: $n) { edges { node { networks { id } busy(from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z") { startsAt } ${times(12, (n) => `u${n}: unit { id name nameEn code }`)} } } } }`,
      variables: { n: 100 },
    },
    400,
    'TOO_COMPLEX',
  ],
  [
    'a page in a page',
    {
      query: `{ ${times(8, (n) => `a${n}: bookings(first: 100) { edges { node { offer { title } owner { name } requester { name } } } }`)} }`,
    },
    400,
    'TOO_COMPLEX',
  ],
  [
    'a list of 10,000',
    {
      query: 'query ($s: [BookingState!]) { bookings(filter: { states: $s }) { totalCount } }',
      variables: { s: Array.from({ length: 10_000 }, () => 'REQUESTED') },
    },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'a list of 300 in the document',
    { query: `{ bookings(filter: { states: [${times(300, () => 'REQUESTED')}] }) { totalCount } }` },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'a variable nested a thousand deep',
    `{"query":"query ($f: BookingFilter!) { bookings(filter: $f) { totalCount } }","variables":{"f":${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}}}`,
    400,
    'BAD_USER_INPUT',
  ],
  [
    'a variable that nobody declared, nested five thousand deep',
    `{"query":"{ __typename }","variables":{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}}`,
    400,
    'BAD_USER_INPUT',
  ],
  [
    'a mutation with such a variable',
    `{"query":"mutation { signOut }","variables":{"a":${'['.repeat(50_000)}1${']'.repeat(50_000)}}}`,
    400,
    'BAD_USER_INPUT',
  ],
  [
    'a string of 100,000',
    { query: 'query ($i: ID!) { node(id: $i) { id } }', variables: { i: 'x'.repeat(100_000) } },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'NUL',
    { query: 'query ($i: ID!) { node(id: $i) { id } }', variables: { i: 'a\0b' } },
    400,
    'BAD_USER_INPUT',
  ],
  [
    'half a character',
    '{"query":"query ($i: ID!) { node(id: $i) { id } }","variables":{"i":"\\ud800"}}',
    400,
    'BAD_USER_INPUT',
  ],
  [
    'conflicting fields by the dozen',
    { query: `{ ${times(60, (n) => `me { a: ${n % 2 ? '__typename' : 'post { id }'} }`)} }` },
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a batch', `[${'{"query":"{ __typename }"},'.repeat(50)}{"query":"{ __typename }"}]`, 400, 'BAD_REQUEST'],
  ['JSON cut short', '{"query":"{ __typename }', 400, 'BAD_REQUEST'],
  ['JSON in JSON in JSON', `{"query":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 400, 'BAD_REQUEST'],
  ['a body of 300 KiB', { query: `{ __typename } #${'x'.repeat(300 * 1024)}` }, 413, 'PAYLOAD_TOO_LARGE'],
];
