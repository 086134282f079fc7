import { PollChoice, type DatePollAnswer } from './date-poll-answer.entity.js';
import type { DatePollSpan } from './date-poll-span.entity.js';

export type Choices = Pick<DatePollAnswer, 'yesSpanIds' | 'ifNeedBeSpanIds' | 'noSpanIds'>;

export type PollCounts = Pick<
  DatePollSpan,
  'yesCount' | 'ifNeedBeCount' | 'noCount' | 'guestYesCount' | 'guestIfNeedBeCount' | 'guestNoCount'
>;

export const NO_CHOICES: Choices = { yesSpanIds: [], ifNeedBeSpanIds: [], noSpanIds: [] };

export const NO_COUNTS: PollCounts = {
  yesCount: 0,
  ifNeedBeCount: 0,
  noCount: 0,
  guestYesCount: 0,
  guestIfNeedBeCount: 0,
  guestNoCount: 0,
};

const LISTS = {
  [PollChoice.YES]: 'yesSpanIds',
  [PollChoice.IF_NEED_BE]: 'ifNeedBeSpanIds',
  [PollChoice.NO]: 'noSpanIds',
} as const satisfies Record<PollChoice, keyof Choices>;

/** How many members and how many guests have said what of one span. */
export function countChoices(
  spanId: string,
  answers: readonly (Choices & Pick<DatePollAnswer, 'isCounted'>)[],
): PollCounts {
  const count = (choice: PollChoice, isCounted: boolean): number =>
    answers.filter((one) => one.isCounted === isCounted && one[LISTS[choice]].includes(spanId)).length;
  return {
    yesCount: count(PollChoice.YES, true),
    ifNeedBeCount: count(PollChoice.IF_NEED_BE, true),
    noCount: count(PollChoice.NO, true),
    guestYesCount: count(PollChoice.YES, false),
    guestIfNeedBeCount: count(PollChoice.IF_NEED_BE, false),
    guestNoCount: count(PollChoice.NO, false),
  };
}

/** What was said before of other spans stays. */
export function sayAnew(before: Choices, said: ReadonlyMap<string, PollChoice>): Choices {
  const listOf = (choice: PollChoice): string[] => [
    ...before[LISTS[choice]].filter((id) => !said.has(id)),
    ...[...said].filter(([, one]) => one === choice).map(([id]) => id),
  ];
  return {
    yesSpanIds: listOf(PollChoice.YES),
    ifNeedBeSpanIds: listOf(PollChoice.IF_NEED_BE),
    noSpanIds: listOf(PollChoice.NO),
  };
}
