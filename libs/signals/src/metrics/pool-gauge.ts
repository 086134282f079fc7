import { Gauge, type Registry } from 'prom-client';

/** As node-postgres counts. */
export interface CountedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

const NAME = 'lianjian_pool_connections';
const watched = new WeakMap<Registry, Map<string, CountedPool>>();

/** One gauge for all pools of a process: API and worker may share it. */
export function addPoolGauge(registry: Registry, name: string, pool: CountedPool): void {
  const pools = watched.get(registry) ?? makeGauge(registry);
  pools.set(name, pool);
}

function makeGauge(registry: Registry): Map<string, CountedPool> {
  const pools = new Map<string, CountedPool>();
  watched.set(registry, pools);
  const gauge = new Gauge({
    name: NAME,
    help: 'Connections to the database: open, open and idle, and requests that wait for one.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect: () => {
      for (const [pool, { totalCount, idleCount, waitingCount }] of pools) {
        gauge.set({ pool, state: 'total' }, totalCount);
        gauge.set({ pool, state: 'idle' }, idleCount);
        gauge.set({ pool, state: 'waiting' }, waitingCount);
      }
    },
  });
  return pools;
}
