import { joinWords, phrase, type Words, type WordsPart } from '#graphql';
import type { Sureness } from './sureness.js';

export const SURENESS_WORDS = {
  nothingCounted: { en: 'No sheet counts: nothing is ranked.', zh: '没有计入的评分表，未产生名次。' },
  sure: phrase({
    en: 'Whichever one of the {tried} sheets is left out, the first three stay the same, in the same order.',
    zh: '共计入 {tried} 份评分表，去掉其中任何一份，前三名及其先后都不变。',
  }),
  otherOrder: phrase({
    en: 'Whichever one of the {tried} sheets is left out, the first three stay the same, but not their order: it changes with {order} of them.',
    zh: '共计入 {tried} 份评分表，去掉其中任何一份，前三名仍是这几个，但先后不一定：其中有 {order} 份，去掉一份就会变。',
  }),
  otherFirstThree: phrase({
    en: 'One sheet can change who is among the first three: {others} of the {tried} would if left out.',
    zh: '共计入 {tried} 份评分表，其中有 {others} 份，去掉一份前三名就不是这几个了。',
  }),
  otherOrderToo: phrase({
    en: 'With {order} more only the order changes.',
    zh: '另有 {order} 份，去掉一份只改变先后。',
  }),
} satisfies WordsPart;

/** How sure the first three ranks are, in one sentence or two. */
export function saySureness({ tried, otherFirstThree: others, otherOrder: order }: Sureness): Words {
  if (tried === 0) return SURENESS_WORDS.nothingCounted;
  if (others === 0 && order === 0) return SURENESS_WORDS.sure({ tried });
  if (others === 0) return SURENESS_WORDS.otherOrder({ tried, order });
  const said = SURENESS_WORDS.otherFirstThree({ tried, others });
  return order === 0 ? said : joinWords([said, SURENESS_WORDS.otherOrderToo({ order })]);
}
