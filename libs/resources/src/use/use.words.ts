import { phrase, type WordsPart } from '#graphql';

export const USE_WORDS = {
  inFuture: { en: 'What has not happened yet cannot be noted.', zh: '尚未发生的不能记录。' },
  tooEarly: phrase({
    en: 'It can be handed over at most {most} hours before its booked start.',
    zh: '最早可在预约开始前 {most} 小时移交。',
  }),
  returnedBeforeHandOver: {
    en: 'It must be given back at least a minute after it was handed over.',
    zh: '归还须晚于移交至少一分钟。',
  },
  amountNeeded: { en: 'An amount is more than 0.', zh: '数量须大于 0。' },
  negativeKwh: { en: 'Energy is not below 0 kWh.', zh: '用电量不能小于 0 千瓦时。' },
  lentWhole: {
    en: 'This is lent whole: it has no amount and no kWh.',
    zh: '该资源整体出借，没有数量或用电量。',
  },
  moreThanBooked: phrase({
    en: 'It was booked for {most} {measure}, and no more can have been in use.',
    zh: '预约的数量为 {most} {measure}，实际使用不能超过。',
  }),
  moreThanItCarries: phrase({
    en: '{most} kW give no more than that times {minutes} minutes.',
    zh: '{most} 千瓦在 {minutes} 分钟内用不了这么多电。',
  }),
  tooManyHeads: phrase({ en: 'At most {most} persons.', zh: '最多 {most} 人。' }),
  ownHandOver: {
    en: 'Your unit has noted the hand-over itself: take that back first.',
    zh: '本单位已记录移交，请先撤回该记录。',
  },
  othersHandOver: {
    en: 'A hand-over is taken back by the unit that noted it.',
    zh: '移交记录只能由记录的单位撤回。',
  },
  noMeter: { en: 'Only power is counted in kWh.', zh: '只有供电以千瓦时计。' },
  closed: phrase({
    en: 'What happened can be noted for {most} days after the booked end.',
    zh: '预约结束 {most} 天后不能再记录使用情况。',
  }),
  notBegun: { en: 'It has not begun yet.', zh: '预约尚未开始。' },
  cameAfterAll: {
    en: 'Its use was noted, or a no-show was recorded before.',
    zh: '已有使用记录，或曾记录未到场。',
  },
  noShowTooLate: {
    en: 'A no-show is recorded within three working days after the use was assumed.',
    zh: '未到场须在系统默认使用后三个工作日内记录。',
  },
  contestTooLate: {
    en: 'A no-show is contested within three working days.',
    zh: '对未到场记录的异议须在三个工作日内提出。',
  },
  contestedAlready: { en: 'It has been contested already.', zh: '已经提出过异议。' },
  notContested: { en: 'Nobody has contested it.', zh: '没有人提出异议。' },
  ruledAlready: { en: 'The committee has ruled on it.', zh: '居委会已作裁定。' },
  contestNeeded: { en: 'Say what happened.', zh: '请说明实际情况。' },
  rulingNeeded: { en: 'Say why.', zh: '请说明理由。' },
} satisfies WordsPart;
