import { phrase, type Words, type WordsPart } from '#graphql';
import { MembershipRole, MembershipState } from './membership.entity.js';

export const MEMBERSHIP_STATES = {
  [MembershipState.INVITED]: { en: 'invited', zh: '已邀请' },
  [MembershipState.ACTIVE]: { en: 'active', zh: '已加入' },
  [MembershipState.SUSPENDED]: { en: 'suspended', zh: '已暂停' },
  [MembershipState.LEFT]: { en: 'left', zh: '已退出' },
} satisfies Record<MembershipState, Words>;

export const MEMBERSHIP_ROLES = {
  [MembershipRole.CONVENER]: { en: 'convener', zh: '召集单位' },
  [MembershipRole.PARTNER]: { en: 'partner unit', zh: '共建单位' },
  [MembershipRole.GUEST]: { en: 'guest', zh: '特邀单位' },
} satisfies Record<MembershipRole, Words>;

export const MEMBERSHIP_WORDS = {
  noSuchUnit: { en: 'No active unit of this network has this id.', zh: '本网络没有这个正式成员。' },
  unitCodeForm: {
    en: 'A unit code has 2 to 63 small letters, digits and hyphens.',
    zh: '单位代码为 2 到 63 个小写字母、数字或连字符。',
  },
  invitedAs: {
    en: 'A unit is invited as PARTNER or GUEST.',
    zh: '单位只能以共建单位（PARTNER）或特邀单位（GUEST）受邀。',
  },
  convenerStays: { en: 'A network keeps its convener.', zh: '网络的召集单位不能移出。' },
  alreadyMember: phrase({
    en: 'The unit {unitCode} stands in this network as {state}.',
    zh: '单位 {unitCode} 在本网络中的状态为“{state}”。',
  }),
} satisfies WordsPart;
