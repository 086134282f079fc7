import { signInEverywhere } from '../places.ts';
import { type BenchQuery, readQueries } from '../queries/read-queries.ts';
import { PEERS, type Peer } from '../servers/peers.ts';
import { type RunningServer, startServer } from '../servers/running-server.ts';
import { checkAnswers } from './check-answers.ts';
import { countWire } from './count-wire.ts';
import { runRounds, type Measurement } from './run-rounds.ts';
import { productOf, type Size } from './size.ts';
import type { WireCount } from './wire-counter.ts';

/** What one size has given. */
export interface SizeResult {
  readonly networks: number;
  readonly measurements: readonly Measurement[];
  readonly wire: readonly (WireCount & { readonly query: string; readonly peer: string })[];
}

/** Starts every server on the database, checks that all answer alike, loads them in turn, and counts. */
export async function runSize(size: Size): Promise<SizeResult> {
  const queries = (await readQueries()).filter(({ name }) =>
    (size.options.queries as readonly string[]).includes(name),
  );
  const servers: RunningServer[] = [];
  try {
    await startAll(size, servers);
    await checkAll(size, queries, servers);
    const measurements = await runRounds(size, queries, servers);
    return { networks: size.networks, measurements, wire: await countAll(size, queries, servers) };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** The product first: the others need the key that its first sign-in makes. */
async function startAll({ databaseUrl, dir, networks, now }: Size, servers: RunningServer[]): Promise<void> {
  for (const peer of PEERS) {
    const server = await startServer(peer, databaseUrl, dir);
    servers.push(server);
    if (servers.length === 1) await signInEverywhere(server, networks, now);
  }
}

async function checkAll(
  size: Size,
  queries: readonly BenchQuery[],
  servers: readonly RunningServer[],
): Promise<void> {
  const places = await signInEverywhere(productOf(servers), size.networks, size.now);
  for (const query of queries) {
    await checkAnswers(query, servers, places);
    size.say(`${query.name}: all servers answer alike`);
  }
}

async function countAll(
  { databaseUrl, dir, networks, now }: Size,
  queries: readonly BenchQuery[],
  servers: readonly RunningServer[],
): Promise<SizeResult['wire']> {
  const places = await signInEverywhere(productOf(servers), networks, now);
  const wire: SizeResult['wire'][number][] = [];
  for (const peer of PEERS.filter(isFirstOfItsKind)) {
    const counts = await countWire(peer, queries, { places, databaseUrl, dir });
    for (const [query, count] of counts) wire.push({ query, peer: peer.name, ...count });
  }
  return wire;
}

/** The same program on another Node sends the same statements. */
function isFirstOfItsKind(peer: Peer): boolean {
  return PEERS.find(({ main }) => main === peer.main) === peer;
}
