import { NETWORK_CODES, UNIT_CODES } from '#network';
import type { FormColumn, SheetForm, SheetWords } from '#sheets';
import { HOURS_EXAMPLES } from '../availability/typed-hours.js';
import { Confirmation, OfferKind } from '../offer/offer.entity.js';
import { CONFIRMATIONS, OFFER_KINDS } from '../offer/offer.words.js';
import { FACT_COLUMNS } from './fact-columns.js';

const choicesOf = <Code extends string>(words: Readonly<Record<Code, SheetWords>>, codes: readonly Code[]) =>
  codes.map((code) => `${words[code].zh} ${code}`);

const TERM_COLUMNS: readonly FormColumn[] = [
  { field: 'title', heading: '名称 Title', width: 28 },
  {
    field: 'kind',
    heading: '类别 Kind',
    kind: 'choice',
    choices: choicesOf(OFFER_KINDS, Object.values(OfferKind)),
  },
  {
    field: 'confirmation',
    heading: '确认方式 Confirmation',
    kind: 'choice',
    choices: choicesOf(CONFIRMATIONS, Object.values(Confirmation)),
    width: 30,
  },
  {
    field: 'hours',
    heading: '开放时间 Hours',
    choices: HOURS_EXAMPLES,
    isOpen: true,
    width: 46,
  },
  { field: 'longestMinutes', heading: '最长（分钟） Longest (minutes)', kind: 'number' },
  { field: 'leadTimeMinutes', heading: '提前量（分钟） Lead time (minutes)', kind: 'number' },
  { field: 'horizonDays', heading: '可约天数 Horizon (days)', kind: 'number' },
  { field: 'slotMinutes', heading: '步长（分钟） Slot step (minutes)', kind: 'number' },
  { field: 'bufferBeforeMinutes', heading: '前缓冲（分钟） Buffer before (minutes)', kind: 'number' },
  { field: 'bufferAfterMinutes', heading: '后缓冲（分钟） Buffer after (minutes)', kind: 'number' },
  { field: 'requestsHold', heading: '申请即占用 Requests hold', kind: 'yesNo' },
  { field: 'description', heading: '说明 Description', width: 36 },
  { field: 'contactName', heading: '联系人 Contact' },
  { field: 'contactPhone', heading: '联系电话 Contact phone' },
  { field: 'notes', heading: '内部备注 Notes' },
];

const NAME = '资源 Offers';

/** Offers of one's own unit: whose they are is known, and they are published one by one. */
export const OWN_OFFERS_FORM: SheetForm = {
  name: NAME,
  isNeeded: true,
  columns: [...TERM_COLUMNS, ...FACT_COLUMNS],
};

/** Offers of all units of a region, beside its roster. */
export const OFFERS_FORM: SheetForm = {
  name: NAME,
  isNeeded: false,
  columns: [
    { field: 'unit', heading: '单位 Unit', choices: UNIT_CODES },
    { field: 'networks', heading: '网络 Networks', kind: 'codes', choices: NETWORK_CODES, isOpen: true },
    ...OWN_OFFERS_FORM.columns,
  ],
};
