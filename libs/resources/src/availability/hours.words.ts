import { phrase, type Words, type WordsPart } from '#graphql';

export const DAY_KINDS = {
  EVERY: { en: 'EVERY', zh: '每天' },
  WORK: { en: 'WORK', zh: '工作日' },
  REST: { en: 'REST', zh: '休息日' },
  HOLIDAY: { en: 'HOLIDAY', zh: '法定节假日' },
} satisfies Record<string, Words>;

export const HOURS_WORDS = {
  outOfRange: {
    en: 'Opening hours lie between 00:00 and 24:00, in whole minutes.',
    zh: '开放时间须在 00:00 到 24:00 之间，精确到分钟。',
  },
  endsBeforeStart: phrase({
    en: 'Opening hours must end after they begin; these run from {from} to {to}.',
    zh: '开放时间的结束须晚于开始，现为 {from} 到 {to}。',
  }),
  overlap: phrase({
    en: '{span} overlaps {other} for the same days ({days}).',
    zh: '{span} 与 {other} 在同类日子（{days}）重叠。',
  }),
} satisfies WordsPart;
