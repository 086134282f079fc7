import { localDayOf } from '#calendar';
import { hidePhones } from '#graphql';
import { RANKING_WORDS as W } from './ranking-paper.words.js';

/** One line of a ranking: never a score, which is between its unit and the committee. */
export interface RankedLine {
  /** Null for what no panel judged. */
  readonly rank: number | null;
  readonly title: string;
  readonly unit: string;
  readonly award: string | null;
  readonly points: number;
}

/** A numbered result, as it is put up. */
export interface RankedResult {
  readonly round: string;
  readonly network: string;
  readonly number: number;
  readonly publishedAt: Date;
  /** Objections are filed before this instant: the end of the last working day of the notice. */
  readonly noticeUntil: Date;
  /** Null while it is on notice. */
  readonly finalAt: Date | null;
  /** It is being looked at again, and another will be put up. */
  readonly isInRevision: boolean;
  /** The round was cancelled. */
  readonly isLapsed: boolean;
  /** In the order of the result. */
  readonly lines: readonly RankedLine[];
}

/** The same on paper and in a workbook. */
export interface RankingPaper {
  readonly title: string;
  readonly facts: readonly string[];
  readonly columns: readonly { readonly heading: string; readonly width?: 'narrow' | 'wide' }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const COLUMNS: RankingPaper['columns'] = [
  { heading: W.rank, width: 'narrow' },
  { heading: W.nomination, width: 'wide' },
  { heading: W.unit },
  { heading: W.award },
  { heading: W.points, width: 'narrow' },
];

export function rankingPaper(result: RankedResult, zone: string): RankingPaper {
  const { round, network, number, publishedAt, finalAt, lines } = result;
  const title = finalAt ? W.final : W.onNotice;
  const dayOf = (instant: Date): string => localDayOf(instant, zone).toString();
  return {
    title: title({ round }),
    facts: [network, W.edition({ number, at: dayOf(publishedAt) }), writeStanding(result, dayOf)],
    columns: COLUMNS,
    rows: lines.map(({ rank, title: name, unit, award, points }) => [
      rank ?? W.unranked,
      hidePhones(name),
      unit,
      award,
      points || null,
    ]),
  };
}

function writeStanding(
  { finalAt, noticeUntil, isInRevision, isLapsed }: RankedResult,
  dayOf: (instant: Date) => string,
): string {
  if (isLapsed) return W.isLapsed;
  if (isInRevision) return W.inRevision;
  if (finalAt) return W.finalSince({ at: dayOf(finalAt) });
  // It ends with that day, at the first instant of the next.
  return W.objections({ until: dayOf(new Date(noticeUntil.getTime() - 1)) });
}
