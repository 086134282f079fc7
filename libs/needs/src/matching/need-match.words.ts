import { phrase, type Words, type WordsPart } from '#graphql';
import { OfferFact } from '#resources';
import { ClaimState } from '../claim/claim.entity.js';

export const FACT_NAMES = {
  [OfferFact.CAPACITY]: { en: 'persons', zh: '容纳人数' },
  [OfferFact.STEP_FREE]: { en: 'step-free', zh: '无障碍' },
  [OfferFact.INDOOR]: { en: 'indoors', zh: '室内' },
  [OfferFact.SEATS]: { en: 'seats', zh: '座位数' },
  [OfferFact.DRIVER_INCLUDED]: { en: 'with a driver', zh: '配司机' },
  [OfferFact.VOLTAGE]: { en: 'volts', zh: '电压(V)' },
  [OfferFact.MAX_LOAD_KW]: { en: 'kilowatts', zh: '功率(kW)' },
  [OfferFact.QUANTITY]: { en: 'pieces', zh: '数量' },
} satisfies Record<OfferFact, Words>;

export const CLAIMED_WORDS = {
  [ClaimState.ASKED]: { en: 'It has been asked and has not answered yet.', zh: '已对接，尚未答复。' },
  [ClaimState.ACCEPTED]: { en: 'It has claimed it.', zh: '已认领。' },
  [ClaimState.DONE]: { en: 'It worked on it before it was opened again.', zh: '重新开放前曾办理。' },
  [ClaimState.DECLINED]: { en: 'It has declined.', zh: '未承接。' },
  [ClaimState.WITHDRAWN]: { en: 'It had been asked; that fell away.', zh: '曾被对接，后已免答。' },
  [ClaimState.GIVEN_UP]: { en: 'It had claimed it, and gave it up.', zh: '曾认领，后放弃。' },
} satisfies Record<ClaimState, Words>;

export const MATCH_WORDS = {
  kind: phrase({ en: 'It is of a kind that is asked for: {kind}.', zh: '类型符合：{kind}。' }),
  held: phrase({ en: 'It has {fact}: {has} (wanted: {wanted}).', zh: '{fact}：{has}（需要：{wanted}）。' }),
  short: phrase({
    en: 'It falls short in {fact}: {has} (wanted: {wanted}).',
    zh: '{fact}不符：{has}（需要：{wanted}）。',
  }),
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  freeThen: { en: 'It is free then, and open.', zh: '所需时段可借。' },
  anyTime: { en: 'Any time will do.', zh: '时间不限。' },
  takenThen: { en: 'It is taken then, or too little of it is left.', zh: '所需时段已被占用或余量不足。' },
  helped: phrase({
    en: 'Needs of this network it has helped with: {times}; of these in “{category}”: {inCategory}.',
    zh: '曾帮助本网络需求{times}件，其中“{category}”{inCategory}件。',
  }),
  asked: phrase({
    en: 'Asked in the last 365 days: {times}; declined of these: {declined}.',
    zh: '近365天被对接{times}次，其中未承接{declined}次。',
  }),
} satisfies WordsPart;
