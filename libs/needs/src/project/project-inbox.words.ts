import type { WordsPart } from '#graphql';

/** Why projects, their hosts and steps wait. */
export const PROJECT_INBOX_WORDS = {
  PROJECT_TO_TAKE: {
    en: 'A unit proposes an idea for a project: take it, or return it with a reason.',
    zh: '有单位提出项目设想，请收入项目清单或说明理由退回。',
  },
  PROJECT_RETURNED: {
    en: 'The committee sent this idea back: propose it anew, or withdraw it.',
    zh: '该项目设想已被委员会退回，请修改后重新提出或撤回。',
  },
  PROJECT_HOST_ASKED: {
    en: 'Your unit is asked to take part in this project: answer yes or no.',
    zh: '邀请贵单位协办该项目，请答复。',
  },
  PROJECT_TO_BEGIN: {
    en: 'Your unit leads this project: say that work has begun.',
    zh: '贵单位牵头的项目待开工，请登记开工。',
  },
  PROJECT_STEP: {
    en: 'A step of this project is your unit’s: do it by its day.',
    zh: '该项目步骤由贵单位负责，请按期完成。',
  },
  PROJECT_RESULT: {
    en: 'Your unit leads this project: file its result when it is done.',
    zh: '贵单位牵头的项目完成后，请填报成果。',
  },
  PROJECT_LAST_WORD: {
    en: 'The committee has the last word on this result: close the project, or open it again.',
    zh: '该项目已报成果，请确认办结或重新开展。',
  },
} satisfies WordsPart;
