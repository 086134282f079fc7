import { Gauge, type Registry } from 'prom-client';

/** Jobs in the queue, by what they wait for. */
export type CountJobs = () => Promise<Readonly<Record<string, number>>>;

export function addJobGauge(registry: Registry, count: CountJobs): void {
  const gauge = new Gauge({
    name: 'lianjian_jobs_waiting',
    help: 'Jobs in the queue of all processes: due, later, running, and given up after their last attempt.',
    labelNames: ['state'],
    registers: [registry],
    collect: async () => {
      gauge.reset();
      // Without a database the other figures are wanted all the more.
      const counts = await count().catch(() => ({}));
      for (const [state, jobs] of Object.entries(counts)) gauge.set({ state }, jobs);
    },
  });
}
