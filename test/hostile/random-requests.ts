import * as fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { asks } from '../equality/asks/asks.js';
import type { Stock } from '../equality/asks/values.js';

/** What goes over the wire to /graphql. */
export interface RandomRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

const JSON_TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/graphql-response+json',
];
const OTHER_TYPES = [
  'application/graphql-response+json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'x',
  '',
];
const TOKENS = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '!',
  '$',
  '@',
  ':',
  '=',
  '...',
  '|',
  '&',
  '"',
  '"""',
  '#',
  '\\',
  '\u0000',
];
const WORDS = [
  'on',
  'fragment',
  'query',
  'mutation',
  'subscription',
  'true',
  'null',
  '__type',
  '__schema',
  'me',
  'id',
];
const HEADER_NAMES = [
  'accept',
  'accept-language',
  'accept-encoding',
  'authorization',
  'cookie',
  'content-encoding',
  'idempotency-key',
  'if-none-match',
  'on-behalf-of',
  'origin',
  'range',
  'traceparent',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-http-method-override',
  'x-request-id',
];

/** Requests from and beside the schema: sound documents, broken ones, any JSON, any bytes, under any headers. */
export function randomRequests(schema: GraphQLSchema, stock: Stock): fc.Arbitrary<RandomRequest> {
  const documents = asks(schema, stock).map(({ text, variables: [first] }) => ({
    query: text,
    variables: first,
  }));
  const bodies = fc.oneof(
    { arbitrary: mangledText(documents.map(({ query }) => query)).map((query) => ({ query })), weight: 4 },
    {
      arbitrary: fc.tuple(documents, fc.jsonValue()).map(([{ query }, variables]) => ({ query, variables })),
      weight: 2,
    },
    { arbitrary: documents, weight: 4 },
    { arbitrary: looseBodies(documents.map(({ query }) => query)), weight: 3 },
  );
  const posted = fc.oneof(
    { arbitrary: bodies.map((body) => JSON.stringify(body)), weight: 6 },
    { arbitrary: mangledText(bodies.map((body) => JSON.stringify(body))), weight: 2 },
    { arbitrary: fc.json(), weight: 1 },
    { arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)), weight: 1 },
  );
  return fc.oneof(
    {
      arbitrary: fc
        .tuple(posted, types(), headers())
        .map(([payload, type, other]) =>
          post(payload, { ...other, ...(type !== '' && { 'content-type': type }) }),
        ),
      weight: 5,
    },
    { arbitrary: fc.tuple(addresses(bodies), headers()).map(([url, other]) => get(url, other)), weight: 1 },
  );
}

function post(payload: string | Buffer, others: Record<string, string>): RandomRequest {
  return { method: 'POST', url: '/graphql', headers: others, payload };
}

function get(url: string, others: Record<string, string>): RandomRequest {
  return { method: 'GET', url, headers: others };
}

/** A few cuts, doublings and strange tokens in what was sound. */
function mangledText(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const edit = fc.tuple(
    fc.constantFrom('cut', 'double', 'insert', 'swap'),
    place,
    fc.nat(40),
    fc.oneof(fc.constantFrom(...TOKENS, ...WORDS), fc.string({ unit: 'binary', maxLength: 5 })),
  );
  return fc.tuple(texts, fc.array(edit, { minLength: 1, maxLength: 4 })).map(([text, edits]) => {
    let mangled = text;
    for (const [act, at, length, inserted] of edits) {
      const from = Math.floor(at * mangled.length);
      const piece = mangled.slice(from, from + length);
      const rest = mangled.slice(from + length);
      const middle = { cut: '', double: piece + piece, insert: inserted + piece, swap: inserted }[act] ?? '';
      mangled = mangled.slice(0, from) + middle + rest;
    }
    return mangled;
  });
}

/** JSON with the names that a body has, and whatever in them. */
function looseBodies(texts: fc.Arbitrary<string>): fc.Arbitrary<object> {
  const any = fc.jsonValue({ maxDepth: 4 });
  return fc.record(
    {
      query: fc.oneof(texts, any),
      variables: any,
      operationName: any,
      extensions: fc.oneof(any, fc.record({ persistedQuery: any })),
      id: any,
      __proto__: any,
    },
    { requiredKeys: [] },
  );
}

function types(): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...JSON_TYPES), weight: 12 },
    { arbitrary: fc.constantFrom(...OTHER_TYPES), weight: 1 },
  );
}

function headers(): fc.Arbitrary<Record<string, string>> {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
    fc.constantFrom(
      'Bearer ',
      'Bearer a.b.c',
      'gzip',
      '*/*',
      'zh-CN;q=NaN',
      '00-0-0-0',
      'null',
      '-1',
      'bytes=0-',
    ),
    fc.string({ unit: 'grapheme-ascii', minLength: 2_000, maxLength: 4_000 }),
  );
  return fc.oneof(fc.constant({}), fc.dictionary(fc.constantFrom(...HEADER_NAMES), value, { maxKeys: 4 }));
}

function addresses(bodies: fc.Arbitrary<object>): fc.Arbitrary<string> {
  const search = bodies.map((body) =>
    Object.entries(body)
      .map(([name, value]) => `${name}=${encoded(typeof value === 'string' ? value : JSON.stringify(value))}`)
      .join('&'),
  );
  const path = fc.constantFrom(
    '/graphql',
    '/graphql/',
    '/export/offers.json',
    '/export/x',
    '/files/x',
    '/menus/x',
    '/calendar/x.ics',
  );
  return fc.tuple(path, search).map(([at, question]) => `${at}?${question}`.slice(0, 8_000));
}

/** Halves of characters have no bytes. */
function encoded(text: string | undefined): string {
  return encodeURIComponent(Buffer.from(text ?? '').toString());
}
