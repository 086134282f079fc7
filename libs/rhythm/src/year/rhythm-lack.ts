import { joinWords, type Words } from '#graphql';
import type { Beat } from '../beat/beat.js';
import { RhythmState } from '../period/judge.js';
import { BEAT_LACKS } from '../beat/beat.words.js';
import { LACK_WORDS as W } from './rhythm-lack.words.js';

/** What a period lacks, and until when it can be made good; null for one that lacks nothing. Days as they are written. */
export function writeLack({
  beat,
  state,
  firstDay,
  lastDay,
  composed,
  isProvisional,
}: {
  readonly beat: Beat;
  readonly state: RhythmState;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly composed: number;
  /** Workdays are guessed, and with them the day from which on it is warned. */
  readonly isProvisional: boolean;
}): Words | null {
  const blanks = { period: writePeriod({ firstDay, lastDay }), what: BEAT_LACKS[beat], until: lastDay };
  if (state === RhythmState.LAPSED) return W.lapsed(blanks);
  if (state !== RhythmState.LACKING && state !== RhythmState.WARNED) return null;
  return joinWords([
    W.lacks(blanks),
    ...(composed > 0 ? [W.composed({ count: composed })] : []),
    ...(isProvisional ? [W.provisional] : []),
  ]);
}

/** `2026年11–12月`, and `2026-11 to 2026-12`. */
export function writePeriod(days: { readonly firstDay: string; readonly lastDay: string }): Words {
  const [year = '', first = ''] = days.firstDay.split('-');
  const last = days.lastDay.split('-')[1] ?? '';
  const from = Number(first);
  if (first === last) return { en: `${year}-${first}`, zh: `${year}年${from}月` };
  return { en: `${year}-${first} to ${year}-${last}`, zh: `${year}年${from}–${Number(last)}月` };
}
