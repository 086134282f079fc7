import { createRequire } from 'node:module';

// Its types speak of what is required, not of what is imported.
const jest: typeof import('@jest/test-sequencer') = createRequire(import.meta.url)('@jest/test-sequencer');

type TestSequencer = InstanceType<typeof jest.default>;
type Tests = Parameters<TestSequencer['sort']>[0];
type TimedFile = Pick<Tests[number], 'path' | 'duration'>;

/** What takes a worker the better part of a minute or more, dearest first. */
export const DEAREST: readonly string[] = [
  'test/equality/equality.e2e-spec.js',
  'test/indexes/lists.int-spec.js',
  'test/isolation/schema-walk.e2e-spec.js',
  'test/isolation/query-log.int-spec.js',
  'test/standalone.e2e-spec.js',
  'test/evaluations/blindness.e2e-spec.js',
];

/**
 * Keeps a run from ending with one long file and an idle core. Jest goes by what a file took the last time; where there
 * was none, as in a fresh clone, by its size, and these are small.
 */
export default class DearestFirst extends jest.default {
  override async sort(...given: Parameters<TestSequencer['sort']>): Promise<Tests> {
    return dearestFirst(await super.sort(...given));
  }
}

/** Those of which nobody knows what they took; the rest stays as it is. */
export function dearestFirst<File extends TimedFile>(files: readonly File[]): File[] {
  return files.toSorted((one, other) => rankOf(one) - rankOf(other));
}

function rankOf({ path, duration }: TimedFile): number {
  const rank = duration === undefined ? DEAREST.findIndex((name) => path.endsWith(`/${name}`)) : -1;
  return rank < 0 ? DEAREST.length : rank;
}
