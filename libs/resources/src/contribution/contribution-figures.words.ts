const lent = (en: string, zh: string) => ({
  en: `${en} From what really happened, by the contribution account with its corrections. It counts in the month in which the use began, for the unit that lent, in the network through which it was booked.`,
  zh: `${zh}按贡献台账的实际发生数及更正计算。计入使用开始的月份，归出借单位及预约所经的网络。`,
});

/** What of the contribution account is told as figures. */
export const CONTRIBUTION_FIGURE_WORDS = {
  HOURS_LENT: {
    title: { en: 'Hours lent', zh: '出借时长' },
    definition: lent(
      'Hours for which venues, vehicles and experts were lent to other units, from hand-over to return.',
      '场地、车辆、人才借给其他单位的小时数，自交接至归还。',
    ),
  },
  HEAD_HOURS_LENT: {
    title: { en: 'Heads × hours lent', zh: '出借人时' },
    definition: lent(
      'Heads × hours of what was lent whole, where the heads are known.',
      '整体出借的资源中已知人数的部分，人数乘以小时数。',
    ),
  },
  KWH_LENT: {
    title: { en: 'Power lent', zh: '供电量' },
    definition: lent(
      'Kilowatt-hours of power lent, by the meter or else kW × hours.',
      '出借的电量（千瓦时），按电表读数，无读数时按千瓦乘以小时。',
    ),
  },
  PIECE_HOURS_LENT: {
    title: { en: 'Pieces × hours lent', zh: '出借件时' },
    definition: lent('Pieces × hours of equipment lent.', '出借设备的件数乘以小时数。'),
  },
  POINTS: {
    title: { en: 'Points', zh: '积分' },
    definition: {
      en: 'Points of awards in evaluations, without those that were taken back. They count in the month in which they were given, for the unit that was given them, in the network of the evaluation.',
      zh: '项目评比奖项所得积分，扣除已收回的部分。计入授予的月份，归获奖单位及评比所在网络。',
    },
  },
} as const;
