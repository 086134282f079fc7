import type { WordsPart } from '#graphql';

export const SEARCH_WORDS = {
  searchTooLong: { en: 'A search has at most 60 characters.', zh: '搜索内容最多 60 个字。' },
  tooManyNetworks: { en: 'At most 100 networks.', zh: '网络最多 100 个。' },
  atLeastOne: { en: 'At least 1 offer is looked at.', zh: '至少查看 1 项资源。' },
  atMostHundred: { en: 'At most 100 offers are looked at.', zh: '最多查看 100 项资源。' },
} satisfies WordsPart;
