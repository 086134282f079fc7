import type { WordsPart } from '#graphql';

export const ATTENDANCE_WORDS = {
  tooManyNames: { en: 'At most 20 names.', zh: '最多填写 20 个姓名。' },
  nameTooLong: { en: 'A name has at most 60 characters.', zh: '姓名最多 60 个字。' },
  nameNeeded: { en: 'A name is not blank: leave out what is empty.', zh: '姓名不能为空，没有则不填。' },
  namesOfThoseWhoCame: {
    en: 'Names are of those who come: leave them out when a unit leaves or excuses itself.',
    zh: '离会或请假时不必填写参会人员。',
  },
  moved: { en: 'The meeting was moved.', zh: '会议已改期。' },
  codeNeeded: { en: 'Type the six digits of the code.', zh: '请输入六位签到码。' },
  codeNotShown: {
    en: 'That is not the code: type the six digits that are shown in the room now.',
    zh: '签到码不正确或已更换，请输入会场当前显示的六位签到码。',
  },
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  notOpenYet: {
    en: 'Checking in opens an hour before the start.',
    zh: '会议开始前一小时起方可签到。',
  },
  outsideMeeting: {
    en: 'It lies before the hour in which one checks in (an excuse: before the call), after the end, or after now.',
    zh: '时间不在签到开始（请假为通知发出）至会议结束之间，或晚于现在。',
  },
  impossible: {
    en: 'It does not fit what is noted of that unit: it comes before it leaves, and comes again only after that.',
    zh: '与该单位已有的签到记录不符：须先到会后离会，离会后方可再次到会。',
  },
} satisfies WordsPart;
