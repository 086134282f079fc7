import { chatLine, type ChatPart } from '#graphql';

export const PASSWORD_CHAT = {
  use: chatLine('【账号密码】请为账号 {account}（地区代码 {region}）设置密码，一次性口令：{code}'),
  limits: chatLine('{until}前有效，只能使用一次；设置后请用账号和新密码登录。'),
  inPrivate: '请单独发给本人，不要发到群里。',
} satisfies ChatPart;
