import type { WordsPart } from '#graphql';

/** Why meetings, polls, votes, actions, objections and minutes wait. */
export const MEETING_INBOX_WORDS = {
  MEETING_TO_ANSWER: {
    en: 'Your unit is invited to this meeting: say whether it comes.',
    zh: '邀请贵单位参加会议，请回复是否出席。',
  },
  MEETING_TO_BEGIN: { en: 'The meeting is about to start: begin it.', zh: '会议即将开始，请登记开会。' },
  MEETING_TO_CLOSE: { en: 'The meeting is past its end: close it.', zh: '会议已到结束时间，请登记散会。' },
  MINUTES_TO_DRAFT: { en: 'The meeting is closed: draft its minutes.', zh: '会议已结束，请起草纪要。' },
  DATE_POLL_TO_ANSWER: {
    en: 'A date for a meeting is sought: say when your unit could come.',
    zh: '正在征询会议时间，请填报贵单位可参加的时段。',
  },
  DATE_POLL_TO_SETTLE: {
    en: 'The deadline of the date poll has passed: choose a span, or close the poll.',
    zh: '会期征询已截止，请确定时段或结束征询。',
  },
  AGENDA_DEADLINE: {
    en: 'Your unit can propose items for this meeting until the deadline.',
    zh: '截止前可为会议提出议题。',
  },
  AGENDA_ITEM_TO_TAKE: {
    en: 'A unit proposes an agenda item: take, postpone or refuse it.',
    zh: '有单位提出议题，请列入议程、暂缓或说明理由不列入。',
  },
  VOTE_TO_CAST: { en: 'The vote is open: cast your unit’s ballot.', zh: '表决进行中，请投票。' },
  VOTE_TO_CLOSE: {
    en: 'The vote is open: close it when all have voted.',
    zh: '表决进行中，投票完毕后请结束表决。',
  },
  ACTION: {
    en: 'Your unit does this by its day: say when it is done.',
    zh: '该事项由贵单位办理，办结后请登记。',
  },
  OBJECTION_TO_ANSWER: {
    en: 'An objection to a motion is recorded: answer it.',
    zh: '有对议案的异议，请答复。',
  },
  OBJECTION_TO_SETTLE: {
    en: 'This objection is answered: say whether it is settled or stays.',
    zh: '该异议已答复，请登记是否了结或保留意见。',
  },
  MINUTES_TO_PUBLISH: { en: 'The minutes are drafted: publish them.', zh: '会议纪要已起草，请印发。' },
  MINUTES_TO_CONFIRM: {
    en: 'The minutes are published: confirm them, or ask for a correction.',
    zh: '会议纪要已印发，请确认或提出更正。',
  },
  CORRECTION_ASKED: {
    en: 'Units ask for a correction of these minutes: correct them, or say why not.',
    zh: '有单位要求更正纪要，请更正或说明理由。',
  },
} satisfies WordsPart;
