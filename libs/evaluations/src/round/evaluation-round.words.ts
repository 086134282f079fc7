import { chatLine, phrase, type ChatPart, type Words, type WordsPart } from '#graphql';
import { EvaluationRoundState, EvaluationSubjectKind } from './evaluation-round.entity.js';

export const EVALUATION_ROUND_STATES = {
  [EvaluationRoundState.SETUP]: { en: 'being set up', zh: '筹备中' },
  [EvaluationRoundState.NOMINATING]: { en: 'open for nominations', zh: '申报中' },
  [EvaluationRoundState.SCORING]: { en: 'being scored', zh: '评分中' },
  [EvaluationRoundState.DELIBERATING]: { en: 'being deliberated', zh: '评议中' },
  [EvaluationRoundState.PUBLIC_NOTICE]: { en: 'on public notice', zh: '公示中' },
  [EvaluationRoundState.FINAL]: { en: 'final', zh: '已确定' },
  [EvaluationRoundState.CANCELLED]: { en: 'cancelled', zh: '已取消' },
} satisfies Record<EvaluationRoundState, Words>;

/** How a round goes on from there. */
export const EVALUATION_ROUND_NEXT = {
  [EvaluationRoundState.SETUP]: {
    en: 'Next the secretary opens nominations.',
    zh: '下一步由居委会书记开启申报。',
  },
  [EvaluationRoundState.NOMINATING]: {
    en: 'Next the secretary begins scoring.',
    zh: '下一步由居委会书记开始评分。',
  },
  [EvaluationRoundState.SCORING]: {
    en: 'Next the returning officer closes scoring.',
    zh: '下一步由监票人结束评分。',
  },
  [EvaluationRoundState.DELIBERATING]: {
    en: 'Next the secretary publishes the result.',
    zh: '下一步由居委会书记公示结果。',
  },
  [EvaluationRoundState.PUBLIC_NOTICE]: {
    en: 'The secretary makes the result final once the notice is over.',
    zh: '公示期满后由居委会书记确定结果。',
  },
  [EvaluationRoundState.FINAL]: {
    en: 'The committee can still change its result, and publish it anew.',
    zh: '居委会仍可变更结果后重新公示。',
  },
  [EvaluationRoundState.CANCELLED]: {
    en: 'It stays so; its rules can be copied into a new round.',
    zh: '已取消的评比不能恢复，可复制其规则另行发起。',
  },
} satisfies Record<EvaluationRoundState, Words>;

export const EVALUATION_SUBJECT_KINDS = {
  [EvaluationSubjectKind.PROJECT]: { en: 'projects', zh: '项目' },
  [EvaluationSubjectKind.UNIT]: { en: 'units', zh: '单位' },
  [EvaluationSubjectKind.BUILDING_GROUP]: { en: 'building groups', zh: '楼组' },
  [EvaluationSubjectKind.CONTEST_TEAM]: { en: 'contest teams', zh: '参赛队伍' },
} satisfies Record<EvaluationSubjectKind, Words>;

export const EVALUATION_ROUND_WORDS = {
  nameNeeded: { en: 'A round needs a name.', zh: '请填写评比名称。' },
  nameTooLong: { en: 'The name of a round has at most 100 characters.', zh: '评比名称最多 100 个字。' },
  periodUpsideDown: {
    en: 'The period ends before it begins.',
    zh: '评比周期的结束日期早于开始日期。',
  },
  inThePast: {
    en: 'This lies in the past: choose a later time.',
    zh: '该时间已过，请改为之后的时间。',
  },
  scoringBeforeNominations: {
    en: 'Scoring ends after nominations do.',
    zh: '评分截止时间须晚于申报截止时间。',
  },
  noticeTooShort: { en: 'A public notice lasts at least one working day.', zh: '公示期至少 1 个工作日。' },
  noticeTooLong: { en: 'A public notice lasts at most 60 working days.', zh: '公示期最多 60 个工作日。' },
  finalistsTooFew: { en: 'A final has at least one finalist.', zh: '决赛至少有 1 支队伍。' },
  finalistsTooMany: { en: 'A final has at most 1,000 finalists.', zh: '决赛队伍最多 1000 支。' },
  contestsAlone: {
    en: 'Only a contest has a final round: copy this one without finalists.',
    zh: '只有竞赛类评比才有决赛：请不填入围数，直接复制。',
  },
  wasFinal: {
    en: 'Its result was final, with awards and points given: change the result and publish it instead.',
    zh: '评比结果曾经确定，奖项和积分已授予，不能取消；请变更结果后重新公示。',
  },
  noFinalResult: {
    en: 'That round has no final result yet, so that nobody knows its first: make its result final before.',
    zh: '该评比尚无最终结果，不能确定入围名单：请先确定其结果。',
  },
  nominationsClosed: {
    en: 'The end of nominations has passed: set another first.',
    zh: '申报截止时间已过，请先重新设定。',
  },
  nominationsOpen: phrase({
    en: 'Units may nominate until {until}: wait for it, or set an earlier end.',
    zh: '申报截止时间为 {until}，请待截止后或提前截止时间后再开始评分。',
  }),
  nothingNominated: {
    en: 'Nothing that was submitted takes part yet: wait until a unit submits a nomination, or submit one.',
    zh: '尚无正式申报：请待单位提交申报，或由居委会申报。',
  },
  officerNeeded: {
    en: 'Scoring needs a returning officer, who settles who judges what: appoint one, or ask the street office for one.',
    zh: '请先确定监票人，由其安排评委：可直接指定，或请街道派员。',
  },
  cannotReturn: {
    en: 'A returning officer is a secretary, officer, liaison or deputy of a unit of the network who holds that post now.',
    zh: '监票人须为本网络单位的在任书记、干事、联络员或副联络员。',
  },
  notAsked: {
    en: 'The street office is not asked, or another of its stewards has accepted: the secretary of the committee can ask it again.',
    zh: '未请街道派员监票，或已有其他党建办人员接受；可由居委会书记重新提请。',
  },
  reasonNeeded: { en: 'Please say why.', zh: '请说明理由。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '理由最多 500 个字。' },
  standing: phrase({
    en: 'It is {state}; this is done while it is {allowed}.',
    zh: '当前为“{state}”，须在“{allowed}”时操作。',
  }),
} satisfies WordsPart;

export const EVALUATION_ROUND_CHAT = {
  call: chatLine('【项目评比】{network}“{name}”开始申报'),
  cancelled: chatLine('【评比取消】{network}“{name}”已取消'),
  subject: chatLine('评比对象：{kind}'),
  period: chatLine('评比周期：{from}至{to}'),
  until: chatLine('申报截止：{at}'),
  criteria: chatLine('评分标准：{criteria}'),
  criterion: chatLine('{name}占{weight}%'),
  awards: chatLine('奖项设置：{awards}'),
  places: chatLine('{name}{count}名'),
  minScore: chatLine('{name}（{score}分起）'),
  reason: chatLine('原因：{reason}'),
  howToNominate: '请各单位登录平台申报。',
  aNetwork: '共建网络',
} satisfies ChatPart;
