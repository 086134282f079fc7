/** What the directory says, in both languages. */
export const DIRECTORY_WORDS = {
  searchTooLong: { en: 'A search has at most 60 characters.', zh: '搜索内容最多60个字。' },
} as const;
