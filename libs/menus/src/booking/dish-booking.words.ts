import type { WordsPart } from '#graphql';

export const DISH_BOOKING_WORDS = {
  itemsNeeded: { en: 'Say at least one thing that is wanted.', zh: '请至少选择一项。' },
  tooManyItems: { en: 'At most 10 things in one act.', zh: '一次最多预约 10 项。' },
  purposeNeeded: { en: 'Say what it is for.', zh: '请填写用途。' },
  purposeTooLong: { en: 'A purpose has at most 200 characters.', zh: '用途最多 200 个字。' },
  otherNetwork: {
    en: 'It is booked through another network than the dish’s.',
    zh: '该预约不是通过活动所在网络申请的。',
  },
  bookingElsewhere: { en: 'This booking serves a dish already.', zh: '该预约已关联活动。' },
  bookingIsOff: { en: 'This booking was called off.', zh: '该预约已取消。' },
  bookingNotLinked: { en: 'This booking does not serve the dish.', zh: '该预约未关联此活动。' },
  notHeld: { en: 'What it was booked for is not held.', zh: '所预约的活动已取消或撤回。' },
  moved: { en: 'What it was booked for was put to another time.', zh: '所预约的活动已改期，请重新预约。' },
} satisfies WordsPart;
