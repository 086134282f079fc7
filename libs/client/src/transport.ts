/** As much of `fetch` as is used here: that of browsers and Node, or one of your own. */
export type Fetch = (
  url: string,
  init: {
    method: 'POST';
    headers: Record<string, string>;
    body: string;
    credentials: 'omit';
    redirect: 'error';
    signal?: AbortSignal;
  },
) => Promise<{
  readonly status: number;
  readonly headers: { forEach(tell: (value: string, name: string) => void): void };
  text(): Promise<string>;
}>;

export interface Endpoint {
  readonly url: string;
  readonly fetch: Fetch;
}

export interface Posted {
  readonly query: string;
  readonly variables?: object | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** An answer as it came; the names of its headers are in small letters. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a document once, whatever comes back. */
export async function post({ url, fetch }: Endpoint, posted: Posted): Promise<RawAnswer> {
  const { query, variables, headers, signal } = posted;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    // Only the token says who asks, and it is not carried elsewhere.
    credentials: 'omit',
    redirect: 'error',
    ...(signal && { signal }),
  });
  const told: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    told[name.toLowerCase()] = value;
  });
  return { status: response.status, headers: told, body: await response.text() };
}
