import { chatLine, phrase, type ChatPart, type Words, type WordsPart } from '#graphql';
import { SignUpEnd, SignUpState } from './sign-up.entity.js';

export const SIGN_UP_STATES = {
  [SignUpState.CONFIRMED]: { en: 'confirmed', zh: '已报上' },
  [SignUpState.WAITING]: { en: 'on the waiting list', zh: '候补' },
  [SignUpState.CANCELLED]: { en: 'cancelled', zh: '已取消' },
} satisfies Record<SignUpState, Words>;

export const SIGN_UP_ENDS = {
  [SignUpEnd.BY_UNIT]: { en: 'the unit cancelled', zh: '本单位取消' },
  [SignUpEnd.DISH_CANCELLED]: { en: 'the activity is not held', zh: '活动取消' },
  [SignUpEnd.MEMBERSHIP_ENDED]: { en: 'the unit left the network', zh: '单位已退出或暂停共建' },
} satisfies Record<SignUpEnd, Words>;

export const SIGN_UP_WORDS = {
  headsTooFew: { en: 'Sign up one person at least.', zh: '至少报名 1 人。' },
  headsTooMany: { en: 'Sign up a million persons at most.', zh: '最多报名 100 万人。' },
  aboveUnitQuota: phrase({
    en: 'One unit signs up {count} persons at most.',
    zh: '每单位最多报名 {count} 人。',
  }),
  aboveQuota: phrase({
    en: 'There is room for {count} persons in all.',
    zh: '总名额为 {count} 人。',
  }),
  notOpen: {
    en: 'Units sign up for what is published and not cancelled.',
    zh: '活动未发布或已取消，不能报名。',
  },
  deadlinePassed: {
    en: 'Sign-up has ended: nothing is changed or cancelled any more.',
    zh: '报名已截止，不能再报名、改人数或取消。',
  },
  signedUpAlready: {
    en: 'The unit is signed up: change how many come.',
    zh: '本单位已报名，请修改人数。',
  },
  noRoomForMore: phrase({
    en: 'There is room for {free} more persons, and {waiting} persons wait: sign-up of your unit stays as it is.',
    zh: '现余 {free} 个名额，候补 {waiting} 人，本单位报名人数不变。',
  }),
  quotaBelowConfirmed: phrase({
    en: '{count} persons have places: the quota is no less.',
    zh: '已有 {count} 人报上，名额不能更少。',
  }),
  quotaBelowGroup: phrase({
    en: 'One unit has signed up {count} persons: the quota is no less.',
    zh: '有单位已报名 {count} 人，名额不能更少。',
  }),
} satisfies WordsPart;

export const SIGN_UP_CHAT = {
  headline: chatLine('【报名】{title}'),
  time: chatLine('时间：{spans}'),
  counts: chatLine('已报{groups}个单位{heads}人'),
  countsOfQuota: chatLine('已报{groups}个单位{heads}人，名额{quota}人'),
  confirmed: chatLine('已报{number}：{unit}{heads}人'),
  waiting: chatLine('候补{number}：{unit}{heads}人'),
  nobody: '暂无单位报名',
  deadline: chatLine('报名截止：{at}'),
  aUnit: '共建单位',
} satisfies ChatPart;
