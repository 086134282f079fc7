import { type Span, writeChineseSpan } from '#calendar';
import { type Block, type Paper, writeChineseDate } from '#print';
import { DRAFT_MARK, heading } from './call-paper.js';

/** Minutes as they were published, with who took part. */
export interface MinutesFacts {
  /** Of the red head, e.g. the name of the network; 会议纪要 is added. */
  readonly issuer: string;
  /** E.g. `〔2026〕3号`; null for a draft and for what is not numbered. */
  readonly number: string | null;
  readonly title: string;
  /** From opening to closing. */
  readonly span: Span;
  /** IANA name of the network's zone. */
  readonly zone: string;
  readonly location: string | null;
  readonly chair: string | null;
  readonly recorder: string | null;
  readonly attendance: AttendanceFacts;
  readonly opening: string | null;
  /** What had become of actions of earlier meetings, before the items. */
  readonly reports: readonly ReportFacts[];
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly closing: string | null;
  readonly actions: readonly { readonly what: string; readonly unit: string; readonly dueOn: string }[];
  /** Printed behind the text, which stays as it was. */
  readonly corrections: readonly CorrectionFacts[];
  /** The day of publishing; null in a draft. */
  readonly publishedOn: string | null;
}

export interface ReportFacts {
  readonly what: string;
  readonly unit: string;
  readonly dueOn: string;
  /** In Chinese, e.g. 已完成. */
  readonly state: string;
  readonly text: string;
}

export interface CorrectionFacts {
  readonly number: number;
  readonly what: string;
  readonly why: string;
  readonly on: string;
}

/** Each list is printed only when somebody stands on it. */
export interface AttendanceFacts {
  readonly present: readonly UnitPeople[];
  /** Who was represented, and by whom. */
  readonly represented: readonly { readonly unit: string; readonly by: string }[];
  readonly late: readonly UnitClock[];
  readonly leftEarly: readonly UnitClock[];
  readonly excused: readonly string[];
  readonly absent: readonly string[];
  readonly guests: readonly UnitPeople[];
}

export interface UnitPeople {
  readonly unit: string;
  readonly people: readonly string[];
}

export interface UnitClock {
  readonly unit: string;
  /** By the clock on the wall: `14:20`. */
  readonly at: string;
}

/** The minutes of a meeting (会议纪要, GB/T 9704-2012, 10.3). */
export function minutesPaper(facts: MinutesFacts): Paper {
  const { issuer, title, publishedOn } = facts;
  return {
    mark: `${issuer}会议纪要`,
    number: numberLine(facts),
    title: publishedOn === null ? `${title}纪要${DRAFT_MARK}` : `${title}纪要`,
    recipients: [],
    body: [
      ...openingLines(facts),
      ...paragraph(facts.opening),
      ...reportBlocks(facts),
      ...facts.sections.flatMap(sectionBlocks),
      ...actionBlocks(facts),
      ...paragraph(facts.closing),
      ...correctionBlocks(facts),
    ],
    signature: publishedOn === null ? null : { by: issuer, on: publishedOn },
    copies: [],
  };
}

/** `〔2026〕3号（第2次更正）` */
function numberLine({ number, corrections }: MinutesFacts): string | null {
  const last = corrections.at(-1);
  if (!last) return number;
  return number === null ? `第${last.number}次更正` : `${number}（第${last.number}次更正）`;
}

function openingLines({ span, zone, location, chair, recorder, attendance }: MinutesFacts): Block[] {
  const { present, represented, late, leftEarly, excused, absent, guests } = attendance;
  const lines: readonly (readonly [label: string, text: string | null])[] = [
    ['时间', writeChineseSpan(span, zone)],
    ['地点', location],
    ['主持', chair],
    ['记录', recorder],
    ['出席', present.map(peopleText).join('；')],
    ['委托', represented.map(({ unit, by }) => `${unit}（委托${by}）`).join('；')],
    ['迟到', late.map(({ unit, at }) => `${unit}（${at}到会）`).join('；')],
    ['早退', leftEarly.map(({ unit, at }) => `${unit}（${at}离会）`).join('；')],
    ['请假', excused.join('、')],
    ['缺席', absent.join('、')],
    ['列席', guests.map(peopleText).join('；')],
  ];
  return lines.flatMap(([label, text]) => (text ? [{ kind: 'LABELLED', label, text }] : []));
}

function peopleText({ unit, people }: UnitPeople): string {
  return people.length > 0 ? `${unit}（${people.join('、')}）` : unit;
}

function paragraph(text: string | null): Block[] {
  return text === null || text === '' ? [] : [{ kind: 'PARAGRAPH', text }];
}

function sectionBlocks(section: { readonly heading: string; readonly text: string }): Block[] {
  return [heading(section.heading), ...paragraph(section.text)];
}

function reportBlocks({ reports }: MinutesFacts): Block[] {
  if (reports.length === 0) return [];
  const items = reports.map(
    ({ what, unit, dueOn, state, text }) =>
      `${what}（责任单位：${unit}，完成时限：${writeChineseDate(dueOn)}）：${state}。${text}`,
  );
  return [heading('此前会议行动事项落实情况'), { kind: 'LIST', items }];
}

function actionBlocks({ actions }: MinutesFacts): Block[] {
  if (actions.length === 0) return [];
  return [
    heading('议定事项分工'),
    {
      kind: 'TABLE',
      isSigned: false,
      columns: [
        { heading: '序号', share: 3, align: 'CENTRE' },
        { heading: '事项', share: 10, align: 'LEFT' },
        { heading: '责任单位', share: 7, align: 'LEFT' },
        { heading: '完成时限', share: 8, align: 'CENTRE' },
      ],
      rows: actions.map(({ what, unit, dueOn }, at) => [String(at + 1), what, unit, writeChineseDate(dueOn)]),
    },
  ];
}

function correctionBlocks({ corrections }: MinutesFacts): Block[] {
  if (corrections.length === 0) return [];
  const lines = corrections.map(
    ({ number, what, why, on }) => `第${number}次更正（${writeChineseDate(on)}）：${what}\n原因：${why}`,
  );
  return [heading('更正'), ...lines.flatMap(paragraph)];
}
