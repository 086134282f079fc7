import { phrase, type WordsPart } from '#graphql';

export const RECORD_WORDS = {
  nobodyHelped: { en: 'Say who helped.', zh: '请填写由哪些单位帮助。' },
  tooManyHelped: { en: 'At most 20 units helped.', zh: '最多 20 个单位。' },
  helpedTwice: { en: 'Each unit is named once.', zh: '同一单位只填一次。' },
  calledUrgently: { en: 'Units are called for urgent needs only.', zh: '只有紧急求助才填写求助时间。' },
  outOfOrder: phrase({
    en: 'It cannot lie before {earlier}.',
    zh: '不能早于{earlier}。',
  }),
  call: { en: 'the call', zh: '求助时间' },
  acceptance: { en: 'the acceptance', zh: '认领时间' },
  arrival: { en: 'the arrival', zh: '到达时间' },
} satisfies WordsPart;
