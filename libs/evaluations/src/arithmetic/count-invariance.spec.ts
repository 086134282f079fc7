import * as fc from 'fast-check';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import type { Account } from './account.js';
import { roundOf } from './account-round.js';
import { countRound, type RoundCount } from './count-round.js';
import { type RandomRound, roundArbitrary } from './random-round.js';

const RUNS = Math.ceil(Number(process.env.EVALUATION_RUNS ?? 2_000) / 20);

interface Case {
  readonly what: string;
  readonly changed: (random: RandomRound) => RandomRound;
  /** What must stay as it is. */
  readonly say: (count: RoundCount) => unknown;
}

const whole = (count: RoundCount): unknown => count;
const figures = ({ standings, sureness }: RoundCount): unknown => ({
  sureness,
  standings: standings.map(({ account, ...place }) => ({ place, figures: figuresOf(account) })),
});

const CASES: readonly Case[] = [
  {
    what: 'in which order sheets, nominations, panels, criteria and awards come',
    changed: ({ rules, round: { nominationIds, sheets } }) => {
      const { criteria, panels, awards } = rules;
      return {
        rules: { ...rules, criteria: mixed(criteria), panels: mixed(panels), awards: mixed(awards) },
        round: { nominationIds: mixed(nominationIds), sheets: mixed(sheets) },
      };
    },
    say: whole,
  },
  {
    what: 'with how many zeros numbers are written',
    changed: ({ rules, round: { nominationIds, sheets } }) => {
      const bare = (decimal: string): string => decimal.replace(/\.?0+$/, '');
      const panels = rules.panels.map((panel) => ({ ...panel, weight: bare(panel.weight) }));
      const bared = sheets.map((sheet) => ({ ...sheet, scores: sheet.scores.map(bare) }));
      return { rules: { ...rules, panels }, round: { nominationIds, sheets: bared } };
    },
    say: whole,
  },
  {
    what: 'what those say whose sheets are set aside',
    changed: ({ rules, round: { nominationIds, sheets } }) => {
      const more = sheets.map((sheet) => ({ ...sheet, isSetAside: true, scores: sheet.scores.toReversed() }));
      return { rules, round: { nominationIds, sheets: [...more, ...sheets] } };
    },
    say: figures,
  },
  {
    what: 'that all panels weigh more alike',
    changed: ({ rules, round }) => {
      const panels = rules.panels.map((panel) => ({ ...panel, weight: panel.weight.replace('.', '') }));
      return { rules: { ...rules, panels }, round };
    },
    say: figures,
  },
];

it.each(CASES)('counts the same, no matter $what', ({ changed, say }) => {
  const property = fc.property(roundArbitrary, (random) => {
    const { rules, round } = changed(random);
    expect(say(countRound(rules, round))).toEqual(say(countRound(random.rules, random.round)));
  });
  fc.assert(property, propertyRuns(RUNS));
});

it('counts a nomination as if what is left out for it were not in the rules', () => {
  const property = fc.property(roundArbitrary, ({ rules, round }) => {
    for (const { nominationId, account } of countRound(rules, round).standings) {
      const left = new Set(account.panels.flatMap(({ kind, leftOut }) => (leftOut ? kind : [])));
      const panels = rules.panels.filter(({ kind }) => !left.has(kind));
      const sheets = round.sheets.filter(
        (sheet) => sheet.nominationId === nominationId && !left.has(sheet.panelKind),
      );
      const { standings } = countRound({ ...rules, panels }, { nominationIds: [nominationId], sheets });
      expect(standings[0]?.account.score).toEqual(account.score);
    }
  });
  fc.assert(property, propertyRuns(RUNS));
});

it('needs nothing but the account, as it is stored, to work every figure of it out again', () => {
  const property = fc.property(roundArbitrary, ({ rules, round }) => {
    for (const { account } of countRound(rules, round).standings) {
      const stored = JSON.parse(JSON.stringify(account)) as Account;
      expect(countRound(...roundOf(stored)).standings[0]?.account).toEqual(account);
    }
  });
  fc.assert(property, propertyRuns(RUNS));
});

/** All that is said but the weights, how many sheets are set aside, and what follows from that. */
function figuresOf({ score, panels }: Account): unknown {
  return [
    score,
    panels.map(({ kind, sheetsCounted, leftOut, effectiveWeight, criteria, subtotal }) => {
      const isLeftOut = leftOut !== null;
      return { kind, sheetsCounted, isLeftOut, effectiveWeight, criteria, subtotal };
    }),
  ];
}

/** Those at odd places backwards, then the others backwards. */
function mixed<Item>(all: readonly Item[]): Item[] {
  return [1, 0].flatMap((rest) => all.filter((_, at) => at % 2 === rest).toReversed());
}
