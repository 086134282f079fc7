// Every sentence of the page, in Chinese and in English. What figures are called and count comes from the API.

const WORDS = {
  board: ['共建网络看板', 'Network board'],
  about: ['会议 · 使用率 · 活动菜单 · 三张清单 · 评比', 'Meetings · utilisation · menu · three lists · ranking'],
  api: ['接口地址', 'Address of the API'],
  token: ['访问令牌（只读）', 'Access token (READ)'],
  open: ['打开看板', 'Open the board'],
  hint: [
    '令牌以 lj_ 开头，只留在本页内存里，只发给上面的地址；关掉或刷新网页就没有了。',
    'A token begins with lj_. It stays in the memory of this page, goes to the address above alone, and is gone when the page is closed or loaded anew.',
  ],
  network: ['网络', 'Network'],
  refresh: ['刷新', 'Refresh'],
  leave: ['退出', 'Leave'],
  otherLanguage: ['English', '中文'],
  numbers: ['看数字', 'Numbers'],
  definitions: ['这些数怎么算', 'What is counted'],
  readAt: ['{0} 读取，每 {1} 分钟更新；时间按 {2}', 'Read at {0}, again every {1} minutes; times of {2}'],
  viewOf: ['{0} · {1} 所见', 'As seen by {0} · {1}'],
  figures: ['半年一览', 'Half a year'],
  figuresNote: ['{0} 至 {1}', '{0} to {1}'],
  meetings: ['联席会议', 'Joint meetings'],
  utilisation: ['资源使用率', 'Utilisation'],
  menu: ['活动菜单', 'Activity menu'],
  ranking: ['项目评比', 'Evaluation'],
  lists: ['三张清单', 'The three lists'],
  offersList: ['资源清单', 'Resources'],
  needsList: ['需求清单', 'Needs'],
  projectsList: ['项目清单', 'Projects'],
  held: ['已开', 'held'],
  taken: ['已报名', 'signed up'],
  left: ['余额', 'places left'],
  noLimit: ['不限名额', 'no limit'],
  points: ['积分', 'points'],
  next: ['下一次', 'Next'],
  noNext: ['还没有定下一次。', 'The next one is not called yet.'],
  dishes: ['{0} · {1} 项活动', '{0} · {1} activities'],
  isFinal: ['{0} · 结果已定', '{0} · final'],
  isOnNotice: ['{0} · 公示到 {1}', '{0} · on notice until {1}'],
  ownOnly: ['只看得到本单位：{0}', 'Of your own unit alone: {0}'],
  notTold: ['不对外', 'not told'],
  gone: ['（已看不到）', '(no longer seen)'],
  noMeetings: ['这半年没有联席会议。', 'No joint meeting in this half-year.'],
  utilisationNote: ['借出的时间 ÷ 开放的时间', 'Time lent ÷ time open'],
  noUtilisation: ['这半年没有借用。', 'Nothing was lent in this half-year.'],
  noMenu: ['还没有发布过菜单。', 'No menu was published yet.'],
  noRanking: ['没有公示或已定的评比结果。', 'No result is on notice or final.'],
  noList: ['{0}：还没有。', '{0}: nothing yet.'],
  noLists: ['看不到三张清单。', 'You do not see the three lists.'],
  times: ['次', 'times'],
  heads: ['人', 'heads'],
  hours: ['小时', 'hours'],
  items: ['项', 'items'],
  pieces: ['件', 'needs'],
  marks: ['分', 'points'],
  percent: ['%', '%'],
  unreadable: ['读不出来：{0}', 'Not read: {0}'],
  noToken: [
    '这不是访问令牌：访问令牌以 lj_ 开头，由 createAccessToken 生成。它没有发出去。',
    'This is no access token: one begins with lj_ and is made by createAccessToken. It was sent nowhere.',
  ],
  noNetworks: ['这个任职没有共建网络。', 'This post belongs to no network.'],
  otherNetwork: ['这个令牌看不到链接里的网络。', 'This token does not see the network of the link.'],
  away: [
    '连不上 {0}：服务没有开，或没有允许本页的来源（ALLOWED_ORIGINS={1}）。',
    'No answer from {0}: it is away, or does not let the origin of this page ask (ALLOWED_ORIGINS={1}).',
  ],
  notTheApi: ['{0} 不是联建的接口（状态 {1}）。', '{0} is not the API of Lianjian (status {1}).'],
  stale: ['{0} 下面是上一次读到的。', '{0} Below is what was read before.'],
  UNAUTHENTICATED: ['令牌无效、已过期或已撤销，请换一个。', 'The token is wrong, over or revoked: take another.'],
  FORBIDDEN: ['这个任职不能看这些内容。', 'This post may not see that.'],
  TOO_MANY_REQUESTS: ['问得太快了，请稍等片刻。', 'Asked too often; wait a little.'],
  UNAVAILABLE: ['服务正忙，请稍等片刻。', 'The server is busy; wait a little.'],
  OPERATION_NOT_LISTED: [
    '服务只回答登记过的查询，请管理员登记本页的（documents.js）。',
    'The server answers listed operations alone: have those of documents.js listed.',
  ],
};

const KINDS = {
  VENUE: ['场地', 'venue'],
  VEHICLE: ['车辆', 'vehicle'],
  POWER_SUPPLY: ['供电', 'power'],
  EQUIPMENT: ['设备', 'equipment'],
  EXPERTISE: ['人才', 'expertise'],
};

const STATES = {
  DRAFT: ['草稿', 'draft'],
  PROPOSED: ['已提出', 'proposed'],
  TAKEN: ['已收下', 'taken'],
  OPEN: ['待认领', 'open'],
  CLAIMED: ['已认领', 'claimed'],
  PLANNED: ['已立项', 'planned'],
  IN_PROGRESS: ['进行中', 'in progress'],
  ANSWERED: ['待确认', 'answered'],
  CLOSED: ['已办结', 'closed'],
  UNMET: ['未解决', 'unmet'],
  STOPPED: ['已停止', 'stopped'],
  RETURNED: ['已退回', 'returned'],
  WITHDRAWN: ['已撤回', 'withdrawn'],
};

let at = 0;

/** What the page speaks from now on: zh or en. */
export function speak(language) {
  at = language === 'en' ? 1 : 0;
  document.documentElement.lang = tag();
}

/** As browsers and the API know the language. */
export function tag() {
  return at === 1 ? 'en-GB' : 'zh-CN';
}

export function word(key, ...values) {
  return WORDS[key][at].replace(/\{(\d)\}/g, (_, place) => values[place]);
}

/** The same in the other language, for headings. */
export function aside(key) {
  return WORDS[key][1 - at];
}

/** The sentence for a code of the API, if there is one. */
export function sentenceOf(code) {
  return WORDS[code]?.[at];
}

export function kindWord(kind) {
  return KINDS[kind]?.[at] ?? kind;
}

export function stateWord(state) {
  return STATES[state]?.[at] ?? state;
}
