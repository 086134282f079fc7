import { registerEnumType } from '@nestjs/graphql';

/** What may wait for a post. The library above that knows it registers how it is found. */
export enum InboxKind {
  MEMBERSHIP_INVITATION = 'MEMBERSHIP_INVITATION',
  BOOKING_TO_AGREE = 'BOOKING_TO_AGREE',
  BOOKING_TO_ANSWER = 'BOOKING_TO_ANSWER',
  LENT_USE_TO_NOTE = 'LENT_USE_TO_NOTE',
  BORROWED_USE_TO_NOTE = 'BORROWED_USE_TO_NOTE',
  NO_SHOW_TO_CONTEST = 'NO_SHOW_TO_CONTEST',
  NO_SHOW_TO_RULE_ON = 'NO_SHOW_TO_RULE_ON',
  NEED_TO_TAKE = 'NEED_TO_TAKE',
  NEED_RETURNED = 'NEED_RETURNED',
  NEED_TO_PLACE = 'NEED_TO_PLACE',
  NEED_UNCLAIMED = 'NEED_UNCLAIMED',
  CLAIM_TO_ANSWER = 'CLAIM_TO_ANSWER',
  CLAIM_TO_FULFIL = 'CLAIM_TO_FULFIL',
  NEED_LAST_WORD = 'NEED_LAST_WORD',
  PROJECT_TO_TAKE = 'PROJECT_TO_TAKE',
  PROJECT_RETURNED = 'PROJECT_RETURNED',
  PROJECT_HOST_ASKED = 'PROJECT_HOST_ASKED',
  PROJECT_TO_BEGIN = 'PROJECT_TO_BEGIN',
  PROJECT_STEP = 'PROJECT_STEP',
  PROJECT_RESULT = 'PROJECT_RESULT',
  PROJECT_LAST_WORD = 'PROJECT_LAST_WORD',
  MEETING_TO_ANSWER = 'MEETING_TO_ANSWER',
  MEETING_TO_BEGIN = 'MEETING_TO_BEGIN',
  MEETING_TO_CLOSE = 'MEETING_TO_CLOSE',
  DATE_POLL_TO_ANSWER = 'DATE_POLL_TO_ANSWER',
  DATE_POLL_TO_SETTLE = 'DATE_POLL_TO_SETTLE',
  AGENDA_DEADLINE = 'AGENDA_DEADLINE',
  AGENDA_ITEM_TO_TAKE = 'AGENDA_ITEM_TO_TAKE',
  VOTE_TO_CAST = 'VOTE_TO_CAST',
  VOTE_TO_CLOSE = 'VOTE_TO_CLOSE',
  ACTION = 'ACTION',
  OBJECTION_TO_ANSWER = 'OBJECTION_TO_ANSWER',
  OBJECTION_TO_SETTLE = 'OBJECTION_TO_SETTLE',
  MINUTES_TO_DRAFT = 'MINUTES_TO_DRAFT',
  MINUTES_TO_PUBLISH = 'MINUTES_TO_PUBLISH',
  MINUTES_TO_CONFIRM = 'MINUTES_TO_CONFIRM',
  CORRECTION_ASKED = 'CORRECTION_ASKED',
  DISH_TO_TAKE = 'DISH_TO_TAKE',
  DISH_RETURNED = 'DISH_RETURNED',
  DISH_HOST_ASKED = 'DISH_HOST_ASKED',
  DISH_OUTCOME = 'DISH_OUTCOME',
  MENU_TO_PUBLISH = 'MENU_TO_PUBLISH',
  MENU_TO_CLOSE = 'MENU_TO_CLOSE',
  DISH_ORDER_TO_DISPATCH = 'DISH_ORDER_TO_DISPATCH',
  DISH_ORDER_NEEDS_DAYS = 'DISH_ORDER_NEEDS_DAYS',
  DISH_ORDER_TO_ACCEPT = 'DISH_ORDER_TO_ACCEPT',
  DISH_ORDER_UNANSWERED = 'DISH_ORDER_UNANSWERED',
  DISH_ORDER_TO_SERVE = 'DISH_ORDER_TO_SERVE',
  DISH_ORDER_LAST_WORD = 'DISH_ORDER_LAST_WORD',
  NOMINATION_RETURNED = 'NOMINATION_RETURNED',
  NOMINATIONS_MISSING = 'NOMINATIONS_MISSING',
  RETURNING_OFFICER_TO_APPOINT = 'RETURNING_OFFICER_TO_APPOINT',
  RETURNING_OFFICE_ASKED = 'RETURNING_OFFICE_ASKED',
  SCORING_TO_BEGIN = 'SCORING_TO_BEGIN',
  JUDGES_TO_PROPOSE = 'JUDGES_TO_PROPOSE',
  JUDGES_TO_SETTLE = 'JUDGES_TO_SETTLE',
  SHEET_TO_SCORE = 'SHEET_TO_SCORE',
  SHEETS_MISSING = 'SHEETS_MISSING',
  SCORING_TO_CLOSE = 'SCORING_TO_CLOSE',
  RESULT_TO_PUBLISH = 'RESULT_TO_PUBLISH',
  RESULT_TO_CORRECT = 'RESULT_TO_CORRECT',
  RESULT_TO_FINALISE = 'RESULT_TO_FINALISE',
  RESULT_OBJECTION = 'RESULT_OBJECTION',
  RESULT_OBJECTION_TO_PASS_ON = 'RESULT_OBJECTION_TO_PASS_ON',
}

