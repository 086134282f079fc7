import { chatLine, type ChatPart } from '#graphql';

/** What stands on what is hung up besides its own words; in Chinese. */
export const CERTIFICATE_WORDS = {
  award: '奖状',
  letter: '表扬信',
  banner: '锦旗',
  to: chatLine('{unit}：'),
  lead: chatLine('你单位牵头的“{what}”在“{occasion}”中荣获'),
  coHost: chatLine('你单位协办的“{what}”在“{occasion}”中荣获'),
  subject: chatLine('“{what}”在“{occasion}”中荣获'),
  encouragement: '特发此状，以资鼓励。',
} satisfies ChatPart;
