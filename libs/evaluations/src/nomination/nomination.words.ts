import { chatLine, type ChatPart, type Words, type WordsPart } from '#graphql';
import { NominationState } from './nomination.entity.js';

export const NOMINATION_STATES = {
  [NominationState.DRAFT]: { en: 'a draft', zh: '草稿' },
  [NominationState.SUBMITTED]: { en: 'submitted', zh: '已申报' },
  [NominationState.RETURNED]: { en: 'returned', zh: '已退回' },
  [NominationState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
  [NominationState.EXCLUDED]: { en: 'excluded', zh: '已取消资格' },
} satisfies Record<NominationState, Words>;

export const NOMINATION_WORDS = {
  statementNeeded: { en: 'Say why it should be awarded.', zh: '请填写申报理由。' },
  statementTooLong: { en: 'A statement has at most 5,000 characters.', zh: '申报理由最多 5000 个字。' },
  labelNeeded: { en: 'Give it a name.', zh: '请填写名称。' },
  labelTooLong: { en: 'A name has at most 100 characters.', zh: '名称最多 100 个字。' },
  projectWanted: {
    en: 'This round evaluates projects: name a project, and nothing else.',
    zh: '本轮评比项目，请只选择一个项目。',
  },
  unitWanted: {
    en: 'This round evaluates units: name a unit, and nothing else.',
    zh: '本轮评比单位，请只选择一个单位。',
  },
  labelWanted: {
    en: 'This round evaluates what has no more than a name: give its name, and nothing else.',
    zh: '本轮评比对象只需填写名称。',
  },
  hostsNominate: {
    en: 'A project is nominated by its lead, a co-host or the committee: ask one of them to nominate it.',
    zh: '项目由牵头单位、协办单位或居委会申报，请由其申报。',
  },
  unitsNominateThemselves: {
    en: 'A unit nominates itself; the committee nominates any: ask it, or the unit itself.',
    zh: '单位申报本单位；申报其他单位的，请由该单位或居委会申报。',
  },
  notTaken: {
    en: 'The project is not one of the network, as it was not taken, or was stopped or withdrawn: nominate one that is under way or done.',
    zh: '该项目未立项，或已中止、撤回，不能申报：请选择进行中或已完成的项目。',
  },
  tooLate: {
    en: 'The time for nominations is over: as long as scoring has not begun, ask the committee for a later end.',
    zh: '申报已截止：评分开始前，可请居委会延长申报时间。',
  },
  nominatedAlready: {
    en: 'It is nominated in this round already, and stands in it once: withdraw this draft, or nominate something else.',
    zh: '该对象已在本轮申报，不能重复：请撤回本草稿，或另选申报对象。',
  },
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
} satisfies WordsPart;

export const NOMINATION_CHAT = {
  headline: chatLine('【申报】{title}（{state}）'),
  round: chatLine('评比：{round}'),
  unit: chatLine('申报单位：{unit}'),
  reason: chatLine('原因：{reason}'),
  statement: chatLine('申报理由：{statement}'),
  aUnit: '共建单位',
} satisfies ChatPart;
