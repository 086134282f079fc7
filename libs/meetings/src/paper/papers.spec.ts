import { type Block, type Paper, writeDocx, writeHtml } from '#print';
import { Majority } from '../motion/majority.js';
import { MotionState } from '../motion/motion.entity.js';
import { callPaper, type CallFacts } from './call-paper.js';
import { minutesPaper, type MinutesFacts } from './minutes-paper.js';
import { resultText, type ResultFacts } from './result-text.js';
import { signInPaper } from './sign-in-paper.js';

const WHEN = {
  span: { startsAt: new Date('2026-12-10T06:00:00Z'), endsAt: new Date('2026-12-10T07:30:00Z') },
  zone: 'Asia/Shanghai',
  location: '温馨家园会议室',
};
const TITLE = '菜场周边环境门责制专题会';

const CALL: CallFacts = {
  ...WHEN,
  title: TITLE,
  about: null,
  movedFrom: null,
  movedBecause: null,
  calledBy: '东南居民区党总支',
  calledOn: '2026-12-01',
  invited: ['第二小学', '东南菜场'],
  standing: [
    { unit: '东南菜场', what: '划线', dueOn: '2026-11-30', isOverdue: true },
    { unit: '第二小学', what: '值守', dueOn: '2026-12-31', isOverdue: false },
  ],
  agenda: [{ title: '小区停车方案', presenter: '物业公司', minutes: 15 }],
  agendaDeadline: new Date('2026-12-07T09:00:00Z'),
};

const MINUTES: MinutesFacts = {
  ...WHEN,
  issuer: '东南社区共建网络',
  number: '第3号',
  title: TITLE,
  chair: '书记',
  recorder: '干事',
  attendance: {
    present: [
      { unit: '第二小学', people: ['甲', '乙'] },
      { unit: '东南菜场', people: [] },
    ],
    represented: [{ unit: '东南医务站', by: '第二小学' }],
    late: [{ unit: '东南菜场', at: '14:20' }],
    leftEarly: [],
    excused: ['公交车队'],
    absent: [],
    guests: [{ unit: '警务站', people: ['丙'] }],
  },
  opening: '概要。',
  closing: null,
  reports: [],
  sections: [{ heading: '小区停车方案', text: '会议听取了方案。\n同意试行。' }],
  actions: [{ what: '划线', unit: '物业公司', dueOn: '2027-01-05' }],
  corrections: [],
  publishedOn: '2026-12-11',
};

/** Headings with `#`, tables row by row. */
function say(block: Block): string | string[] {
  switch (block.kind) {
    case 'HEADING':
      return `# ${block.text}`;
    case 'LABELLED':
      return `${block.label}：${block.text}`;
    case 'LIST':
      return [...block.items];
    case 'PARAGRAPH':
      return block.text;
    case 'TABLE':
      return [block.columns.map(({ heading }) => heading), ...block.rows].map((row) => row.join('|'));
  }
}

function read({ body }: Paper): string[] {
  return body.flatMap(say);
}

describe('the call', () => {
  it('says when, where, what, and to whom', () => {
    const paper = callPaper(CALL);
    expect(paper).toMatchObject({
      title: '关于召开菜场周边环境门责制专题会的通知',
      recipients: ['第二小学', '东南菜场'],
      signature: { by: '东南居民区党总支', on: '2026-12-01' },
    });
    expect(read(paper)).toEqual([
      '现定于2026年12月10日（星期四）14:00–15:30召开菜场周边环境门责制专题会，有关事项通知如下：',
      '# 会议时间',
      '2026年12月10日（星期四）14:00–15:30。',
      '# 会议地点',
      '温馨家园会议室。',
      '# 会议议程',
      '通报此前会议行动事项落实情况：\n东南菜场：划线（完成时限：2026年11月30日，已逾期）\n第二小学：值守（完成时限：2026年12月31日）',
      '小区停车方案（汇报：物业公司，15分钟）',
      '# 有关要求',
      '请各单位尽快回复是否参会和参会人员；不能参会的，可派人代为出席；有表决权的单位也可委托一家参会单位代为表决。',
      '需提出议题的，请于2026年12月7日（星期一）17:00前提交。',
      '请准时到会并签到。',
    ]);
  });

  it('says when it was to be before it was moved, and that it is a draft', () => {
    const movedFrom = {
      startsAt: new Date('2026-12-09T06:00:00Z'),
      endsAt: new Date('2026-12-09T07:00:00Z'),
    };
    const moved = callPaper({ ...CALL, movedFrom, movedBecause: '会场维修' });
    expect(moved.title).toBe(`关于${TITLE}改期的通知`);
    expect(read(moved)[0]).toMatch(/^原定于2026年12月9日（星期三）14:00–15:00召开的.*，改为2026年12月10日/);
    expect(read(moved).slice(1, 3)).toEqual(['# 改期原因', '会场维修。']);
    const draft = callPaper({ ...CALL, calledOn: null, location: null, about: '请提前准备。' });
    expect(draft).toMatchObject({ title: `关于召开${TITLE}的通知（草稿）`, signature: null });
    expect(read(draft)).toEqual(expect.arrayContaining(['另行通知。', '# 会议内容', '请提前准备。']));
  });

  it('does not number what is not yet known', () => {
    const lines = read(callPaper({ ...CALL, standing: [], agenda: [], agendaDeadline: null }));
    expect(lines).toContain('议程另行通知。');
    expect(lines.join()).not.toContain('需提出议题');
  });
});

