import type { WalkCase } from './walk-case.js';

/** What waits for a post. */
export const INBOX_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.inbox': {
    actor: 'clinic',
    document: (select) =>
      `query ($networkId: ID) { inbox(networkId: $networkId) ${select.of('Inbox', 4)} bare: inbox { entries(first: 2) { edges { node { thing { id } } } } } }`,
    ids: { networkId: ['Network'] },
    own: async ({ actions, world }) => {
      await actions.open();
      return { networkId: world.network('southeast') };
    },
  },
};
