import type { Words } from '#graphql';
import { Beat } from './beat.js';

/** What comes round. */
export const BEATS = {
  [Beat.ACTIVITY]: { en: 'an activity a month', zh: '每月活动' },
  [Beat.SURVEY]: { en: 'a topical survey in two months', zh: '双月专题调研' },
  [Beat.MEETING]: { en: 'a joint meeting a quarter', zh: '季度联席会议' },
} satisfies Record<Beat, Words>;

/** What a period lacks. */
export const BEAT_LACKS = {
  [Beat.ACTIVITY]: { en: 'an activity beside the service days', zh: '服务日以外的活动' },
  [Beat.SURVEY]: { en: 'a topical survey', zh: '专题调研' },
  [Beat.MEETING]: { en: 'a regular joint meeting', zh: '联席会议' },
} satisfies Record<Beat, Words>;
