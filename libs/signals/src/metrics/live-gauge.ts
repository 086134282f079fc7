import { Gauge, type Registry } from 'prom-client';

/** What is open in this process. */
export type CountLive = () => Readonly<Record<string, number>>;

export function addLiveGauge(registry: Registry, count: CountLive): void {
  const gauge = new Gauge({
    name: 'lianjian_live',
    help: 'WebSockets that are open, and subscriptions over them.',
    labelNames: ['what'],
    registers: [registry],
    collect: () => {
      for (const [what, open] of Object.entries(count())) gauge.set({ what }, open);
    },
  });
}
