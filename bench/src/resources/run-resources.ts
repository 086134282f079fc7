import { type Measurement, runRound } from '../measure/run-rounds.ts';
import { productOf, type Size } from '../measure/size.ts';
import { signInEverywhere } from '../places.ts';
import { readWhatIsFree } from '../queries/what-is-free.ts';
import { PEERS } from '../servers/peers.ts';
import { type RunningServer, startServer } from '../servers/running-server.ts';
import { type Confirmations, measureConfirmations } from './confirmations.ts';
import { type BookingWire, countBookings } from './count-bookings.ts';
import { measureOneSlot, type OneSlot } from './one-slot.ts';

/** What one size has given of searching and booking. */
export interface ResourceResult {
  readonly networks: number;
  readonly free: readonly Measurement[];
  readonly oneSlot: OneSlot;
  readonly confirmations: Confirmations;
  readonly wire: BookingWire;
}

interface Served {
  readonly size: Size;
  readonly servers: RunningServer[];
}

/** Rounds before the first that counts: on a busy machine one is not enough to have everything compiled. */
const WARM_UPS = 3;
const SERVERS = ['ours', 'floor'];

/** What is free, beside its floor; then what writes, for it changes the rows that the first has read. */
export async function runResources(sizes: readonly Size[]): Promise<ResourceResult[]> {
  const all: Served[] = sizes.map((size) => ({ size, servers: [] }));
  try {
    for (const served of all) await startBoth(served);
    const free = await measureFree(all);
    const results: ResourceResult[] = [];
    for (const served of all)
      results.push({
        networks: served.size.networks,
        free: free.get(served) ?? [],
        ...(await measureWrites(served)),
      });
    return results;
  } finally {
    await Promise.all(all.flatMap(({ servers }) => servers.map((server) => server.stop())));
  }
}

/** The product first: the other needs the key that its first sign-in makes. */
async function startBoth({ size, servers }: Served): Promise<void> {
  for (const peer of PEERS.filter(({ name }) => SERVERS.includes(name))) {
    servers.push(await startServer(peer, size.databaseUrl, size.dir));
    if (servers.length === 1) await signInEverywhere(productOf(servers), size.networks, size.now);
  }
}

/** The sizes take turns in each round, so that what slows the machine down slows both. */
async function measureFree(all: readonly Served[]): Promise<Map<Served, Measurement[]>> {
  const query = await readWhatIsFree();
  const free = new Map<Served, Measurement[]>(all.map((served) => [served, []]));
  const { rounds, say } = { rounds: all[0]?.size.options.rounds ?? 0, say: all[0]?.size.say };
  for (let turn = 1; turn < WARM_UPS; turn++)
    for (const served of all) await runRound(served.size, [query], served.servers, 0);
  for (let round = 0; round <= rounds; round++) {
    for (const served of all)
      free.get(served)?.push(...(await runRound(served.size, [query], served.servers, round)));
    say?.(`what is free: ${round === 0 ? 'warmed up' : `round ${round} of ${rounds}`}`);
  }
  return free;
}

async function measureWrites({ size, servers }: Served): Promise<Omit<ResourceResult, 'networks' | 'free'>> {
  const ours = productOf(servers);
  const oneSlot = await measureOneSlot(size, ours);
  size.say(`one slot: ${JSON.stringify(oneSlot.outcomes)}`);
  const confirmations = await measureConfirmations(size, ours);
  size.say('confirmations are counted');
  return { oneSlot, confirmations, wire: await countBookings(size, ours.peer) };
}
