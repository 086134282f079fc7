import type { WalkCase } from './walk-case.js';

const OF = 'of: $of, from: "2026-11-01", until: "2027-05-01"';

/** Figures of what was lent, which its owner traces to its bookings. */
export const FIGURE_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.figures': {
    actor: 'bus-639',
    document: (select) =>
      `query ($of: ID!) { figures(${OF}, names: [HOURS_LENT]) { __typename of { id } by periods ${select.of('FigurePeriod', 1)} figures ${select.of('Figure', 3)} } bare: figures(${OF}) ${select.of('Figures', 1)} }`,
    ids: { of: ['Network', 'Unit', 'Area'] },
    own: async (stage) => {
      await stage.lent();
      return { of: stage.world.unit('bus-639') };
    },
  },
};
