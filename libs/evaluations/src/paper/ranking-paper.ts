import { localDayOf } from '#calendar';
import { hidePhones } from '#graphql';
import type { ResultReason } from '../result/evaluation-result.entity.js';
import { EVALUATION_RESULT_ACTS, EVALUATION_RESULT_CHAT as CHAT } from '../result/evaluation-result.words.js';
import type { PlaceShown, ResultChange } from '../result/result-change.js';
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

/** What stands on the ranking of a draft as on that of a numbered result. */
export interface Ranked {
  readonly round: string;
  readonly network: string;
  /** The number of the result published before it; null for the first. */
  readonly previous: number | null;
  readonly reasons: readonly ResultReason[];
  /** Against that result. */
  readonly changes: readonly ResultChange[];
  /** Names of awards that are given to nobody. */
  readonly withheld: readonly string[];
  /** In the order of the result. */
  readonly lines: readonly RankedLine[];
}

/** A numbered result, as it is put up. */
export interface RankedResult extends Ranked {
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
}

/** What the committee deliberates on. */
export interface RankedDraft extends Ranked {
  readonly computedAt: Date;
}

interface PaperTable {
  readonly columns: readonly { readonly heading: string; readonly width?: 'narrow' | 'wide' }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The same on paper and in a workbook. */
export interface RankingPaper extends PaperTable {
  readonly title: string;
  readonly facts: readonly string[];
  /** Null where nobody's rank or award differs from the result before. */
  readonly changes: (PaperTable & { readonly title: string; readonly summary: string }) | null;
  /** Where to sign, seal and date it; nowhere on a draft. */
  readonly signatures: readonly string[];
}

const COLUMNS: RankingPaper['columns'] = [
  { heading: W.rank, width: 'narrow' },
  { heading: W.nomination, width: 'wide' },
  { heading: W.unit },
  { heading: W.award },
  { heading: W.points, width: 'narrow' },
];
const CHANGE_COLUMNS: RankingPaper['columns'] = [
  { heading: W.nomination, width: 'wide' },
  { heading: W.rankBefore },
  { heading: W.awardBefore },
  { heading: W.rankAfter },
  { heading: W.awardAfter },
];

export function rankingPaper(result: RankedResult, zone: string): RankingPaper {
  const { round, network, number, publishedAt, finalAt, previous } = result;
  const title = finalAt ? W.final : W.onNotice;
  const dayOf = (instant: Date): string => localDayOf(instant, zone).toString();
  const replaced = previous === null ? [] : [W.replaces({ previous }), ...writeReasons(result)];
  return {
    ...writeRows(result),
    title: title({ round }),
    facts: [
      network,
      W.edition({ number, at: dayOf(publishedAt) }),
      ...replaced,
      ...writeWithheld(result),
      writeStanding(result, dayOf),
    ],
    signatures: [W.officerSigns, W.convenerSeals],
  };
}

/** For the committee alone, and plainly so: it is not put up. */
export function draftPaper(draft: RankedDraft, zone: string): RankingPaper {
  const { round, network, computedAt, previous } = draft;
  const at = localDayOf(computedAt, zone).toString();
  const against = previous === null ? [] : [W.wouldReplace({ previous })];
  return {
    ...writeRows(draft),
    title: W.draft({ round }),
    facts: [
      network,
      W.notPosted,
      W.computed({ at }),
      ...against,
      ...writeReasons(draft),
      ...writeWithheld(draft),
    ],
    signatures: [],
  };
}

function writeRows(ranked: Ranked): Pick<RankingPaper, 'columns' | 'rows' | 'changes'> {
  const rows = ranked.lines.map(({ rank, title, unit, award, points }) => [
    rank ?? W.unranked,
    hidePhones(title),
    unit,
    award,
    points || null,
  ]);
  return { columns: COLUMNS, rows, changes: writeChanges(ranked) };
}

function writeChanges({ previous, changes }: Ranked): RankingPaper['changes'] {
  if (previous === null || changes.length === 0) return null;
  const rows = changes.map(({ title, before, after }) => [
    hidePhones(title),
    ...writePlace(before),
    ...writePlace(after),
  ]);
  const count = changes.length;
  const title = W.changes({ previous });
  return { title, summary: W.changed({ count }), columns: CHANGE_COLUMNS, rows };
}

/** Something that did not stand in a result has no rank there, and was not left without one. */
function writePlace(place: PlaceShown | null): (string | number)[] {
  if (!place) return [W.absent, W.absent];
  return [place.rank ?? W.unranked, place.award ?? W.noAward];
}

function writeReasons({ reasons, previous, changes }: Ranked): string[] {
  const said = reasons.map(({ act, text }) => {
    const done = EVALUATION_RESULT_ACTS[act].zh;
    return hidePhones(text === null ? CHAT.act({ act: done }) : CHAT.reason({ act: done, text }));
  });
  return previous !== null && changes.length === 0 ? [...said, W.unchanged] : said;
}

function writeWithheld({ withheld }: Ranked): string[] {
  return withheld.map((award) => CHAT.withheld({ award }));
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
