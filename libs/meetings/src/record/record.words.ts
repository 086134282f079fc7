import type { WordsPart } from '#graphql';

export const MEETING_RECORD_WORDS = {
  cameTwice: { en: 'Each unit is named once.', zh: '同一单位只填一次。' },
  outsideMeeting: {
    en: 'It lies more than an hour before the start, or after the end.',
    zh: '时间早于会议开始前一小时，或晚于会议结束。',
  },
  leftBeforeArrival: { en: 'A unit leaves after it came.', zh: '离会须晚于到会。' },
  otherKind: { en: 'That draft is of another kind of meeting.', zh: '该草稿的会议类型不同。' },
  otherPeriod: {
    en: 'That draft is for another period of its series.',
    zh: '该草稿属于系列会议的另一期。',
  },
} satisfies WordsPart;
