import { chatLine, type ChatPart, type Words, type WordsPart } from '#graphql';
import { DishHostState } from '../host/dish-host.entity.js';
import { DishKind, DishState, Segment } from './dish.entity.js';

export const DISH_STATES = {
  [DishState.DRAFT]: { en: 'a draft', zh: '草稿' },
  [DishState.PROPOSED]: { en: 'proposed', zh: '待采纳' },
  [DishState.RETURNED]: { en: 'returned', zh: '已退回' },
  [DishState.TAKEN]: { en: 'on the menu', zh: '已采纳' },
  [DishState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
  [DishState.CANCELLED]: { en: 'cancelled', zh: '已取消' },
} satisfies Record<DishState, Words>;

export const DISH_KINDS = {
  [DishKind.SERVICE]: { en: 'service', zh: '便民服务' },
  [DishKind.CULTURE_AND_SPORT]: { en: 'culture and sport', zh: '文体活动' },
  [DishKind.LECTURE]: { en: 'lecture', zh: '讲座' },
  [DishKind.COURSE]: { en: 'course', zh: '课程' },
  [DishKind.TOPICAL_SURVEY]: { en: 'topical survey', zh: '专题调研' },
  [DishKind.SERVICE_DAY]: { en: 'service day', zh: '服务日' },
  [DishKind.TRAINING]: { en: 'training', zh: '培训' },
  [DishKind.CARE_VISIT]: { en: 'care visit', zh: '走访慰问' },
  [DishKind.JOINT_DAY]: { en: 'joint day', zh: '联建日' },
} satisfies Record<DishKind, Words>;

export const SEGMENTS = {
  [Segment.ELDERLY]: { en: 'elderly', zh: '老年人' },
  [Segment.FAMILIES]: { en: 'families', zh: '亲子家庭' },
  [Segment.NEWCOMERS]: { en: 'newcomers', zh: '新居民' },
  [Segment.UNEMPLOYED]: { en: 'unemployed', zh: '待业人员' },
  [Segment.VOLUNTEERS]: { en: 'volunteers', zh: '志愿者' },
  [Segment.ALL]: { en: 'all', zh: '全体居民' },
} satisfies Record<Segment, Words>;

export const DISH_HOST_STATES = {
  [DishHostState.ASKED]: { en: 'asked', zh: '待答复' },
  [DishHostState.ACCEPTED]: { en: 'taking part', zh: '已答应' },
  [DishHostState.DECLINED]: { en: 'declined', zh: '已谢绝' },
  [DishHostState.WITHDRAWN]: { en: 'no longer asked', zh: '已撤回' },
} satisfies Record<DishHostState, Words>;

export const DISH_WORDS = {
  titleNeeded: { en: 'Give the activity a title.', zh: '请填写活动名称。' },
  titleTooLong: { en: 'A title has at most 100 characters.', zh: '活动名称最多 100 个字。' },
  kindNeeded: { en: 'Say what kind of activity it is.', zh: '请选择活动类别。' },
  serviceDayStays: {
    en: 'It is a service day of the network: its kind stays.',
    zh: '这是网络的固定服务日，类别不能更改。',
  },
  placeTooLong: { en: 'A place has at most 200 characters.', zh: '地点最多 200 个字。' },
  datesNeeded: { en: 'Say when it is held.', zh: '请填写活动时间。' },
  tooManyDates: { en: 'A course has at most 31 dates.', zh: '一项活动最多 31 场。' },
  endsBeforeStart: { en: 'It must end after it starts.', zh: '结束须晚于开始。' },
  outsideMonth: { en: 'It is held within the month of its menu.', zh: '活动时间须在菜单当月之内。' },
  inThePast: { en: 'An activity lies ahead.', zh: '活动时间须在现在之后。' },
  datesOverlap: { en: 'Its dates overlap.', zh: '各场时间重叠。' },
  dateIsOver: { en: 'What has begun is not put to another time.', zh: '已经开始的场次不能改期。' },
  noSuchDate: { en: 'The activity has no such date.', zh: '该活动没有这一场。' },
  dateTwice: { en: 'This date is named twice.', zh: '同一场次填写了两次。' },
  quotaTooSmall: { en: 'A quota is one person at least.', zh: '名额至少为 1。' },
  quotaTooLarge: { en: 'A quota is a million persons at most.', zh: '名额最多为 100 万。' },
  unitAboveAll: {
    en: 'The quota of one unit is no more than that of all.',
    zh: '单个单位名额不能超过总名额。',
  },
  deadlineAfterStart: {
    en: 'Sign-up ends when it starts, at the latest.',
    zh: '报名截止不得晚于活动开始。',
  },
  deadlineInThePast: { en: 'The deadline of sign-up lies ahead.', zh: '报名截止须在现在之后。' },
  segmentNeeded: { en: 'Say for whom it is.', zh: '请选择面向人群。' },
  tooManySegments: { en: 'There are six.', zh: '人群只有六类。' },
  committeeNames: {
    en: 'The committee alone names another lead; a unit leads what it proposes.',
    zh: '只有居委会可以指定其他牵头单位；单位提出的活动由本单位牵头。',
  },
  oneOrigin: {
    en: 'It comes from one thing: a project, a need or another activity.',
    zh: '来源只能选一项：项目、需求或已有活动。',
  },
  isLead: { en: 'This unit leads the activity.', zh: '该单位是牵头单位。' },
  isHost: { en: 'This unit was asked already.', zh: '该单位已被邀请。' },
  tooManyHosts: { en: 'An activity has at most 20 co-hosts.', zh: '一项活动最多 20 个协办单位。' },
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  isPublished: {
    en: 'It is published: cancel it, with the reason.',
    zh: '活动已发布，请填写原因后取消。',
  },
  notPublished: {
    en: 'It is not published: send it back or withdraw it.',
    zh: '活动尚未发布，请退回或撤回。',
  },
  nothingAhead: {
    en: 'No date of it lies ahead; what was held stays on record.',
    zh: '已无尚未开始的场次，已举办的活动不能取消。',
  },
  menuClosed: { en: 'The menu of this month is closed.', zh: '该月菜单已办结。' },
} satisfies WordsPart;

export const DISH_CHAT = {
  headline: chatLine('【活动】{title}（{state}）'),
  recordedHeadline: chatLine('【活动补录】{title}（{state}）'),
  recorded: chatLine('{title}（补录）'),
  kind: chatLine('类别：{kind}'),
  lead: chatLine('牵头单位：{unit}'),
  hosts: chatLine('协办单位：{units}'),
  time: chatLine('时间：{spans}'),
  place: chatLine('地点：{place}'),
  pending: chatLine('{title}（待确认）'),
  what: chatLine('内容：{what}'),
  segments: chatLine('面向：{segments}'),
  quota: chatLine('名额：{quota}人'),
  quotaPerUnit: chatLine('名额：{quota}人，每单位最多{most}人'),
  deadline: chatLine('报名截止：{at}'),
  reason: chatLine('原因：{reason}'),
  aUnit: '共建单位',
} satisfies ChatPart;
