import type { WordsPart } from '#graphql';

/** What became of a meeting, for who did not do it. */
export const MEETING_MESSAGE_WORDS = {
  CALLED: { en: 'This meeting is called.', zh: '会议已召集。' },
  MOVED: { en: 'This meeting was moved: this is its new time.', zh: '会议已改期，以此时间为准。' },
  CANCELLED: { en: 'This meeting is cancelled.', zh: '会议已取消。' },
} satisfies WordsPart;
