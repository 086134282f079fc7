import { phrase, type Words, type WordsPart } from '#graphql';
import { Confirmation, OfferKind, OfferState } from './offer.entity.js';

export const OFFER_KINDS = {
  [OfferKind.VENUE]: { en: 'venue', zh: '场地' },
  [OfferKind.VEHICLE]: { en: 'vehicle', zh: '车辆' },
  [OfferKind.POWER_SUPPLY]: { en: 'power supply', zh: '供电' },
  [OfferKind.EQUIPMENT]: { en: 'equipment', zh: '设备' },
  [OfferKind.EXPERTISE]: { en: 'expertise', zh: '人才' },
} satisfies Record<OfferKind, Words>;

export const OFFER_STATES = {
  [OfferState.DRAFT]: { en: 'a draft', zh: '草稿' },
  [OfferState.PUBLISHED]: { en: 'published', zh: '已发布' },
  [OfferState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
} satisfies Record<OfferState, Words>;

export const CONFIRMATIONS = {
  [Confirmation.AUTOMATIC]: { en: 'automatic', zh: '自动确认' },
  [Confirmation.OWNER]: { en: 'by the owner', zh: '出借方确认' },
  [Confirmation.OWNER_AFTER_COMMITTEE]: {
    en: 'by the owner after the committee',
    zh: '居委会同意后由出借方确认',
  },
} satisfies Record<Confirmation, Words>;

export const OFFER_WORDS = {
  titleNeeded: { en: 'A title is needed.', zh: '请填写标题。' },
  titleTooLong: { en: 'A title has at most 100 characters.', zh: '标题最多 100 个字。' },
  hoursNeeded: { en: 'At least one line of hours is needed.', zh: '请至少填写一条开放时间。' },
  tooManyHours: { en: 'At most 40 lines of hours.', zh: '开放时间最多 40 条。' },
  leadTimeNegative: { en: 'A lead time is not negative.', zh: '提前量不能为负。' },
  leadTimeBeyondHorizon: {
    en: 'A lead time is at most the horizon, or nothing could ever be asked for.',
    zh: '提前量不能超过可预约期限，否则永远无法预约。',
  },
  leadTimeTooLong: { en: 'A lead time is at most 365 days.', zh: '提前量最多 365 天。' },
  horizonTooShort: { en: 'A horizon is at least 1 day.', zh: '可预约期至少 1 天。' },
  horizonTooLong: { en: 'A horizon is at most 730 days.', zh: '可预约期最多 730 天。' },
  slotTooShort: { en: 'A slot step is at least 5 minutes.', zh: '时段步长至少 5 分钟。' },
  slotTooLong: { en: 'A slot step is at most a day.', zh: '时段步长最多一天。' },
  longestTooShort: { en: 'The longest span is at least 5 minutes.', zh: '最长时段至少 5 分钟。' },
  longestTooLong: { en: 'The longest span is at most 365 days.', zh: '最长时段最多 365 天。' },
  longestBelowSlot: {
    en: 'The longest span is at least one slot step.',
    zh: '最长时段不能短于一个时段步长。',
  },
  bufferNegative: { en: 'A buffer is not negative.', zh: '缓冲时间不能为负。' },
  bufferTooLong: { en: 'A buffer is at most a day.', zh: '缓冲时间最多一天。' },
  networkNeeded: { en: 'Name at least one network.', zh: '请至少选择一个网络。' },
  kindStays: phrase({
    en: 'This offer is of the kind {kind}, and stays so.',
    zh: '该资源为{kind}，类别不能更改。',
  }),
  oneKind: { en: 'Give the facts of exactly one kind.', zh: '请恰好填写一类资源的信息。' },
} satisfies WordsPart;

export const FACTS_WORDS = {
  entryLength: { en: 'Each entry has 1 to 60 characters.', zh: '每项 1 到 60 个字。' },
  addressNeeded: { en: 'An address is needed.', zh: '请填写地址。' },
  addressTooLong: { en: 'An address has at most 200 characters.', zh: '地址最多 200 个字。' },
  floorAreaForm: {
    en: 'A floor area is more than 0, with at most three decimals.',
    zh: '面积须大于 0，最多三位小数。',
  },
  capacityTooSmall: { en: 'A venue holds at least 1 person.', zh: '场地至少容纳 1 人。' },
  capacityTooLarge: { en: 'A venue holds at most 100,000 persons.', zh: '场地最多容纳 100000 人。' },
  tooManyFacilities: { en: 'At most 30 facilities.', zh: '设施最多 30 项。' },
  plateTooLong: { en: 'A number plate has at most 20 characters.', zh: '车牌号最多 20 个字符。' },
  plateForm: {
    en: 'A number plate has the province, the letter of the office and five characters, six for new energy, without I and O.',
    zh: '车牌号为省份简称、发牌机关字母加五位序号（新能源六位），不用字母 I 和 O。',
  },
  seatsTooFew: { en: 'A vehicle has at least 1 seat.', zh: '车辆至少 1 个座位。' },
  seatsTooMany: { en: 'A vehicle has at most 500 seats.', zh: '车辆最多 500 个座位。' },
  licenceTooLong: { en: 'A licence class has at most 20 characters.', zh: '准驾车型最多 20 个字符。' },
  voltage: { en: 'The voltage is 220 or 380.', zh: '电压只能是 220 或 380 伏。' },
  phases: { en: 'There are 1 or 3 phases.', zh: '相数只能是 1 或 3。' },
  loadForm: {
    en: 'A load is more than 0 kW, with at most three decimals.',
    zh: '最大负荷须大于 0 千瓦，最多三位小数。',
  },
  tooManySockets: { en: 'At most 30 sockets.', zh: '插座最多 30 项。' },
  cableTooShort: { en: 'A cable is not shorter than 0 m.', zh: '电缆长度不能为负。' },
  cableTooLong: { en: 'A cable is at most 10,000 m long.', zh: '电缆最长 10000 米。' },
  quantityTooSmall: { en: 'There is at least 1 piece.', zh: '数量至少为 1。' },
  quantityTooLarge: { en: 'There are at most 100,000 pieces.', zh: '数量最多 100000。' },
  measureNeeded: { en: 'Say what is counted.', zh: '请填写计量单位。' },
  measureTooLong: { en: 'A measure has at most 20 characters.', zh: '计量单位最多 20 个字。' },
  fieldNeeded: { en: 'A field is needed.', zh: '请填写专长领域。' },
  fieldTooLong: { en: 'A field has at most 100 characters.', zh: '专长领域最多 100 个字。' },
  expertTitleTooLong: { en: 'A title has at most 100 characters.', zh: '职称最多 100 个字。' },
  tooManyLanguages: { en: 'At most 20 languages.', zh: '语言最多 20 种。' },
  languageForm: { en: 'A language is a BCP 47 tag, e.g. zh.', zh: '语言用 BCP 47 标签书写，如 zh。' },
  sessionsTooFew: { en: 'At least 1 session a month.', zh: '每月至少 1 次。' },
  sessionsTooMany: { en: 'At most 100 sessions a month.', zh: '每月最多 100 次。' },
} satisfies WordsPart;
