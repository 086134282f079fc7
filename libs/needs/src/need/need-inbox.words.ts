import type { WordsPart } from '#graphql';

/** Why needs wait. */
export const NEED_INBOX_WORDS = {
  NEED_TO_TAKE: {
    en: 'A unit proposes a need: take it, or return it with a reason.',
    zh: '有单位提出需求，请收入需求清单或说明理由退回。',
  },
  NEED_RETURNED: {
    en: 'The committee sent this need back: propose it anew, or withdraw it.',
    zh: '该需求已被委员会退回，请修改后重新提出或撤回。',
  },
  NEED_TO_PLACE: {
    en: 'No unit is asked for this need: ask units, open it to all, or say that nobody can help.',
    zh: '该需求尚未落实认领单位，请征询单位、开放认领或标为未满足。',
  },
  NEED_LAST_WORD: {
    en: 'Your unit has the last word: say that this need is answered, or open it again.',
    zh: '该需求已有办理结果，请确认办结或重新提出。',
  },
} satisfies WordsPart;
