import { phrase, type WordsPart } from '#graphql';

/** What is wrong with an entry of a roster; read after its path or cell. */
export const ROSTER_WORDS = {
  notKnown: { en: 'is not known here', zh: '不是已知的字段' },
  missing: { en: 'is missing', zh: '未填写' },
  wrongType: phrase({ en: 'must be {type}', zh: '应为{type}' }),
  oneOf: phrase({ en: 'must be one of {choices}, but is {given}', zh: '应为 {choices} 之一，现为 {given}' }),
  tooSmall: phrase({ en: 'must be at least {least}, but is {given}', zh: '至少为 {least}，现为 {given}' }),
  tooBig: phrase({ en: 'must be at most {most}, but is {given}', zh: '最多为 {most}，现为 {given}' }),
  cannotBe: phrase({ en: 'cannot be {given}', zh: '不能为 {given}' }),

  nul: { en: 'holds the NUL character', zh: '含空字符（NUL）' },
  halfCharacter: { en: 'holds half of a surrogate pair', zh: '含半个代理对字符' },
  empty: { en: 'is empty', zh: '是空的' },
  tooLong: phrase({
    en: 'has {count} characters; at most {most} fit',
    zh: '有 {count} 个字符，最多 {most} 个',
  }),
  codeForm: {
    en: 'must have 2 to 63 small letters, digits and hyphens',
    zh: '须为 2 到 63 个小写字母、数字或连字符',
  },
  regionCodeForm: {
    en: 'must have 1 to 32 letters, digits and hyphens',
    zh: '须为 1 到 32 个字母、数字或连字符',
  },
  phoneForm: {
    en: 'must have 3 to 30 digits, spaces, brackets or hyphens',
    zh: '须为 3 到 30 位数字、空格、括号或连字符',
  },
  noTimeZone: {
    en: 'is no IANA time zone, like Asia/Shanghai',
    zh: '不是 IANA 时区，如 Asia/Shanghai',
  },

  unknownCode: phrase({ en: 'no {what} has the code {code}', zh: '没有代码为 {code} 的{what}' }),
  standsAlready: phrase({ en: '{key} stands at {place} already', zh: '{key} 已出现在 {place}' }),
  standsAbove: { en: 'stands above already', zh: '上面已有同名的一行' },
  memberAlready: phrase({
    en: 'the unit "{unit}" belongs to the network already, by {place}',
    zh: '单位“{unit}”已由 {place} 列入该网络',
  }),
  stewardNeedsNetworks: {
    en: 'a STEWARD needs the networks whose figures it reads',
    zh: 'STEWARD（督导员）须填写其可看数据的网络',
  },
  onlyStewards: { en: 'only a STEWARD has networks of its own', zh: '只有 STEWARD（督导员）才填写网络' },
  representativeNeedsDay: {
    en: 'a REPRESENTATIVE is appointed for a time: say until when',
    zh: 'REPRESENTATIVE（居民代表）有任期，请填写任期至',
  },
  otherName: phrase({
    en: 'the holder of "{account}" is called "{name}" by {place}',
    zh: '账号“{account}”的持有人在 {place} 名为“{name}”',
  }),
  oneRegion: { en: 'a workbook holds one region', zh: '一个工作簿只含一个区' },
  partnerOrGuest: { en: 'must be one of PARTNER, GUEST', zh: '应为 PARTNER、GUEST 之一' },

  inThePast: { en: 'lies in the past', zh: '已经过去' },
  beforeGiven: { en: 'lies before the post was given', zh: '早于该任职的开始' },
  staysInArea: { en: 'a network stays in its area', zh: '网络所属街镇不能更改' },
  keepsConvener: { en: 'a network keeps its convener', zh: '网络的召集单位不能更改' },
  keepsZone: phrase({
    en: 'the region keeps its hours in {zone}, and goes on doing so',
    zh: '该区的时区为 {zone}，不能更改',
  }),
} satisfies WordsPart;

/** What a code can belong to. */
export const ROSTER_THINGS = {
  area: { en: 'area', zh: '街镇' },
  unit: { en: 'unit', zh: '单位' },
  network: { en: 'network', zh: '网络' },
} satisfies WordsPart;

/** What a value can have to be. */
export const ROSTER_TYPES = {
  array: { en: 'a list', zh: '列表' },
  int: { en: 'a whole number', zh: '整数' },
  number: { en: 'a number', zh: '数字' },
  object: { en: 'an object', zh: '对象' },
  string: { en: 'text', zh: '文本' },
} satisfies WordsPart;

/** What an import leaves as it is, and says so. */
export const ROSTER_NOTES = {
  revoked: phrase({
    en: '{post} was revoked, and is not given again.',
    zh: '{post} 已被撤销，不再给予。',
  }),
  staysAsIs: phrase({
    en: '{unit} stays in {network} what it is: {role}, {state}.',
    zh: '{unit} 在 {network} 保持不变：{role}，{state}。',
  }),
  absent: phrase({ en: '{subject} is not in the file, and stays.', zh: '{subject} 不在文件中，保持不变。' }),
} satisfies WordsPart;

/** Why nothing was imported. */
export const IMPORT_WORDS = {
  rosterBad: {
    en: 'Nothing was imported. The roster has to be mended:',
    zh: '未导入任何内容。名册须先改正：',
  },
  workbookBad: {
    en: 'Nothing was imported. The workbook has to be mended:',
    zh: '未导入任何内容。工作簿须先改正：',
  },
} satisfies WordsPart;
