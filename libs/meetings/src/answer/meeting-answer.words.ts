import { type Words, type WordsPart } from '#graphql';
import { ProxyObstacle } from './proxy-rules.js';

export const PROXY_OBSTACLES = {
  [ProxyObstacle.GIVEN_AWAY]: {
    en: 'That unit has given its own vote to another: choose a third.',
    zh: '该单位已委托其他单位，请另选受托单位。',
  },
  [ProxyObstacle.HOLDS_ONE]: {
    en: 'That unit holds a proxy already: choose another.',
    zh: '该单位已接受其他单位委托，请另选受托单位。',
  },
  [ProxyObstacle.DECLINED]: {
    en: 'That unit does not come either: choose one that does.',
    zh: '该单位也不参会，请另选受托单位。',
  },
  [ProxyObstacle.GIVER_HOLDS]: {
    en: 'Your unit holds the proxy of another, which has to give it elsewhere first.',
    zh: '贵单位已接受其他单位委托，须由其先改委托。',
  },
} satisfies Record<ProxyObstacle, Words>;

export const MEETING_ANSWER_WORDS = {
  tooManyComers: { en: 'At most 20 names.', zh: '最多填写 20 个姓名。' },
  nameTooLong: { en: 'A name has at most 60 characters.', zh: '姓名最多 60 个字。' },
  nameNeeded: { en: 'A name is not blank: leave out what is empty.', zh: '姓名不能为空，没有则不填。' },
  remarkNeeded: { en: 'A remark says something: leave out what is empty.', zh: '说明不能为空，没有则不填。' },
  remarkTooLong: { en: 'It has at most 500 characters.', zh: '说明最多 500 个字。' },
  nobodyComes: {
    en: 'Who declines names nobody who comes.',
    zh: '不参会时不必填写参会人员。',
  },
  proxyOfAbsent: {
    en: 'Only a unit that declines gives its vote to another.',
    zh: '只有不参会的单位才能委托其他单位。',
  },
  proxyToOneself: {
    en: 'A proxy is given to another unit.',
    zh: '不能委托本单位。',
  },
  proxyToScribe: {
    en: 'A committee does not record a vote given to itself: the unit says so through its own post.',
    zh: '居委会不得代办委托给本单位，须由该单位自行答复。',
  },
  guestHasNoVote: {
    en: 'A guest of the network has no vote, to give or to hold.',
    zh: '列席单位没有表决权，不能委托或受托。',
  },
} satisfies WordsPart;
