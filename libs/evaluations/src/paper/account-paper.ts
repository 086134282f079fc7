import { hidePhones } from '#graphql';
import {
  type Account,
  type AccountCriterion,
  type AccountPanel,
  LeftOutReason,
} from '../arithmetic/account.js';
import { type Figure, plainDecimal, readDecimal, sumOf, toExact } from '../arithmetic/exact.js';
import { EVALUATION_PANEL_KINDS } from '../rules/evaluation-rules.words.js';
import { EVALUATION_RESULT_STATES } from '../result/evaluation-result.words.js';
import type { EvaluationResult } from '../result/evaluation-result.entity.js';
import { ACCOUNT_WORDS as W } from './account-paper.words.js';

/** An account, and what it is of. */
export interface Accounted extends Pick<EvaluationResult, 'number' | 'state'>, Account {
  readonly round: string;
  readonly network: string;
  readonly title: string;
  readonly rank: number | null;
  /** Names by position. */
  readonly criteria: ReadonlyMap<number, string>;
}

/** How a score came about, as it is printed: with pencil and paper each figure follows from what stands before it. */
export interface AccountPaper {
  readonly title: string;
  readonly facts: readonly string[];
  /** Those that count. */
  readonly panels: readonly {
    readonly heading: string;
    readonly summary: string;
    readonly rows: readonly (readonly string[])[];
  }[];
  /** Those that are left out with why, and the sum. */
  readonly ending: readonly string[];
}

export function accountPaper(accounted: Accounted): AccountPaper {
  const { round, network, number, state, title, rank, minimumSheets, panels } = accounted;
  const counting = panels.filter(({ leftOut }) => leftOut === null);
  const whole = sumOf(counting.map(({ weight }) => readDecimal(weight))).toString();
  const edition =
    number === null ? W.draft : W.published({ number, state: EVALUATION_RESULT_STATES[state].zh });
  return {
    title: W.title({ title: hidePhones(title) }),
    facts: [
      `${network}　${round}`,
      edition,
      rank === null ? W.unranked : W.rank({ rank }),
      W.reading,
      W.minimum({ count: minimumSheets }),
    ],
    panels: counting.map((panel) => ({
      heading: W.panel({ kind: EVALUATION_PANEL_KINDS[panel.kind].zh }),
      summary: writeWeight(panel, whole),
      rows: [
        ...panel.criteria.map((one) => writeCriterion(one, panel, accounted.criteria)),
        [
          W.subtotal,
          '',
          '',
          '',
          writeSum(
            panel.criteria.map(({ product }) => product),
            panel.subtotal,
          ),
        ],
      ],
    })),
    ending: [...panels.flatMap(writeLeftOut), writeScore(accounted, counting)],
  };
}

function writeWeight(panel: AccountPanel, whole: string): string {
  const { sheetsCounted: counted, sheetsSetAside: setAside, effectiveWeight } = panel;
  const weight = plainDecimal(panel.weight);
  return W.sheets({ weight, counted, setAside, whole, effective: writeFigure(effectiveWeight) });
}

function writeLeftOut({ kind, leftOut, weight, sheetsCounted, sheetsSetAside }: AccountPanel): string[] {
  if (leftOut === null) return [];
  const why = leftOut === LeftOutReason.SET_ASIDE ? W.setAside : W.tooFew;
  const sheets = { counted: sheetsCounted, setAside: sheetsSetAside };
  return [why({ ...sheets, kind: EVALUATION_PANEL_KINDS[kind].zh, weight: plainDecimal(weight) })];
}

function writeCriterion(
  { position, weight, scores, mean, product }: AccountCriterion,
  { effectiveWeight }: AccountPanel,
  names: ReadonlyMap<number, string>,
): string[] {
  const counted = scores.filter(({ isTrimmed }) => !isTrimmed).map(({ score }) => plainDecimal(score));
  const shown = scores.map(({ score, isTrimmed }) =>
    isTrimmed ? `（${plainDecimal(score)}）` : plainDecimal(score),
  );
  const share = plainDecimal(weight);
  const factors = `${writeExact(effectiveWeight)}% × ${share}% × ${writeExact(mean)}`;
  return [
    names.get(position) ?? '',
    `${share}%`,
    shown.join('、'),
    `（${counted.join(' + ')}）÷ ${counted.length} = ${writeFigure(mean)}`,
    `${factors} = ${writeFigure(product)}`,
  ];
}

function writeScore({ score }: Account, counting: readonly AccountPanel[]): string {
  if (score === null) return W.noScore;
  return W.score({
    sum: writeSum(
      counting.map(({ subtotal }) => subtotal),
      score,
    ),
  });
}

function writeSum(parts: readonly (Figure | null)[], sum: Figure | null): string {
  const shown = writeFigure(sum);
  return parts.length === 1 ? shown : `${parts.map(writeExact).join(' + ')} = ${shown}`;
}

/** `23.50`, or `235/3 ≈ 78.33` where two places do not say it. */
function writeFigure(figure: Figure | null): string {
  if (!figure) return '';
  const isExact = toExact(readDecimal(figure.shown)) === figure.exact;
  return isExact ? figure.shown : `${writeExact(figure)} ≈ ${figure.shown}`;
}

function writeExact(figure: Figure | null): string {
  return figure?.exact.replace(/\/1$/, '') ?? '';
}
