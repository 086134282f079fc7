import { chatLine, type ChatPart, type Words, type WordsPart } from '#graphql';
import { HostState } from '../host/project-host.entity.js';
import { ProjectState } from './project.entity.js';

export const PROJECT_STATES = {
  [ProjectState.PROPOSED]: { en: 'proposed', zh: '待受理' },
  [ProjectState.RETURNED]: { en: 'returned', zh: '已退回' },
  [ProjectState.PLANNED]: { en: 'planned', zh: '筹备中' },
  [ProjectState.IN_PROGRESS]: { en: 'in progress', zh: '进行中' },
  [ProjectState.ANSWERED]: { en: 'awaiting the word of those who had the need', zh: '待确认' },
  [ProjectState.CLOSED]: { en: 'closed', zh: '已完成' },
  [ProjectState.STOPPED]: { en: 'stopped', zh: '已中止' },
  [ProjectState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
} satisfies Record<ProjectState, Words>;

export const HOST_STATES = {
  [HostState.ASKED]: { en: 'asked', zh: '待答复' },
  [HostState.ACCEPTED]: { en: 'taking part', zh: '协办' },
  [HostState.LEADING]: { en: 'leading', zh: '牵头' },
  [HostState.DECLINED]: { en: 'declined', zh: '已谢绝' },
  [HostState.WITHDRAWN]: { en: 'withdrawn', zh: '已撤回' },
  [HostState.LEFT]: { en: 'left', zh: '已退出' },
} satisfies Record<HostState, Words>;

export const PROJECT_WORDS = {
  titleNeeded: { en: 'Give the project a title.', zh: '请填写项目名称。' },
  titleTooLong: { en: 'A title has at most 100 characters.', zh: '名称最多 100 个字。' },
  whatNeeded: { en: 'Say what is to be done.', zh: '请填写项目内容。' },
  whatTooLong: { en: 'It has at most 2,000 characters.', zh: '内容最多 2000 个字。' },
  categoryNeeded: { en: 'Choose a category.', zh: '请选择类别。' },
  endsBeforeStart: { en: 'It cannot end before it starts.', zh: '结束日期不能早于开始日期。' },
  tooManyNeeds: { en: 'A project takes on at most 20 needs.', zh: '一个项目最多承接 20 项需求。' },
  leadNeeded: {
    en: 'A project has a lead: an active unit of its network.',
    zh: '项目须有牵头单位，且须为本网络的正式成员。',
  },
  leadMustHaveClaimed: {
    en: 'It is led by the unit that starts it or by one that has claimed a need of it; ask others to take part first, and name them then.',
    zh: '牵头单位须为发起单位或已认领需求的单位；其他单位请先邀请协办，再移交牵头。',
  },
  leadStops: {
    en: 'Only the lead of the project or the committee stops it.',
    zh: '只有牵头单位或居委会可以中止项目。',
  },
  claimantStarts: {
    en: 'Only a unit that has claimed one of these needs, or the committee, makes a project of them.',
    zh: '只有已认领其中需求的单位或居委会可以立项。',
  },
  leadIsNoHost: {
    en: 'The lead is handed to a unit that takes part in the project.',
    zh: '只能移交给已参加项目的单位。',
  },
  reasonNeeded: { en: 'Say why.', zh: '请填写原因。' },
  reasonTooLong: { en: 'A reason has at most 500 characters.', zh: '原因最多 500 个字。' },
  resultNeeded: { en: 'Say what came of it.', zh: '请填写成果。' },
  resultTooLong: { en: 'It has at most 2,000 characters.', zh: '成果最多 2000 个字。' },
  headsTooFew: { en: 'Nobody served is 0.', zh: '受益人数不能为负。' },
  headsTooMany: { en: 'At most a million persons.', zh: '人数最多为 100 万。' },
  hoursForm: {
    en: 'Hours are a number from 0 to 1,000,000 with at most two places.',
    zh: '工时为 0 至 1000000 的数，最多两位小数。',
  },
  needNotClaimed: {
    en: 'Nobody has claimed this need: a project takes on claimed needs.',
    zh: '该需求尚无单位认领，只有已认领的需求才能立项。',
  },
  needElsewhere: { en: 'This need is in a project already.', zh: '该需求已立项。' },
  throughProject: {
    en: 'A project works on it: begin and file the result there.',
    zh: '该需求已立项，请在项目中开始和填报成果。',
  },
  closesWithNeeds: {
    en: 'It closes with the word of those who had its needs.',
    zh: '须由提出需求的单位逐项确认后办结。',
  },
  isLead: { en: 'This unit leads the project.', zh: '该单位是牵头单位。' },
  isHost: { en: 'This unit was asked already.', zh: '该单位已在协办名单中。' },
  tooManyHosts: { en: 'A project has at most 20 co-hosts.', zh: '一个项目最多 20 个协办单位。' },
  stepTitleNeeded: { en: 'Say what the step is.', zh: '请填写步骤内容。' },
  stepTitleTooLong: { en: 'A step has at most 200 characters.', zh: '步骤最多 200 个字。' },
  stepByOthers: { en: 'A step is done by a unit of the project.', zh: '步骤只能由项目的参加单位承担。' },
  tooManySteps: { en: 'A project has at most 50 steps.', zh: '一个项目最多 50 个步骤。' },
  placeFromOne: { en: 'Places count from 1.', zh: '次序从 1 开始。' },
  stepIsDone: { en: 'This step is done.', zh: '该步骤已完成。' },
  stepIsOpen: { en: 'This step is not done.', zh: '该步骤尚未完成。' },
  noteNeeded: { en: 'Say how far it has come.', zh: '请填写进展。' },
  noteTooLong: { en: 'A note has at most 1,000 characters.', zh: '进展最多 1000 个字。' },
  tooManyCategories: { en: 'At most 100 categories at once.', zh: '一次最多选择 100 个类别。' },
  itemsNeeded: { en: 'Say at least one thing that is wanted.', zh: '请至少选择一项。' },
  tooManyItems: { en: 'At most 10 things in one act.', zh: '一次最多预约 10 项。' },
  purposeNeeded: { en: 'Say what it is for.', zh: '请填写用途。' },
  purposeTooLong: { en: 'A purpose has at most 200 characters.', zh: '用途最多 200 个字。' },
  otherNetwork: {
    en: 'It is booked through another network than the project’s.',
    zh: '该预约不是通过项目所在网络申请的。',
  },
  bookingElsewhere: { en: 'This booking serves a project already.', zh: '该预约已关联项目。' },
  bookingIsOff: { en: 'This booking was called off.', zh: '该预约已取消。' },
  bookingNotLinked: { en: 'This booking does not serve the project.', zh: '该预约未关联此项目。' },
} satisfies WordsPart;

export const PROJECT_CHAT = {
  headline: chatLine('【项目】{title}（{state}）'),
  lead: chatLine('牵头单位：{unit}'),
  hosts: chatLine('协办单位：{units}'),
  what: chatLine('内容：{what}'),
  category: chatLine('类别：{category}'),
  from: chatLine('开始：{day}'),
  until: chatLine('结束：{day}'),
  nextStep: chatLine('下一步：{title}（{unit}，{day}前）'),
  overdueStep: chatLine('已逾期：{title}（{unit}，应于{day}完成）'),
  result: chatLine('成果：{result}'),
  heads: chatLine('受益人数：{heads}人'),
  hours: chatLine('投入工时：{hours}小时'),
  reason: chatLine('{title}原因：{reason}'),
  reviseIt: '请修改后重新提交。',
  aUnit: '共建单位',
} satisfies ChatPart;

/** What the reason is one of. */
export const PROJECT_CHAT_REASONS = {
  [ProjectState.RETURNED]: '退回',
  [ProjectState.STOPPED]: '中止',
  [ProjectState.WITHDRAWN]: '撤回',
  reopened: '重新提出',
} satisfies ChatPart;
