import type { WalkCase } from './walk-case.js';

/** What waits for a post. */
export const INBOX_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.inbox': {
    actor: 'clinic',
    document: (select) =>
      `query { inbox ${select.of('Inbox', 4)} bare: inbox { entries(first: 2) { edges { node { thing { id } } } } } }`,
    ids: {},
    own: async ({ actions }) => {
      await actions.open();
      return {};
    },
  },
};
