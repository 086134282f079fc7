import { LeftOutReason } from './account.js';
import type { CountingRules } from './counting-rules.js';
import { countRound } from './count-round.js';
import type { Figure } from './exact.js';
import { EvaluationPanelKind } from './evaluation-panel-kind.js';
import { ONE_PANEL, type Piles, writtenRound } from './written-round.js';

const { COMMITTEE, PARTNER_UNITS, RESIDENTS } = EvaluationPanelKind;

const THREE_PANELS: CountingRules = {
  ...ONE_PANEL,
  panels: [
    { kind: RESIDENTS, weight: '20.00' },
    { kind: PARTNER_UNITS, weight: '40.00' },
    { kind: COMMITTEE, weight: '40.00' },
  ],
};

function scoreOf(rules: CountingRules, piles: string | Piles): Figure | null | undefined {
  return countRound(rules, writtenRound({ it: piles })).standings[0]?.account.score;
}

it.each([
  ['four sheets, all of them', '70 80 90 100', '85/1', '85.00'],
  ['five, without one lowest and one highest', '0 80 85 90 100', '85/1', '85.00'],
  ['five of which the two highest are the same: one stays', '1 2 3 10 10', '5/1', '5.00'],
  ['six: four stay', '1 1 2 3 4 9', '5/2', '2.50'],
  ['a third that goes on for ever', '7 8 8', '23/3', '7.67'],
  ['four and one set aside: nothing is trimmed', '70 80 (0) 90 100', '85/1', '85.00'],
  ['half steps', '3.5 4 4.50', '4/1', '4.00'],
  ['a scale below zero', '-2 -1.5 0', '-7/6', '-1.17'],
  ['half a hundredth: up', '84 84 84 84.02', '16801/200', '84.01'],
  ['less than half a hundredth: down', '84 84 84.01', '25201/300', '84.00'],
  ['half a hundredth below zero: up, towards zero', '-84 -84 -84 -84.02', '-16801/200', '-84.00'],
  ['more than half a hundredth below zero', '-84 -84 -84.02', '-12601/150', '-84.01'],
])('counts %s', (_, pile, exact, shown) => {
  expect(scoreOf(ONE_PANEL, pile)).toEqual({ exact, shown });
});

it.each<[string, Piles, string | null]>([
  [
    'all three: 40 × 90 + 40 × 80 + 20 × 60',
    { COMMITTEE: '90 90 90', PARTNER_UNITS: '80 80 80', RESIDENTS: '60 60 60' },
    '80/1',
  ],
  [
    'without the residents: 50 × 90 + 50 × 80',
    { COMMITTEE: '90 90 90', PARTNER_UNITS: '80 80 80', RESIDENTS: '0 0' },
    '85/1',
  ],
  [
    'without the partners: 2/3 × 90 + 1/3 × 60',
    { COMMITTEE: '90 90 90', PARTNER_UNITS: '0 0 (0)', RESIDENTS: '60 60 60' },
    '80/1',
  ],
  ['the residents alone', { COMMITTEE: '0 0', RESIDENTS: '60 60 61' }, '181/3'],
  ['none', { COMMITTEE: '9 9', PARTNER_UNITS: '9 9', RESIDENTS: '(9) 9 9' }, null],
])('shares the weight of a panel that is left out: %s', (_, piles, exact) => {
  expect(scoreOf(THREE_PANELS, piles)?.exact ?? null).toBe(exact);
});

it('writes down every step, and of a panel below the minimum no score', () => {
  const rules = {
    ...THREE_PANELS,
    criteria: [
      { position: 2, weight: '40.00' },
      { position: 1, weight: '60.00' },
    ],
  };
  const piles = {
    COMMITTEE: '8/6 9/10 7.5/9 (1/1) 10/5 2/7',
    PARTNER_UNITS: '8/9 7/9 9/9',
    RESIDENTS: '9/9 (3/3) 8/8',
  };
  const { account } = countRound(rules, writtenRound({ it: piles })).standings[0] ?? {};
  const trimmed = (score: string) => ({ score, isTrimmed: true });
  const kept = (score: string) => ({ score, isTrimmed: false });
  expect(account).toEqual({
    minimumSheets: 3,
    panels: [
      {
        kind: COMMITTEE,
        weight: '40',
        sheetsCounted: 5,
        sheetsSetAside: 1,
        leftOut: null,
        effectiveWeight: { exact: '50/1', shown: '50.00' },
        criteria: [
          {
            position: 1,
            weight: '60',
            scores: [trimmed('2'), kept('7.5'), kept('8'), kept('9'), trimmed('10')],
            mean: { exact: '49/6', shown: '8.17' },
            product: { exact: '49/20', shown: '2.45' },
          },
          {
            position: 2,
            weight: '40',
            scores: [trimmed('5'), kept('6'), kept('7'), kept('9'), trimmed('10')],
            mean: { exact: '22/3', shown: '7.33' },
            product: { exact: '22/15', shown: '1.47' },
          },
        ],
        subtotal: { exact: '47/12', shown: '3.92' },
      },
      {
        kind: PARTNER_UNITS,
        weight: '40',
        sheetsCounted: 3,
        sheetsSetAside: 0,
        leftOut: null,
        effectiveWeight: { exact: '50/1', shown: '50.00' },
        criteria: [
          {
            position: 1,
            weight: '60',
            scores: [kept('7'), kept('8'), kept('9')],
            mean: { exact: '8/1', shown: '8.00' },
            product: { exact: '12/5', shown: '2.40' },
          },
          {
            position: 2,
            weight: '40',
            scores: [kept('9'), kept('9'), kept('9')],
            mean: { exact: '9/1', shown: '9.00' },
            product: { exact: '9/5', shown: '1.80' },
          },
        ],
        subtotal: { exact: '21/5', shown: '4.20' },
      },
      {
        kind: RESIDENTS,
        weight: '20',
        sheetsCounted: 2,
        sheetsSetAside: 1,
        leftOut: LeftOutReason.SET_ASIDE,
        effectiveWeight: null,
        criteria: [],
        subtotal: null,
      },
    ],
    score: { exact: '487/60', shown: '8.12' },
  });
});

it.each([
  ['of a nomination', { nominationId: 'other' }, 'Nomination other is not in the round.'],
  ['of a panel', { panelKind: RESIDENTS }, 'There is no panel RESIDENTS in the round.'],
  ['with a score too many', { scores: ['9', '9'] }, 'A sheet has 2 scores for 1 criteria.'],
  ['with a score missing', { scores: [] }, 'A sheet has 0 scores for 1 criteria.'],
  ['with what is no decimal', { scores: ['1/3'] }, '“1/3” is no decimal.'],
])('refuses a sheet %s that is not in the round', (_, wrong, message) => {
  const { nominationIds, sheets } = writtenRound({ it: '9 9 9' });
  const sheet = { nominationId: 'it', panelKind: COMMITTEE, isSetAside: false, scores: ['9'], ...wrong };
  expect(() => countRound(ONE_PANEL, { nominationIds, sheets: [...sheets, sheet] })).toThrow(
    new RangeError(message),
  );
});
