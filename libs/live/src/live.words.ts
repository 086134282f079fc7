import type { WordsPart } from '#graphql';

/** What this library says of cursors. */
export const LIVE_WORDS = {
  foreignCursor: {
    en: 'This cursor was not given in this region: leave it out, or send the last one that you were given.',
    zh: '此游标不是在本区域给出的：请去掉，或使用最后收到的游标。',
  },
  oldCursor: {
    en: 'This cursor is too old to tell what changed since: leave it out, and read anew.',
    zh: '此游标已过期，无法告知其后的变化：请去掉游标并重新读取。',
  },
} satisfies WordsPart;
