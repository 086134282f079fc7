import type { Options } from '../options.ts';
import type { RunningServer } from '../servers/running-server.ts';

/** A database of one size, and what is to be done on it. */
export interface Size {
  readonly networks: number;
  readonly databaseUrl: string;
  /** The same for who may do anything. */
  readonly superuserUrl: string;
  readonly postmaster: number;
  /** The instant around which its rows lie. */
  readonly now: Date;
  /** Takes the logs of the servers. */
  readonly dir: string;
  readonly options: Options;
  readonly say: (line: string) => void;
}

/** The one with which one signs in. */
export function productOf(servers: readonly RunningServer[]): RunningServer {
  const found = servers.find(({ peer }) => peer.product);
  if (!found) throw new Error('The product does not run.');
  return found;
}
