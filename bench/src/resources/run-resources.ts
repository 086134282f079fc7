import { signInEverywhere } from '../places.ts';
import { checkAnswers } from '../measure/check-answers.ts';
import { type Measurement, runRounds } from '../measure/run-rounds.ts';
import type { Size } from '../measure/size.ts';
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

const SERVERS = ['ours', 'floor'];

/** What is free, beside its floor; then what writes: it changes the rows that the first has read. */
export async function runResources(size: Size): Promise<ResourceResult> {
  const servers: RunningServer[] = [];
  try {
    for (const peer of PEERS.filter(({ name }) => SERVERS.includes(name))) {
      servers.push(await startServer(peer, size.databaseUrl, size.dir));
      const [ours] = servers;
      // The others need the key that its first sign-in makes.
      if (ours && servers.length === 1) await signInEverywhere(ours, size.networks, size.now);
    }
    const [ours] = servers;
    if (!ours) throw new Error('The product does not run.');
    const query = await readWhatIsFree();
    await checkAnswers(query, servers, await signInEverywhere(ours, size.networks, size.now));
    size.say('what is free: both servers answer alike');
    const free = await runRounds(size, [query], servers);
    const oneSlot = await measureOneSlot(size, ours);
    size.say(`one slot: ${JSON.stringify(oneSlot.outcomes)}`);
    const confirmations = await measureConfirmations(size, ours);
    size.say('confirmations are counted');
    const wire = await countBookings(size, ours.peer);
    return { networks: size.networks, free, oneSlot, confirmations, wire };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}
