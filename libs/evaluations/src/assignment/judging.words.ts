import type { Words, WordsPart } from '#graphql';
import { JudgeAssignmentGround, JudgeAssignmentState } from './judge-assignment.entity.js';

export const JUDGE_ASSIGNMENT_STATES = {
  [JudgeAssignmentState.PROPOSED]: { en: 'proposed', zh: '拟分配' },
  [JudgeAssignmentState.SETTLED]: { en: 'to be scored', zh: '待评分' },
  [JudgeAssignmentState.SUBMITTED]: { en: 'submitted', zh: '已提交' },
  [JudgeAssignmentState.DROPPED]: { en: 'dropped', zh: '已取消' },
  [JudgeAssignmentState.SET_ASIDE]: { en: 'set aside', zh: '不予计分' },
} satisfies Record<JudgeAssignmentState, Words>;

export const JUDGE_ASSIGNMENT_GROUNDS = {
  [JudgeAssignmentGround.CONFLICT_FOUND]: {
    en: 'a unit in which the judge holds a post had a hand in it',
    zh: '评委任职单位与该申报有关',
  },
  [JudgeAssignmentGround.CONFLICT_DECLARED]: { en: 'the judge declared a conflict', zh: '评委申请回避' },
  [JudgeAssignmentGround.EXCUSED]: { en: 'the judge was excused', zh: '评委请假' },
  [JudgeAssignmentGround.BY_RETURNING_OFFICER]: { en: 'the returning officer', zh: '监票人取消' },
} satisfies Record<JudgeAssignmentGround, Words>;

export const JUDGING_WORDS = {
  reasonNeeded: { en: 'Say why.', zh: '请说明理由。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '理由最多 500 个字。' },
  settledAlready: {
    en: 'Judges have been shown what is theirs: from now on add and drop them one by one.',
    zh: '评委分配已确定，之后请逐一增减。',
  },
  notSettled: {
    en: 'Judges have not been shown what is theirs: propose judges, settle the roll, and close scoring when their sheets are in.',
    zh: '评委分配尚未确定：请先拟定并确定分配，待评分表交齐后再结束评分。',
  },
  nothingProposed: {
    en: 'Nobody is proposed for anything: propose judges first. If that finds nobody, too few can judge, and units have to appoint more.',
    zh: '尚未拟定评委分配：请先拟定；若无人可拟，说明可担任评委的人员不足，请各单位增派。',
  },
  inConflictNow: {
    en: 'Since they were proposed, judges have come into conflict, or hold their posts no more: propose anew.',
    zh: '拟分配后有评委需要回避或已卸任，请重新拟定。',
  },
  assignedAlready: {
    en: 'That judge scores this nomination already: choose another.',
    zh: '该评委已分配此项申报，请另选评委。',
  },
  setAsideAlready: {
    en: 'The sheet of that judge was set aside, and is not asked for again: give the nomination to another judge.',
    zh: '该评委的评分表已不予计分，不能重新分配，请另选评委。',
  },
  inConflict: {
    en: 'That judge has a conflict, declared or by a post in a unit that had a hand in it: give the nomination to another judge.',
    zh: '该评委须回避（本人申请回避，或其任职单位与该申报有关），请另选评委。',
  },
  isExcused: {
    en: 'That judge was excused and is given nothing more: choose another for what is still open.',
    zh: '该评委已请假，不再分配评分任务，请另选评委。',
  },
  holdsNoPost: {
    en: 'That judge no longer holds the post: choose another judge of the roll.',
    zh: '该评委已不再担任该职务，请另选评委。',
  },
  notJudged: {
    en: 'Only what was nominated in time is judged: choose one of the nominations that take part.',
    zh: '只评审按时申报的项目，请选择参评的申报。',
  },
  mayJudge: {
    en: 'Since scoring began, only somebody whom no panel of the round could have as a judge becomes its returning officer: ask the street office.',
    zh: '评分开始后，监票人不能由可担任本次评委的人员接任，请由街道党建办担任。',
  },
  readsScores: {
    en: 'Since scoring was closed, units of the network read scores, and whoever returns the round learns whose they are: only the street office can take that over now. Ask it.',
    zh: '评分结束后，网络内单位可看到得分，而监票人知道评分人是谁：此时只能由街道党建办接任，请商请街道党建办。',
  },
  declaredAlready: {
    en: 'You have declared this conflict already: you do not judge the nomination, and nothing more is needed.',
    zh: '您已就此申请回避，不再评审该申报，无需重复提交。',
  },
  notYetJudged: {
    en: 'Conflicts are declared from the beginning of scoring until the result is final: wait for the one, and after the other tell the committee.',
    zh: '评分开始后、结果确定前可以申请回避；尚未开始的请稍后，已经确定的请告知居委会。',
  },
} satisfies WordsPart;
