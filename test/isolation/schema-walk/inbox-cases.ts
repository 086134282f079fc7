import type { WalkCase } from './walk-case.js';

/** What waits for a post. */
export const INBOX_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.inbox': {
    actor: 'clinic',
    document: (select) =>
      `query { inbox { totalCount countsByKind ${select.of('InboxCount', 1)} entries(first: 5) ${select.of('InboxEntryConnection', 3)} } bare: inbox { entries(first: 2) { edges { node { thing { id } } } } } }`,
    ids: {},
    own: async ({ actions }) => {
      await actions.open();
      return {};
    },
  },
};
