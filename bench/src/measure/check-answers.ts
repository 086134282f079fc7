import { isDeepStrictEqual } from 'node:util';
import type { SignedPlace } from '../places.ts';
import type { BenchQuery } from '../queries/read-queries.ts';
import type { RunningServer } from '../servers/running-server.ts';
import type { CheckedRequest } from './load.ts';

/** Long enough for whatever is compiled at the first request. */
const SETTLED_AFTER = 3;

/** Asks every server for every place. What one says differently from the first ends the run. */
export async function checkAnswers(
  query: BenchQuery,
  servers: readonly RunningServer[],
  places: readonly SignedPlace[],
): Promise<Map<RunningServer, CheckedRequest[]>> {
  const checked = new Map<RunningServer, CheckedRequest[]>(servers.map((server) => [server, []]));
  for (const { place, token } of places) {
    let first: unknown;
    for (const server of servers) {
      const body = query.bodyFor(server.peer, place);
      const answer = await ask(server, token, body);
      const plain = query.plainFrom(server.peer, answer);
      first ??= plain;
      if (!isDeepStrictEqual(plain, first)) throw new Error(differenceOf(query, server, [first, plain]));
      checked.get(server)?.push({ token, body, answerBytes: Buffer.byteLength(answer) });
    }
  }
  return checked;
}

async function ask({ port }: RunningServer, token: string, body: string): Promise<string> {
  let answer = '';
  for (let turn = 0; turn < SETTLED_AFTER; turn++) {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
    answer = await response.text();
  }
  return answer;
}

function differenceOf(
  { name }: BenchQuery,
  { peer }: RunningServer,
  both: readonly [unknown, unknown],
): string {
  const [expected, said] = both.map((one) => JSON.stringify(one)) as [string, string];
  let place = 0;
  while (expected[place] === said[place]) place++;
  const around = (text: string) => text.slice(Math.max(0, place - 80), place + 80);
  return `${peer.name} answers ${name} differently: …${around(said)}… instead of …${around(expected)}…`;
}
