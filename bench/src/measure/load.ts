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
 * Keeps 16 keep-alive connections busy on the loopback address, each with one request at a time, for so many
 * seconds, and ends by itself.
 * @throws for an answer of another length than the one that was checked
 */
export async function loadFor(
  port: number,
  requests: readonly CheckedRequest[],
  seconds: number,
): Promise<Slice> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS, pipelining: 1 });
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  let turn = 0;
  try {
    const workers = Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        const request = requests[turn++ % requests.length];
        if (request) latencies.push(await timed(pool, request));
      }
    });
    await Promise.all(workers);
  } finally {
    await pool.destroy();
  }
  const elapsed = (performance.now() - start) / 1000;
  // What the server does after its last answer is not the next one's.
  await pause(20);
  return {
    requestsPerSecond: latencies.length / elapsed,
    latencies: Float64Array.from(latencies).toSorted(),
  };
}

/** How long one answer took, to its last byte. */
async function timed(pool: Pool, { token, body, answerBytes }: CheckedRequest): Promise<number> {
  const asked = performance.now();
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
  return performance.now() - asked;
}

/** The value below which that share of the sorted values lies. */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
