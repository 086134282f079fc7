import type { WalkCase } from './walk-case.js';

const OF = 'of: $of, from: "2026-11-01", until: "2027-05-01"';

/** Figures of what was lent, which its owner traces to its bookings. */
export const FIGURE_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.figures': {
    actor: 'bus-639',
    document: (select) =>
      `query ($of: ID!) { figures(${OF}, names: [HOURS_LENT]) { __typename of { id } by periods ${select.of('FigurePeriod', 1)}
        figures { name values ${select.of('FigureValue', 2)} byUnit ${select.of('FigureOfUnit', 1)} byNetwork ${select.of('FigureOfNetwork', 1)}
          rows(first: 2) ${select.of('FigureRowConnection', 3)} } } bare: figures(${OF}) ${select.of('Figures', 2)} }`,
    ids: { of: ['Network', 'Unit', 'Area'] },
    own: async (stage) => {
      await stage.lent();
      return { of: stage.world.unit('bus-639') };
    },
  },
};
