const placed = (en: string, zh: string) => ({
  en: `${en} It counts in the month in which the booked time begins, for the unit that lends, in the network through which it was booked.`,
  zh: `${zh}计入预约时段开始的月份，归出借单位及预约所经的网络。`,
});

const COUNTED_LATER = {
  en: 'counted a day after each booking ends, and when a request lapses or would have.',
  zh: '在每次预约结束一天后统计；申请失效或本应失效时也会统计。',
};

const counted = (en: string, zh: string) =>
  placed(`${en} For the street office ${COUNTED_LATER.en}`, `${zh}街道党建办所见数据${COUNTED_LATER.zh}`);

const countedLater = (en: string, zh: string) =>
  placed(`${en} It is ${COUNTED_LATER.en}`, `${zh}${COUNTED_LATER.zh}`);

/** How what is lent is asked for and used, as figures. */
export const LENDING_FIGURE_WORDS = {
  REQUESTS_MADE: {
    title: { en: 'Requests', zh: '借用申请' },
    definition: counted(
      'Requests for what is lent, whatever became of them; not what was recorded after the fact, nor what was moved.',
      '对出借资源提出的申请，不论结果；不含补录，也不含改期前的申请。',
    ),
  },
  REQUESTS_ANSWERED: {
    title: { en: 'Requests answered', zh: '已答复申请' },
    definition: counted(
      'Requests to which a person said yes or no, and whose answer still stands; not what confirmed by itself, lapsed or was called off.',
      '由人员同意或谢绝且答复仍有效的申请；不含自动确认、失效或撤回的申请。',
    ),
  },
  ANSWER_MINUTES: {
    title: { en: 'Minutes until an answer', zh: '答复用时（分钟）' },
    definition: counted(
      'Mean of the minutes from when whoever answers was asked to that answer, over the requests answered.',
      '自提请答复到作出答复的平均分钟数，以已答复申请为基数。',
    ),
  },
  BOOKINGS_USED: {
    title: { en: 'Bookings used', zh: '实际借用' },
    definition: counted(
      'Bookings that were used, noted or by assumption, those of the unit’s own things by itself too.',
      '已实际使用的预约，含登记的和视同使用的，也含单位使用本单位资源的。',
    ),
  },
  UTILISATION: {
    title: { en: 'Utilisation', zh: '使用率' },
    definition: countedLater(
      'Minutes for which what is lent whole (venue, vehicle, expertise) was used within booked spans, of a unit at most as many as it was open, divided by the minutes it was open. Over the units and months in which something was asked for: other months of a unit are not counted.',
      '整体出借的资源（场地、车辆、人才）在预约时段内的使用分钟数（每单位不超过开放分钟数）除以开放分钟数。仅计有申请的单位和月份，其他月份不计。',
    ),
  },
  OFFERS_OPEN: {
    title: { en: 'Offers open', zh: '在架资源' },
    definition: {
      en: 'Offers that are published to the network now, for the unit that lends. An offer counts in each of its networks. It is told for the period in which the present day lies, and for no other.',
      zh: '当前在网络中发布的资源，归出借单位。一项资源在其发布的每个网络中各计一次。仅在包含当日的期间提供，其他期间不提供。',
    },
  },
} as const;
