import type { Paper } from '../src/paper/paper.js';

/** With everything that a paper may have. */
export const WHOLE: Paper = {
  mark: '城东片区党建联建联席会议纪要',
  number: '第3号',
  title: '关于喷水池改造的会议纪要',
  recipients: ['第二小学', '物业公司'],
  body: [
    { kind: 'LABELLED', label: '出席', text: '第二小学；物业公司' },
    { kind: 'HEADING', level: 1, text: '通报情况' },
    { kind: 'PARAGRAPH', text: '第一段。\n第二段。' },
    { kind: 'HEADING', level: 2, text: '上次事项' },
    { kind: 'LIST', items: ['已办结', '仍在办理'] },
    { kind: 'HEADING', level: 2, text: '本次事项' },
    { kind: 'HEADING', level: 1, text: '议定事项' },
    { kind: 'HEADING', level: 2, text: '分工' },
    {
      kind: 'TABLE',
      isSigned: false,
      columns: [
        { heading: '事项', share: 2, align: 'LEFT' },
        { heading: '单位', share: 1, align: 'CENTRE' },
      ],
      rows: [
        ['征求意见', '物业公司'],
        ['', '第二小学\n居委会'],
      ],
    },
  ],
  signature: { by: '城东居民区党总支', on: '2026-12-05' },
  copies: ['街道党建办'],
};

export const PLAIN: Paper = {
  mark: null,
  number: null,
  title: '签到表',
  recipients: [],
  body: [],
  signature: null,
  copies: [],
};

const HOSTILE = `</w:t></w:r><script>alert(1)</script>"'&amp;]]>&lt;\u0000\u0007\u202E\ud800\uffff<!--`;
/** What is left of it: text that nobody runs. */
export const HARMLESS = `</w:t></w:r><script>alert(1)</script>"'&amp;]]>&lt;<!--`;

/** The same text in every place where somebody else's may stand. */
export const HOSTILE_PAPER: Paper = {
  mark: HOSTILE,
  number: HOSTILE,
  title: HOSTILE,
  recipients: [HOSTILE],
  body: [
    { kind: 'HEADING', level: 1, text: HOSTILE },
    { kind: 'HEADING', level: 2, text: HOSTILE },
    { kind: 'PARAGRAPH', text: HOSTILE },
    { kind: 'LIST', items: [HOSTILE] },
    { kind: 'LABELLED', label: HOSTILE, text: HOSTILE },
    {
      kind: 'TABLE',
      isSigned: true,
      columns: [{ heading: HOSTILE, share: 1, align: 'LEFT' }],
      rows: [[HOSTILE]],
    },
  ],
  signature: { by: HOSTILE, on: '2026-12-05' },
  copies: [HOSTILE],
};
/** In how many places of what is printed it stands. */
export const HOSTILE_PLACES = 14;
