import type { WalkCase } from './walk-case.js';

/** What has its time for a post. */
export const SCHEDULE_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.schedule': {
    actor: 'clinic',
    document: (select) =>
      `query ($from: DateTime!, $to: DateTime!, $networkId: ID) {
        schedule(from: $from, to: $to, networkId: $networkId) ${select.of('Schedule', 4)}
        bare: schedule(from: $from, to: $to) { entries(first: 2) { edges { node { thing { id } } } } } }`,
    ids: { networkId: ['Network'] },
    own: async ({ actions, world }) => {
      await actions.open();
      return {
        from: '2026-11-01T00:00:00+08:00',
        to: '2027-02-01T00:00:00+08:00',
        networkId: world.network('southeast'),
      };
    },
  },
};