describe('the sign-in sheet', () => {
  it('has a line for each person, one for a unit that has named nobody, and marks guests', () => {
    const arrivedAt = new Date('2026-12-10T05:58:00Z');
    const people = [
      { name: '甲', arrivedAt },
      { name: '乙', arrivedAt: null },
    ];
    const paper = signInPaper({
      ...WHEN,
      title: TITLE,
      units: [
        { name: '第二小学', remark: '', people },
        { name: '警务站', remark: '特邀', people: [] },
      ],
    });
    expect(paper.title).toBe('菜场周边环境门责制专题会签到表');
    expect(read(paper)).toEqual([
      '时间：2026年12月10日（星期四）14:00–15:30',
      '地点：温馨家园会议室',
      '序号|单位|姓名|签名|签到时间|备注',
      '1|第二小学|甲||13:58|',
      '2|第二小学|乙|||',
      '3|警务站||||特邀',
    ]);
  });
});

describe('the minutes', () => {
  it('say who took part, what was said, and who does what', () => {
    const paper = minutesPaper(MINUTES);
    expect(paper).toMatchObject({
      mark: '东南社区共建网络会议纪要',
      number: '第3号',
      signature: { on: '2026-12-11' },
    });
    expect(read(paper)).toEqual([
      '时间：2026年12月10日（星期四）14:00–15:30',
      '地点：温馨家园会议室',
      '主持：书记',
      '记录：干事',
      '出席：第二小学（甲、乙）；东南菜场',
      '委托：东南医务站（委托第二小学）',
      '迟到：东南菜场（14:20到会）',
      '请假：公交车队',
      '列席：警务站（丙）',
      '概要。',
      '# 小区停车方案',
      '会议听取了方案。\n同意试行。',
      '# 议定事项分工',
      '序号|事项|责任单位|完成时限',
      '1|划线|物业公司|2027年1月5日',
    ]);
  });

  it('say which corrections stand beside the text, and that they are a draft', () => {
    const corrections = [{ number: 1, what: '实到9家', why: '漏记', on: '2026-12-20' }];
    const corrected = minutesPaper({ ...MINUTES, corrections });
    expect(corrected.number).toBe('第3号（第1次更正）');
    expect(read(corrected).slice(-2)).toEqual(['# 更正', '第1次更正（2026年12月20日）：实到9家\n原因：漏记']);
    const draft = minutesPaper({ ...MINUTES, number: null, publishedOn: null });
    expect(draft).toMatchObject({ title: `${TITLE}纪要（草稿）`, number: null, signature: null });
  });

  it('say before the items what had become of earlier actions', () => {
    const report = {
      what: '划线',
      unit: '物业公司',
      dueOn: '2026-12-05',
      state: '办理中',
      text: '缺材料。\n月底完成',
    };
    const lines = read(minutesPaper({ ...MINUTES, reports: [report] }));
    expect(lines.slice(lines.indexOf('概要。') + 1, -3)).toEqual([
      '# 此前会议行动事项落实情况',
      '划线（责任单位：物业公司，完成时限：2026年12月5日）：办理中。缺材料。\n月底完成',
      '# 小区停车方案',
      '会议听取了方案。\n同意试行。',
    ]);
  });

  it('are without a table where nothing was given to anybody', () => {
    expect(read(minutesPaper({ ...MINUTES, actions: [] }))).not.toContain('# 议定事项分工');
  });
});

describe('the result of a vote', () => {
  const result: ResultFacts = {
    majority: Majority.TWO_THIRDS_CAST,
    isSecret: true,
    quorumNeeded: 8,
    turnout: { entitled: 14, present: 8, represented: 2, voting: 10 },
    tally: { yes: 6, no: 3, abstained: 1 },
    consent: null,
    outcome: MotionState.CARRIED,
  };

  it('names all that is kept with it', () => {
    expect(resultText(result)).toBe(
      '应到14家，到会8家，受托代表2家，参加表决10家。无记名表决：赞成6票，反对3票，弃权1票。须赞成、反对票中三分之二以上赞成，表决通过。',
    );
  });

  it('counts of a working meeting those who have a vote there, not all members', () => {
    expect(resultText({ ...result, majority: Majority.ABSOLUTE })).toMatch(/须应到有表决权单位过半数赞成，/);
    expect(resultText({ ...result, majority: Majority.TWO_THIRDS_ALL })).not.toContain('成员单位');
  });

  it('tells what was asked outside', () => {
    const consent = { majority: Majority.TWO_THIRDS_ALL, asked: 102, for: 68, against: 30 };
    const lost: ResultFacts = {
      ...result,
      consent: { ...consent, for: 67 },
      outcome: MotionState.LOST,
      isSecret: false,
    };
    expect(resultText({ ...result, consent })).toContain(
      '会外征询102户：同意68户，不同意30户，未表态4户，已达到所需比例。须',
    );
    expect(resultText(lost)).toMatch(/^.*。记名表决：.*未表态5户，未达到所需比例。须.*，表决未通过。$/);
  });

  it('asks for no majority where nothing could be decided', () => {
    expect(resultText({ ...result, outcome: MotionState.NO_QUORUM })).toMatch(
      /弃权1票。到会和受托代表单位不足8家，未达到规定数，不作决定。$/,
    );
  });
});

it('prints all three', () => {
  const units = [{ name: '第二小学', remark: '', people: [] }];
  for (const paper of [
    callPaper(CALL),
    signInPaper({ ...WHEN, title: TITLE, units }),
    minutesPaper(MINUTES),
  ]) {
    expect(writeHtml(paper).page).toContain(`<h1>${paper.title}</h1>`);
    expect(writeDocx(paper).length).toBeGreaterThan(5_000);
  }
});
