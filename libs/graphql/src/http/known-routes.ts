import type { RouteOptions } from 'fastify';

/** Tells an address that there is not from a method that an address does not take, which Fastify answers alike. */
export class KnownRoutes {
  private readonly methods = new Map<string, Set<string>>();

  add({ url, method }: Pick<RouteOptions, 'url' | 'method'>): void {
    const known = this.methods.get(url) ?? new Set<string>();
    for (const one of [method].flat()) known.add(one);
    this.methods.set(url, known);
  }

  /** What an address takes, in the order of the alphabet; nothing when there is no such address. */
  methodsOf(address: string): readonly string[] {
    const steps = stepsOf(address);
    const found = [...this.methods].filter(([url]) => fits(stepsOf(url), steps));
    return [...new Set(found.flatMap(([, methods]) => [...methods]))].toSorted();
  }
}

function stepsOf(address: string): readonly string[] {
  return (address.split('?')[0] ?? '').split('/');
}

function fits(pattern: readonly string[], steps: readonly string[]): boolean {
  const isSame = (step: string, at: number): boolean => step === steps[at] || step.startsWith(':');
  return pattern.length === steps.length && pattern.every(isSame);
}
