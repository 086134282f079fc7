import type { WordsPart } from '#graphql';

export const PAPERS_WORDS = {
  noParameters: {
    en: 'A paper is in Chinese and takes no parameters: leave this out.',
    zh: '公文只有中文，不接受参数，请去掉此项。',
  },
} satisfies WordsPart;
