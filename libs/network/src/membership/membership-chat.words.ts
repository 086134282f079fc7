import { chatLine, type ChatPart } from '#graphql';

export const MEMBERSHIP_CHAT = {
  invited: chatLine('【共建邀请】{convener}邀请{unit}以{role}身份加入“{network}”，请联络员登录平台答复。'),
  active: chatLine('【成员动态】{unit}自{since}起以{role}身份参加“{network}”。'),
  suspended: chatLine('【成员动态】{unit}在“{network}”的成员资格已暂停。'),
  left: chatLine('【成员动态】{unit}未参加或不再参加“{network}”。'),
  unitOfCode: chatLine('贵单位（单位代码 {code}）'),
  aCommittee: '召集单位',
  aNetwork: '共建网络',
} satisfies ChatPart;
