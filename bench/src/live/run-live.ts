import { processorTimeBelow, processorTimeOf } from '../measure/processor-time.ts';
import type { Size } from '../measure/size.ts';
import { median } from '../report/summary.ts';
import { startServer } from '../servers/running-server.ts';
import { Crowd, type Spread } from './crowd.ts';
import { askMemory } from './memory.ts';
import { OURS, ourWay, PLAIN, plainWay, type Way } from './ways.ts';

export const SUBSCRIBERS = 1_000;
/** Few who come first, so that what a process learns once is not counted as theirs. */
const FIRST_FEW = 20;
const WARM_UPS = 2;

/** What it took to tell all of one event. */
interface Told extends Spread {
  /** Milliseconds of processor time. */
  readonly server: number;
  readonly database: number;
}

/** One way of telling; medians over the rounds. */
export interface LiveResult extends Told {
  readonly way: string;
  readonly rounds: number;
  /** The longest until all were told. */
  readonly longest: number;
  /** Until all of them stood, in seconds. */
  readonly standing: number;
  /** Of each subscriber, in KiB: heap and buffers after a collection, and what lies in memory. */
  readonly kept: number;
  readonly resident: number;
}

interface Standing {
  readonly name: string;
  readonly way: Way;
  readonly crowd: Crowd;
  readonly seconds: number;
  readonly kept: number;
  readonly resident: number;
}

/** A thousand who watch one thing on one process, beside the least that tells them anything; in turn. */
export async function runLive(size: Size): Promise<LiveResult[]> {
  const closing: (() => Promise<void>)[] = [];
  try {
    const standing: Standing[] = [];
    for (const [peer, wayOf] of [[OURS, ourWay] as const, [PLAIN, plainWay] as const]) {
      const server = await startServer(peer, size.databaseUrl, size.dir);
      closing.unshift(() => server.stop());
      const way = await wayOf(server, size);
      closing.unshift(() => way.close());
      const one = await stand(size, peer.name, way);
      closing.unshift(() => one.crowd.close());
      standing.push(one);
      size.say(`${one.name}: ${SUBSCRIBERS} stand after ${one.seconds.toFixed(1)} s`);
    }
    return await measure(size, standing);
  } finally {
    for (const close of closing) await close();
  }
}

async function stand({ dir }: Size, name: string, way: Way): Promise<Standing> {
  const few = await Crowd.open({ ...way.watched, subscribers: FIRST_FEW });
  const { marker, act } = way.next();
  await few.hear(marker, act);
  await few.close();
  const { pid } = way.server;
  const before = await askMemory(dir, pid);
  const from = performance.now();
  const crowd = await Crowd.open({ ...way.watched, subscribers: SUBSCRIBERS });
  const seconds = (performance.now() - from) / 1000;
  const after = await askMemory(dir, pid);
  const each = (bytes: number): number => bytes / 1024 / SUBSCRIBERS;
  const [kept, resident] = [each(after.kept - before.kept), each(after.resident - before.resident)];
  return { name, way, crowd, seconds, kept, resident };
}

async function measure({ options, postmaster, say }: Size, all: readonly Standing[]): Promise<LiveResult[]> {
  const told = new Map<Standing, Told[]>(all.map((one) => [one, []]));
  for (let round = 1 - WARM_UPS; round <= options.rounds; round++) {
    for (const one of all) {
      const { marker, act } = one.way.next();
      const times = (): [number, number] => [
        processorTimeOf(one.way.server.pid),
        processorTimeBelow(postmaster),
      ];
      const before = times();
      const spread = await one.crowd.hear(marker, act);
      const after = times();
      if (round < 1) continue;
      told.get(one)?.push({ ...spread, server: after[0] - before[0], database: after[1] - before[1] });
    }
    say(`live: ${round < 1 ? 'warms up' : `round ${round} of ${options.rounds}`}`);
  }
  return all.map((one) => summaryOf(one, told.get(one) ?? []));
}

function summaryOf({ name, seconds, kept, resident }: Standing, told: readonly Told[]): LiveResult {
  const of = (figure: keyof Told): number => median(told.map((one) => one[figure]));
  return {
    way: name,
    rounds: told.length,
    act: of('act'),
    first: of('first'),
    half: of('half'),
    all: of('all'),
    longest: Math.max(...told.map(({ all }) => all)),
    server: of('server'),
    database: of('database'),
    standing: seconds,
    kept,
    resident,
  };
}
