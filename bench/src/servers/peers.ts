import { fileURLToPath } from 'node:url';
import { API_MAIN } from '../product.ts';

type NodeMajor = 20 | 24;

/** One of the servers compared. */
export interface Peer {
  readonly name: string;
  /** Whose documents it understands. */
  readonly speaks: 'ours' | 'postgraphile' | 'floor';
  readonly node: NodeMajor;
  /** The entry point, by path. */
  readonly main: string;
  /** Loaded before it, with what a collection can be asked for. */
  readonly preload?: string;
  /** Whether it is what we make. */
  readonly product: boolean;
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const ours = { speaks: 'ours', main: fileURLToPath(API_MAIN), product: true } as const;

/** The first is the product; ratios are told against PostGraphile and the floor. */
export const PEERS: readonly Peer[] = [
  { name: 'ours', node: 24, ...ours },
  { name: 'ours, Node 20', node: 20, ...ours },
  { name: 'PostGraphile', speaks: 'postgraphile', node: 24, main: here('postgraphile.ts'), product: false },
  { name: 'ordinary', speaks: 'ours', node: 24, main: here('ordinary.ts'), product: false },
  { name: 'floor', speaks: 'floor', node: 24, main: here('floor.ts'), product: false },
];

/** The Node that a peer runs on, from the packages of the benchmark. */
export function nodeOf({ node }: Pick<Peer, 'node'>): string {
  return fileURLToPath(new URL(`../../node_modules/node${node}/bin/node`, import.meta.url));
}
