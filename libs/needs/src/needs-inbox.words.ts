import type { WordsPart } from '#graphql';

/** Why needs, claims and projects wait. */
export const NEEDS_INBOX_WORDS = {
  NEED_TO_TAKE: {
    en: 'A unit proposes a need: take it onto the list, or return it with a reason.',
    zh: '有单位提出需求，请收入需求清单，或说明理由退回。',
  },
  NEED_RETURNED: {
    en: 'The committee sent this need back: propose it anew, or withdraw it.',
    zh: '该需求已被居委会退回，请修改后重新提出，或撤回。',
  },
  NEED_TO_PLACE: {
    en: 'No unit is asked for this need: ask units, open it to all, or say that nobody can help.',
    zh: '该需求尚无单位承接，请邀请单位认领、开放认领，或标为未满足。',
  },
  NEED_UNCLAIMED: {
    en: 'The time of this need is over, and no unit has claimed it: put it down as unmet.',
    zh: '该需求时间已过而无单位认领，请标为未满足。',
  },
  NEED_LAST_WORD: {
    en: 'Something was done for this need of your unit: say that it is answered, or open it again with the reason.',
    zh: '贵单位的需求已有办理结果，请确认办结，或说明理由重新提出。',
  },
  CLAIM_TO_ANSWER: {
    en: 'Your unit is asked to take this need on: answer yes or no.',
    zh: '邀请贵单位认领该需求，能否承接，请答复。',
  },
  CLAIM_TO_FULFIL: {
    en: 'Your unit has claimed this need: say what was done, or give it up.',
    zh: '贵单位已认领该需求，请填报办理结果，或放弃认领。',
  },
  PROJECT_TO_TAKE: {
    en: 'A unit proposes an idea for a project: take it onto the list, or return it with a reason.',
    zh: '有单位提出项目设想，请收入项目清单，或说明理由退回。',
  },
  PROJECT_RETURNED: {
    en: 'The committee sent this idea back: propose it anew, or withdraw it.',
    zh: '该项目设想已被居委会退回，请修改后重新提出，或撤回。',
  },
  PROJECT_HOST_ASKED: {
    en: 'Your unit is asked to take part in this project: answer yes or no.',
    zh: '邀请贵单位协办该项目，请答复。',
  },
  PROJECT_TO_BEGIN: {
    en: 'Your unit leads this project: say when work begins.',
    zh: '贵单位牵头的项目待开工，开工时请登记。',
  },
  PROJECT_STEP: {
    en: 'Your unit does this step of a project: say when it is done.',
    zh: '该项目步骤由贵单位负责，完成后请登记。',
  },
  PROJECT_RESULT: {
    en: 'Your unit leads this project: file its result when it is done.',
    zh: '贵单位牵头的项目完成后，请填报成果。',
  },
  PROJECT_LAST_WORD: {
    en: 'The result of this project is filed: close the project, or open it again with the reason.',
    zh: '该项目已报成果，请确认办结，或说明理由重新开展。',
  },
} satisfies WordsPart;
