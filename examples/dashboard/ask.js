import { sentenceOf, tag, word } from './words.js';

/** What went wrong, in a sentence for whoever looks at the page; `code` is the API’s, if it has answered. */
export class Problem extends Error {
  constructor(message, code = null) {
    super(message);
    this.code = code;
  }
}

/** A function that asks the API with a token, which is kept nowhere else. */
export function connect(api, token) {
  return async (query, variables = {}) => {
    const response = await fetch(api, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'accept-language': tag(),
      },
      body: JSON.stringify({ query, variables }),
      credentials: 'omit',
      // Elsewhere the token would go with it.
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    }).catch(() => {
      throw new Problem(word('away', api, location.origin));
    });
    const { data, errors } = await response.json().catch(() => ({}));
    if (errors?.[0]) throw problemOf(errors[0]);
    if (!data) throw new Problem(word('notTheApi', api, response.status));
    return data;
  };
}

/** Every entry of a list, page by page. */
export async function all(ask, query, variables, listOf) {
  const entries = [];
  for (let after = null; ; ) {
    const { edges, pageInfo } = listOf(await ask(query, { ...variables, after }));
    entries.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return entries;
    after = pageInfo.endCursor;
  }
}

/**
 * From now on the browser lets this page reach that server and its own alone. Policies only become narrower: another
 * address needs the page to be loaded anew.
 */
export function reachOnly(api) {
  const { origin } = new URL(api);
  const content = `connect-src ${origin} ${origin.replace(/^http/, 'ws')}`;
  document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content }));
}

export function problemOf({ message, extensions }) {
  const { code = null, requestId } = extensions ?? {};
  return new Problem(sentenceOf(code) ?? `${message} (${code}, ${requestId})`, code);
}