const described = (description: string) => ({ description });

registerEnumType(InboxKind, {
  name: 'InboxKind',
  description: 'What waits. The description of each value says for whom, and until when.',
  valuesMap: {
    MEMBERSHIP_INVITATION: described('A network invites your unit (邀请加入). Secretary, liaison; no term.'),
    BOOKING_TO_AGREE: described(
      'A request that the owner answers after the committee (待委员会同意). Committee; until it lapses.',
    ),
    BOOKING_TO_ANSWER: described(
      'A request for what your unit lends (预约待答复). The owner; until it lapses.',
    ),
    LENT_USE_TO_NOTE: described(
      'The use of what your unit lends is over, and no return is noted (归还待登记). The owner; until it counts as used as booked, 24 hours after its end.',
    ),
    BORROWED_USE_TO_NOTE: described(
      'The use of what your unit has borrowed is over, and no return is noted (归还待登记). The requester; until it counts as used as booked, 24 hours after its end.',
    ),
    NO_SHOW_TO_CONTEST: described(
      'The owner says that nobody came (爽约可异议). The requester; until it can be contested no more.',
    ),
    NO_SHOW_TO_RULE_ON: described('A contested no-show (爽约待裁定). The secretary; no term.'),
    NEED_TO_TAKE: described('A proposed need (需求待收). Committee; no term.'),
    NEED_RETURNED: described('A need that the committee sent back (需求被退回). Its unit; no term.'),
    NEED_TO_PLACE: described(
      'A taken need that no unit is asked for or has claimed (需求待落实). Committee; until the time of the need is over, if it has one. From then on it is NEED_UNCLAIMED.',
    ),
    NEED_UNCLAIMED: described(
      'A taken or open need whose time is over and that no unit has claimed (需求逾期无人认领). Committee; the end of its time.',
    ),
    CLAIM_TO_ANSWER: described(
      'Your unit is asked or called to take a need on (认领待答复). Until the time of the need is over, if it has one; then it is gone.',
    ),
    CLAIM_TO_FULFIL: described(
      'A need that your unit has claimed, outside of a project (认领待完成). Until the time of the need is over, if it has one.',
    ),
    NEED_LAST_WORD: described('What was done for a need of your unit: is it answered? (需求待确认) No term.'),
    PROJECT_TO_TAKE: described('A proposed idea for a project (项目待收). Committee; no term.'),
    PROJECT_RETURNED: described('An idea that the committee sent back (项目被退回). Its unit; no term.'),
    PROJECT_HOST_ASKED: described('Your unit is asked to take part in a project (协办待答复). No term.'),
    PROJECT_TO_BEGIN: described(
      'A planned project that your unit leads (项目待开工). Until the end of its first day, if it has one.',
    ),
    PROJECT_STEP: described('A step of a project that your unit does (项目步骤). Until the end of its day.'),
    PROJECT_RESULT: described(
      'A project that your unit leads, at work (项目成果待报). Until the end of its last day, if it has one.',
    ),
    PROJECT_LAST_WORD: described(
      'The result of a project that has no need left whose unit could say so (项目待确认). Committee; no term.',
    ),
    MEETING_TO_ANSWER: described(
      'A meeting to which your unit is invited (会议待回复). Until it begins; gone when it is in session, or past its end.',
    ),
    MEETING_TO_BEGIN: described(
      'A called meeting, from an hour before its start on (会议待开始). Committee; its start. What was not held the secretary cancels.',
    ),
    MEETING_TO_CLOSE: described('A meeting past its end (会议待结束). Committee; its end.'),
    DATE_POLL_TO_ANSWER: described(
      'A date poll with spans that your unit has not answered (会期待征询). Until its deadline.',
    ),
    DATE_POLL_TO_SETTLE: described(
      'A date poll whose deadline has passed (会期待确定). Committee; that deadline.',
    ),
    AGENDA_DEADLINE: described(
      'A called meeting with a deadline for items, for which your unit has proposed none (议题待提). Until that deadline: a unit that has nothing to propose lets it pass.',
    ),
    AGENDA_ITEM_TO_TAKE: described('A proposed agenda item (议题待定). Committee; the start of its meeting.'),
    VOTE_TO_CAST: described(
      'An open vote of your unit, which is in the room (待表决). No term: until the committee closes it.',
    ),
    VOTE_TO_CLOSE: described('An open vote (表决待结束). Committee; no term.'),
    ACTION: described('An open action of your unit (待办事项). Until the end of its day.'),
    OBJECTION_TO_ANSWER: described('An objection to a motion (异议待答复). Committee; no term.'),
    OBJECTION_TO_SETTLE: described(
      'An answered objection that your unit has recorded (异议待了结); of a unit that has left, for the committee. No term.',
    ),
    MINUTES_TO_DRAFT: described('A closed meeting without minutes (纪要待起草). Committee; no term.'),
    MINUTES_TO_PUBLISH: described(
      'Drafted minutes of a closed meeting (纪要待印发). The secretary; no term.',
    ),
    MINUTES_TO_CONFIRM: described(
      'Published minutes that your unit has not answered, or not since they were corrected as it asked (纪要待确认). No term.',
    ),
    CORRECTION_ASKED: described(
      'What one unit wants put right in published minutes (纪要待更正). Committee, which says why not; the secretary corrects, too. No term.',
    ),
    DISH_TO_TAKE: described(
      'A proposed activity (活动待列入菜单). Committee; until it begins, unless it was recorded afterwards. Gone when its month is over, or its menu closed.',
    ),
    DISH_RETURNED: described(
      'A dish that the committee sent back (活动被退回). Its unit; no term. Gone when its month is over, or its menu closed.',
    ),
    DISH_HOST_ASKED: described(
      'Your unit is asked to lead a dish or to take part (协办待答复). Until it begins, unless it was recorded afterwards.',
    ),
    DISH_OUTCOME: described('A dish that your unit leads was held (活动成果待报). No term.'),
    MENU_TO_PUBLISH: described(
      'A menu with taken dishes that no version shows, or with changes since its last version (菜单待发布). The secretary; of a first version until its month begins. Also while a dish is in the way: the mutation says which.',
    ),
    MENU_TO_CLOSE: described('A menu whose month is over (菜单待关闭). Committee; no term.'),
    DISH_ORDER_TO_DISPATCH: described('A dish order (待派单). Committee; until the end of its last day.'),
    DISH_ORDER_NEEDS_DAYS: described(
      'A dish order of your unit that nobody has, and whose days are over (点单待改期). No term.',
    ),
    DISH_ORDER_TO_ACCEPT: described(
      'A dish order that is put to your unit (待接单). Until the answer is awaited, else until the end of its last day.',
    ),
    DISH_ORDER_UNANSWERED: described(
      'A dish order that nobody has accepted in time (派单未回应). Committee; the time set for the answer, else the end of its last day.',
    ),
    DISH_ORDER_TO_SERVE: described(
      'A dish order that your unit has accepted, from its first day on (待服务). Until the end of its last day.',
    ),
    DISH_ORDER_LAST_WORD: described(
      'What was served for a dish order of your unit: are you satisfied? (待评单) No term.',
    ),
    NOMINATION_RETURNED: described(
      'A nomination that the committee sent back (申报被退回). Its unit; until nominations end, if that is set.',
    ),
    NOMINATIONS_MISSING: described(
      'A round in which nothing is nominated, and whose nominations are over or have no end (申报空缺). Committee; the end of nominations, if that is set.',
    ),
    RETURNING_OFFICER_TO_APPOINT: described(
      'A round without a returning officer (待定监票人). The secretary; no term.',
    ),
    RETURNING_OFFICE_ASKED: described(
      'A committee asks the street office for a returning officer (监票待应允). Stewards; no term.',
    ),
    SCORING_TO_BEGIN: described(
      'A round with nominations and a returning officer whose nominations are over, or have no end (评分待开始). The secretary; the end of nominations, if that is set.',
    ),
    JUDGES_TO_PROPOSE: described(
      'A roll on which no judges are proposed (评委待提名). The returning officer alone; no term.',
    ),
    JUDGES_TO_SETTLE: described(
      'A roll on which judges are proposed (评委待确定). The returning officer alone; no term.',
    ),
    SHEET_TO_SCORE: described(
      'A nomination that you judge through this post (待评分). Until scoring ends, if that is set.',
    ),
    SHEETS_MISSING: described(
      'Scoring should be over, and sheets are missing (评分表缺交). The returning officer alone; the end of scoring.',
    ),
    SCORING_TO_CLOSE: described(
      'Every sheet is submitted (评分待结束). The returning officer alone; the end of scoring, if that is set.',
    ),
    RESULT_TO_PUBLISH: described(
      'A result under deliberation, without an objection that waits (结果待公示). The secretary; no term.',
    ),
    RESULT_TO_CORRECT: described(
      'A result that differs in nothing from one to which an objection was upheld (结果待更正). The secretary; no term.',
    ),
    RESULT_TO_FINALISE: described(
      'A result whose notice is over, without an objection that waits (结果待确定). The secretary; no term.',
    ),
    RESULT_OBJECTION: described(
      'An objection to a result (公示异议待裁定). A secretary without a conflict, or stewards where every secretary has one; no term.',
    ),
    RESULT_OBJECTION_TO_PASS_ON: described(
      'An objection on which no secretary may rule any more, and that stewards do not read yet (公示异议待移交). The secretary; no term.',
    ),
  },
});
