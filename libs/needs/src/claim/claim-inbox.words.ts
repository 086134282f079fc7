import type { WordsPart } from '#graphql';

/** Why claims wait. */
export const CLAIM_INBOX_WORDS = {
  CLAIM_TO_ANSWER: {
    en: 'Your unit is asked whether it takes this need on: answer yes or no.',
    zh: '征询贵单位是否认领该需求，请答复。',
  },
  CLAIM_TO_FULFIL: {
    en: 'Your unit has claimed this need: say what was done, or give it up.',
    zh: '贵单位已认领该需求，请填报办理结果或放弃认领。',
  },
} satisfies WordsPart;
