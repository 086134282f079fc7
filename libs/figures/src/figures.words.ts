import { phrase, type WordsPart } from '#graphql';

/** Why a figure is not told, and what is wrong with what was asked. */
export const FIGURE_WORDS = {
  noFirstDay: {
    en: 'A month is given by its first day, like 2026-11-01.',
    zh: '月份以其首日表示，例如 2026-11-01。',
  },
  untilBeforeFrom: {
    en: 'The last month lies before the first.',
    zh: '截止月份早于起始月份。',
  },
  tooManyMonths: phrase({
    en: 'At most {most} months can be asked for at once; these are {count}.',
    zh: '一次最多查询 {most} 个月，现为 {count} 个月。',
  }),
  outsideMonths: {
    en: 'These months are not among those that the figures were asked for.',
    zh: '所选月份不在本次查询的月份之内。',
  },
  ownAlone: {
    en: 'Told to the committee of the network and to the street office; a unit reads its own, in byUnit.',
    zh: '仅向本网络委员会和街道党建办提供；各单位可在 byUnit 中查看本单位数据。',
  },
  ofOthers: {
    en: 'Told to that unit, to the committee of the network and to the street office.',
    zh: '仅向该单位、本网络委员会和街道党建办提供。',
  },
  notOfUnits: {
    en: 'This is a figure of networks and areas, not of a unit.',
    zh: '该指标属于网络和片区，不按单位统计。',
  },
  fromSums: {
    en: 'The street office reads sums, and not what they were made of.',
    zh: '街道党建办只查看汇总数据，不查看其明细。',
  },
  fromHours: {
    en: 'It is counted from opening hours and hours of use, which are no things of their own; see lendingByMonth.',
    zh: '该指标由开放时长与使用时长计算，没有逐条明细，可查看 lendingByMonth。',
  },
} satisfies WordsPart;
