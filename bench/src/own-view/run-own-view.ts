import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { loadFor, loadWith, quantile, type CheckedRequest, type Slice } from '../measure/load.ts';
import type { Size } from '../measure/size.ts';
import { signIn } from '../places.ts';
import { product } from '../product.ts';
import { median } from '../report/summary.ts';
import { PEERS, type Peer } from '../servers/peers.ts';
import { startServer, type RunningServer } from '../servers/running-server.ts';
import { BareStatement } from './bare-statement.ts';
import type { Asking } from './district.ts';
import { readOwnViewQueries, type OwnViewQuery } from './queries.ts';
import { StatementTap, type SentStatement } from './statement-tap.ts';

const CLIENTS = [1, 16] as const;
/** What both the inbox and figures are asked by. */
const FORM = /^SELECT \(WITH (gathered|given) AS/;

/** One way of asking, in medians over the rounds. */
export interface OwnViewWay {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** One query, asked by so many clients at once. */
export interface OwnViewResult {
  readonly part: OwnViewQuery['part'];
  readonly query: string;
  readonly role: string;
  readonly clients: number;
  readonly ours: OwnViewWay;
  readonly bare: OwnViewWay;
  /** Of the medians of latency within a round: how many times as long as the statement we take. */
  readonly ratio: number;
  /** Of our server, in MiB, at the end of its last slice. */
  readonly memory: number;
}

interface Prepared {
  readonly query: OwnViewQuery;
  readonly requests: readonly (CheckedRequest & { readonly statement: SentStatement })[];
}

/** The product’s root field over HTTP beside the one prepared statement on bare connections, in turn. */
export async function runOwnView(size: Size, asking: readonly Asking[]): Promise<OwnViewResult[]> {
  const peer = PEERS[0] as Peer;
  const queries = (await readOwnViewQueries()).filter(({ part }) => size.options.parts.includes(part));
  const server = await startServer(peer, size.databaseUrl, size.dir);
  try {
    const results: OwnViewResult[] = [];
    for (const query of queries) {
      const tokens = await signInAll(server, asking, query);
      const prepared = await prepare(size, peer, server, query, tokens);
      size.say(`${query.name} of a ${query.role.toLowerCase()}: both say the same`);
      for (const clients of CLIENTS) results.push(await compare(size, server, prepared, clients));
    }
    return results;
  } finally {
    await server.stop();
  }
}

type Signed = Asking & { readonly token: string };

function signInAll(
  server: RunningServer,
  asking: readonly Asking[],
  { role }: OwnViewQuery,
): Promise<Signed[]> {
  const own = asking.filter((one) => one.role === role);
  return Promise.all(own.map(async (one) => ({ ...one, token: await signIn(server, one.account) })));
}

/** Asks each once through a tap that keeps the statement. @throws where the two do not say the same */
async function prepare(
  size: Size,
  peer: Peer,
  server: RunningServer,
  query: OwnViewQuery,
  signed: readonly Signed[],
): Promise<Prepared> {
  const { toGlobalId } = await product.globalIds();
  const tap = await StatementTap.open(size.databaseUrl, FORM);
  const bare = BareStatement.open(size.databaseUrl, 1);
  const tapped = await startServer(peer, tap.urlFor(size.databaseUrl), size.dir);
  try {
    const requests: Prepared['requests'][number][] = [];
    for (const one of signed) {
      const body = query.bodyFor(one, toGlobalId);
      await ask(tapped, one.token, body);
      const statement = query.statementFor(one, tap.take());
      const answer = await ask(server, one.token, body);
      const both = [
        query.plainFrom(answer),
        query.plainBare(await bare.ask(one.token, query.name, statement)),
      ];
      if (!isDeepStrictEqual(both[0], both[1]))
        throw new Error(
          `${query.name} of ${one.account} is not what the statement says: ${JSON.stringify(both)}`,
        );
      requests.push({ token: one.token, body, answerBytes: Buffer.byteLength(answer), statement });
    }
    return { query, requests };
  } finally {
    await Promise.all([tapped.stop(), bare.close()]);
    await tap.close();
  }
}

async function ask({ port }: RunningServer, token: string, body: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  return response.text();
}

/** The first round warms up. */
async function compare(
  { options, databaseUrl }: Size,
  server: RunningServer,
  { query, requests }: Prepared,
  clients: number,
): Promise<OwnViewResult> {
  const bare = BareStatement.open(databaseUrl, clients);
  const ours: OwnViewWay[] = [];
  const statement: OwnViewWay[] = [];
  try {
    for (let round = 0; round <= options.rounds; round++) {
      const byUs = await loadFor(server.port, requests, options.seconds, clients);
      const byStatement = await loadWith(clients, options.seconds, requests, async (one) => {
        await bare.ask(one.token, query.name, one.statement);
      });
      if (round === 0) continue;
      ours.push(wayOf(byUs));
      statement.push(wayOf(byStatement));
    }
  } finally {
    await bare.close();
  }
  return {
    part: query.part,
    query: query.name,
    role: query.role.toLowerCase(),
    clients,
    ours: medians(ours),
    bare: medians(statement),
    ratio: median(ours.map(({ p50 }, round) => p50 / (statement[round]?.p50 ?? Number.NaN))),
    memory: memoryOf(server.pid),
  };
}

function wayOf({ requestsPerSecond, latencies }: Slice): OwnViewWay {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(latencies, share)) as [
    number,
    number,
    number,
  ];
  return { requestsPerSecond, p50, p95, p99 };
}

function medians(ways: readonly OwnViewWay[]): OwnViewWay {
  const of = (figure: keyof OwnViewWay): number => median(ways.map((way) => way[figure]));
  return { requestsPerSecond: of('requestsPerSecond'), p50: of('p50'), p95: of('p95'), p99: of('p99') };
}

/** What of a process lies in memory, in MiB. */
function memoryOf(pid: number): number {
  const [, kibibytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}
