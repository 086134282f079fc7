import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

export const CONNECTIONS = 16;

/** A request and the length of the answer that was checked to be right. */
export interface CheckedRequest {
  readonly token: string;
  readonly body: string;
  readonly answerBytes: number;
}

/** What came of one slice of load. */
export interface Slice {
  readonly requestsPerSecond: number;
  /** Milliseconds, sorted. */
  readonly latencies: Float64Array;
}

/**
 * Keeps 16 keep-alive connections busy on the loopback address, or so many, each with one request at a time, for so
 * many seconds, and ends by itself.
 * @throws for an answer of another length than the one that was checked
 */
export async function loadFor(
  port: number,
  requests: readonly CheckedRequest[],
  seconds: number,
  connections: number = CONNECTIONS,
): Promise<Slice> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  try {
    return await loadWith(connections, seconds, requests, (request) => send(pool, request));
  } finally {
    await pool.destroy();
  }
}

/** The same with whatever asks: so many at once, each one request after the other. */
export async function loadWith<Request>(
  clients: number,
  seconds: number,
  requests: readonly Request[],
  ask: (request: Request) => Promise<void>,
): Promise<Slice> {
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  let turn = 0;
  const workers = Array.from({ length: clients }, async () => {
    while (performance.now() < end) {
      const request = requests[turn++ % requests.length];
      const asked = performance.now();
      if (request) await ask(request);
      latencies.push(performance.now() - asked);
    }
  });
  await Promise.all(workers);
  const elapsed = (performance.now() - start) / 1000;
  // What the server does after its last answer is not the next one's.
  await pause(20);
  return {
    requestsPerSecond: latencies.length / elapsed,
    latencies: Float64Array.from(latencies).toSorted(),
  };
}

/** Until its last byte. */
async function send(pool: Pool, { token, body, answerBytes }: CheckedRequest): Promise<void> {
  const { statusCode, body: answer } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  const bytes = (await answer.arrayBuffer()).byteLength;
  if (statusCode !== 200 || bytes !== answerBytes)
    throw new Error(
      `Under load an answer had status ${statusCode} and ${bytes} bytes instead of ${answerBytes}.`,
    );
}

/** The value below which that share of the sorted values lies. */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
