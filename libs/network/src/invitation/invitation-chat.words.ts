import { chatLine, type ChatPart } from '#graphql';

export const INVITATION_CHAT = {
  invite: chatLine('【共建邀请】{convener}邀请{unit}以{role}身份加入“{network}”。'),
  use: chatLine('请联络员凭一次性口令登记单位、设置密码：{code}'),
  limits: chatLine('{until}前有效，只能使用一次。'),
  inPrivate: '请单独发给该单位联络员，不要发到群里。',
} satisfies ChatPart;
