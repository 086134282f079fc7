import { Client, type ClientSettings } from '../src/client.js';
import type { Fetch } from '../src/transport.js';

/** One answer of the API, or the failure to get one. */
export type Scripted = { status?: number; headers?: Record<string, string>; body: unknown } | Error;

export interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A client whose API answers as it is told, whose waits are noted and not waited, and whose keys are counted. */
export function script(answers: readonly Scripted[], settings: Partial<ClientSettings> = {}) {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const left = [...answers];
  let keys = 0;
  const fetch: Fetch = async (_url, { headers, body }) => {
    sent.push({ headers, ...(JSON.parse(body) as { query: string }) });
    const next = left.shift();
    if (next === undefined) throw new Error('It was asked more often than the script has answers.');
    if (next instanceof Error) throw next;
    const text = typeof next.body === 'string' ? next.body : JSON.stringify(next.body);
    return {
      status: next.status ?? 200,
      headers: new Map(Object.entries(next.headers ?? {})),
      text: async () => text,
    };
  };
  const client = new Client({
    url: 'https://lianjian.test/graphql',
    fetch,
    surroundings: {
      now: () => Date.parse('2026-11-23T01:00:00Z'),
      random: () => 0,
      newKey: () => `key-${++keys}`,
      sleep: async (milliseconds) => void waits.push(milliseconds),
    },
    ...settings,
  });
  return { client, sent, waits };
}

/** What the API answers when a whole request failed. */
export function failed(code: string, status: number, headers: Record<string, string> = {}): Scripted {
  return {
    status,
    headers,
    body: { errors: [{ message: code, extensions: { code, requestId: 'request-1' } }] },
  };
}
