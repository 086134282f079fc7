import type { SignedPlace } from '../places.ts';
import type { BenchQuery } from '../queries/read-queries.ts';
import type { Peer } from '../servers/peers.ts';
import { startServer } from '../servers/running-server.ts';
import { checkAnswers } from './check-answers.ts';
import { WireCounter, type WireCount } from './wire-counter.ts';

const REQUESTS = 20;

/** Statements and round trips of one request, by query; asked one after the other, with no load. */
export async function countWire(
  peer: Peer,
  queries: readonly BenchQuery[],
  { places, databaseUrl, dir }: { places: readonly SignedPlace[]; databaseUrl: string; dir: string },
): Promise<Map<string, WireCount>> {
  const counter = await WireCounter.open(databaseUrl);
  try {
    const server = await startServer(peer, counter.urlFor(databaseUrl), dir);
    try {
      const counts = new Map<string, WireCount>();
      for (const query of queries) {
        const [request] = (await checkAnswers(query, [server], places)).get(server) ?? [];
        if (!request) continue;
        const before = counter.count();
        for (let turn = 0; turn < REQUESTS; turn++) {
          const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${request.token}` },
            body: request.body,
          });
          await response.arrayBuffer();
        }
        counts.set(query.name, perRequest(before, counter.count()));
      }
      return counts;
    } finally {
      await server.stop();
    }
  } finally {
    await counter.close();
  }
}

function perRequest(before: WireCount, after: WireCount): WireCount {
  const mean = (key: keyof WireCount) => Math.round(((after[key] - before[key]) / REQUESTS) * 10) / 10;
  return { statements: mean('statements'), selects: mean('selects'), roundTrips: mean('roundTrips') };
}
