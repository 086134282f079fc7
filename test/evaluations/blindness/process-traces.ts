import type { World } from '../../support/world.js';

/** How long something took is told of every act. */
const TIMES = /_bucket|_sum|process_|nodejs_|^#/;

/** What the process says of what happens in a world: lines of its log, and its figures by how much they grow. */
export async function tracesOf<Result>(
  { api }: World,
  happen: () => Promise<Result>,
): Promise<[Result, readonly string[]]> {
  const [lines, before] = [api.lines.length, await countsOf(api)];
  const result = await happen();
  const logged = api.lines.slice(lines).map((line) => JSON.stringify({ ...line, ms: 0, time: 0 }));
  const grown = [...(await countsOf(api))].map(
    ([name, count]) => `${name} ${count - (before.get(name) ?? 0)}`,
  );
  return [result, [...logged, ...grown]];
}

async function countsOf({ metrics }: World['api']): Promise<ReadonlyMap<string, number>> {
  const text = await metrics.registry.metrics();
  const series = text.split('\n').filter((line) => line !== '' && !TIMES.test(line));
  return new Map(
    series.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}
