import { readFile } from 'node:fs/promises';
import { plain } from './plain.ts';
import type { BenchQuery } from './read-queries.ts';

/** Names the folder with a document for each kind of server. */
export const WHAT_IS_FREE = 'what-is-free';

/** What can be had in a network for two hours, and what speaks against each other offer; asked of us and the floor. */
export async function readWhatIsFree(): Promise<BenchQuery> {
  const ours = await readFile(new URL(`${WHAT_IS_FREE}/ours.graphql`, import.meta.url), 'utf8');
  return {
    name: WHAT_IS_FREE,
    bodyFor: ({ speaks }, { networkId, globalNetworkId, wish }) => {
      const isFloor = speaks === 'floor';
      const variables = { network: isFloor ? networkId : globalNetworkId, ...wish };
      return JSON.stringify({ query: isFloor ? WHAT_IS_FREE : ours, variables });
    },
    plainFrom: (_peer, body) => {
      const { data, errors } = JSON.parse(body) as { data?: Answer; errors?: unknown };
      if (errors !== undefined || !data)
        throw new Error(`${WHAT_IS_FREE} was answered with ${body.slice(0, 500)}`);
      const { free, unfit } = data.whatIsFree;
      if (free.length === 0 || unfit.length === 0)
        throw new Error('Where all is free, or nothing, little is judged: the world has changed.');
      return plain(data);
    },
  };
}

interface Answer {
  readonly whatIsFree: { readonly free: readonly object[]; readonly unfit: readonly object[] };
}
