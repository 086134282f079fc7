import type { Words, WordsPart } from '#graphql';
import { MotionState } from './motion.entity.js';
import { BallotFault } from './turnout.js';

export const MOTION_STATES = {
  [MotionState.DRAFT]: { en: 'a draft', zh: '草稿' },
  [MotionState.OPEN]: { en: 'being voted on', zh: '表决中' },
  [MotionState.CARRIED]: { en: 'carried', zh: '已通过' },
  [MotionState.LOST]: { en: 'lost', zh: '未通过' },
  [MotionState.NO_QUORUM]: { en: 'without quorum', zh: '未达法定人数' },
  [MotionState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
} satisfies Record<MotionState, Words>;

export const BALLOT_FAULTS = {
  [BallotFault.NOT_ENTITLED]: {
    en: 'That unit has no vote here: only the members that the network had when the vote opened.',
    zh: '该单位在本次表决中没有表决权：表决开始时的成员单位方可投票。',
  },
  [BallotFault.HAS_VOTED]: {
    en: 'That unit has voted: its first ballot stands.',
    zh: '该单位已投票，以第一次投票为准。',
  },
  [BallotFault.AWAY]: {
    en: 'Nobody in the room votes for that unit: check in first.',
    zh: '该单位无人在场，请先签到。',
  },
  [BallotFault.ANOTHER_VOTES]: {
    en: 'Your unit does not vote for that one: it votes itself, or by another that is in the room.',
    zh: '不能由贵单位投票：该单位自行投票，或由其委托且在场的单位投票。',
  },
  [BallotFault.TWO_BALLOTS_CAST]: {
    en: 'Your unit has voted for another already: nobody casts a third vote.',
    zh: '贵单位已代其他单位投票，任何单位最多投两票。',
  },
} satisfies Record<BallotFault, Words>;

export const MOTION_WORDS = {
  textNeeded: { en: 'Say what is to be decided.', zh: '请填写表决内容。' },
  textTooLong: { en: 'A motion has at most 1,000 characters.', zh: '表决内容最多 1000 个字。' },
  nobodyAsked: { en: 'At least one was asked.', zh: '征求意见的户数至少为 1。' },
  tooManyAsked: { en: 'At most 1,000,000 were asked.', zh: '征求意见的户数最多 1000000。' },
  notNegative: { en: 'It is a count from 0 on.', zh: '数量不能小于 0。' },
  moreThanAsked: {
    en: 'No more have answered than were asked.',
    zh: '同意与不同意之和不能超过征求意见的户数。',
  },
  figuresAlone: {
    en: 'The vote is open: only how many outside are for and against is still corrected.',
    zh: '表决已开始，只能更正会外征求意见的同意数和不同意数。',
  },
  notInSession: {
    en: 'A vote opens while the meeting is in session.',
    zh: '会议进行中方可开始表决。',
  },
  itemOff: {
    en: 'Its item is not on the agenda: take the item, or move it anew without one.',
    zh: '该表决事项所属议题不在议程上，请先列入议程，或另行提出不附议题的表决。',
  },
  secretTrial: {
    en: 'Closing a secret vote cannot be tried: it would tell how the vote stands.',
    zh: '无记名表决不能试结束，否则会泄露表决进展。',
  },
  voteOpen: {
    en: 'A vote is open: close it first.',
    zh: '有表决尚未结束，请先结束表决。',
  },
} satisfies WordsPart;
