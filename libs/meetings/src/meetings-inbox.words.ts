import type { WordsPart } from '#graphql';

/** Why meetings, polls, votes, actions, objections and minutes wait. */
export const MEETINGS_INBOX_WORDS = {
  MEETING_TO_ANSWER: {
    en: 'Your unit is invited to this meeting: say whether it comes.',
    zh: '邀请贵单位参加会议，请回复是否出席。',
  },
  MEETING_TO_BEGIN: {
    en: 'The time of this meeting has come: begin it when all are there.',
    zh: '会议时间将到或已到，请登记开会。',
  },
  MEETING_TO_CLOSE: {
    en: 'The meeting is past its end: close it.',
    zh: '会议已到结束时间，请登记散会。',
  },
  MINUTES_TO_DRAFT: {
    en: 'The meeting is closed: draft its minutes.',
    zh: '会议已结束，请起草会议纪要。',
  },
  DATE_POLL_TO_ANSWER: {
    en: 'A date for a meeting is sought: say when your unit could come.',
    zh: '正在征询会议时间，请填报贵单位可参加的时段。',
  },
  DATE_POLL_TO_SETTLE: {
    en: 'The deadline of this date poll has passed: choose a span, or close the poll.',
    zh: '会议时间征询已截止，请选定时段，或结束征询。',
  },
  AGENDA_DEADLINE: {
    en: 'Items for this meeting can be proposed until the deadline: propose what your unit wants discussed, if anything.',
    zh: '本次会议正在征集议题，贵单位如有议题，请在截止前提出。',
  },
  AGENDA_ITEM_TO_TAKE: {
    en: 'A unit proposes an agenda item: take, postpone or refuse it.',
    zh: '有单位提出议题，请列入议程、暂缓，或说明理由不列入。',
  },
  VOTE_TO_CAST: { en: 'The vote is open: cast your unit’s ballot.', zh: '表决进行中，请代表贵单位投票。' },
  VOTE_TO_CLOSE: {
    en: 'The vote is open: close it when all have voted.',
    zh: '表决进行中，投票完毕后请结束表决。',
  },
  ACTION: {
    en: 'Your unit has this to do: say when it is done.',
    zh: '该事项由贵单位办理，办结后请登记。',
  },
  OBJECTION_TO_ANSWER: {
    en: 'An objection to a motion is recorded: answer it.',
    zh: '议案收到异议，请答复。',
  },
  OBJECTION_TO_SETTLE: {
    en: 'The committee has answered this objection: say whether it is settled or upheld.',
    zh: '居委会已答复该异议，请登记异议已了结，或保留异议。',
  },
  MINUTES_TO_PUBLISH: {
    en: 'The minutes are drafted: publish them.',
    zh: '会议纪要已起草，请审定印发。',
  },
  MINUTES_TO_CONFIRM: {
    en: 'The minutes are published: confirm them, or ask for a correction.',
    zh: '会议纪要已印发，请确认，或提出更正。',
  },
  CORRECTION_ASKED: {
    en: 'A unit asks for a correction of these minutes: correct them, or say why not.',
    zh: '有单位要求更正会议纪要，请更正，或说明不予更正的理由。',
  },
} satisfies WordsPart;
