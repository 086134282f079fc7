import { parseArgs } from 'node:util';
import { QUERY_NAMES, type QueryName } from './queries/read-queries.ts';

const PARTS = ['reads', 'resources', 'arithmetic', 'inbox', 'figures', 'live'] as const;
/** What can be run alone. */
export type Part = (typeof PARTS)[number];

/** What a run is to measure. */
export interface Options {
  /** Sizes, in networks; each is a database of its own. */
  readonly networks: readonly number[];
  readonly parts: readonly Part[];
  readonly queries: readonly QueryName[];
  readonly rounds: number;
  /** Of each slice. */
  readonly seconds: number;
  /** Whether the tables go into docs/performance.md. */
  readonly publish: boolean;
}

/** @throws one sentence for what cannot be understood */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      networks: { type: 'string', default: '1,50,200' },
      parts: { type: 'string', default: PARTS.join(',') },
      queries: { type: 'string', default: QUERY_NAMES.join(',') },
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '2' },
      publish: { type: 'boolean', default: false },
    },
  });
  return {
    networks: values.networks.split(',').map((text) => positive('--networks', text)),
    parts: values.parts.split(',').map((text) => named('part', PARTS, text)),
    queries: values.queries.split(',').map((text) => named('query', QUERY_NAMES, text)),
    rounds: positive('--rounds', values.rounds),
    seconds: positive('--seconds', values.seconds),
    publish: values.publish,
  };
}

function positive(option: string, text: string): number {
  const number = Number(text);
  if (!(number > 0 && number <= 1000))
    throw new Error(`${option} takes numbers from 1 to 1000, not "${text}".`);
  return number;
}

function named<Name extends string>(what: string, names: readonly Name[], text: string): Name {
  const name = names.find((known) => known === text);
  if (!name) throw new Error(`There is no ${what} "${text}": there are ${names.join(', ')}.`);
  return name;
}
