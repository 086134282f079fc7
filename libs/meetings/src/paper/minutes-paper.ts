import { type Span, writeChineseSpan } from '#calendar';
import { type Block, type Paper, writeChineseDate } from '#print';
import { heading } from './call-paper.js';

/** Minutes as they were published, with who took part. */
export interface MinutesFacts {
  /** Of the red head, e.g. the name of the network; 会议纪要 is added. */
  readonly issuer: string;
  /** E.g. `第3号`. */
  readonly number: string;
  readonly title: string;
  /** From opening to closing. */
  readonly span: Span;
  /** IANA name of the network's zone. */
  readonly zone: string;
  readonly location: string;
  readonly chair: string;
  readonly recorder: string;
  readonly attendance: AttendanceFacts;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly actions: readonly { readonly what: string; readonly unit: string; readonly dueOn: string }[];
  /** 0 as first published, then the number of the correction. */
  readonly correction: number;
  /** The day of this version. */
  readonly publishedOn: string;
  /** Who receives a copy. */
  readonly copies: readonly string[];
}

/** Each list is printed only when somebody stands on it. */
export interface AttendanceFacts {
  readonly present: readonly UnitPeople[];
  /** Who was represented, and by whom. */
  readonly represented: readonly { readonly unit: string; readonly by: string }[];
  readonly excused: readonly string[];
  readonly absent: readonly string[];
  readonly guests: readonly UnitPeople[];
}

export interface UnitPeople {
  readonly unit: string;
  readonly people: readonly string[];
}

/** The minutes of a meeting (会议纪要, GB/T 9704-2012, 10.3). */
export function minutesPaper(facts: MinutesFacts): Paper {
  const { issuer, number, title, correction, publishedOn, copies } = facts;
  return {
    mark: `${issuer}会议纪要`,
    number: correction === 0 ? number : `${number}（第${correction}次更正）`,
    title,
    recipients: [],
    body: [...openingLines(facts), ...facts.sections.flatMap(sectionBlocks), ...actionBlocks(facts)],
    signature: { by: issuer, on: publishedOn },
    copies,
  };
}

function openingLines({ span, zone, location, chair, recorder, attendance }: MinutesFacts): Block[] {
  const { present, represented, excused, absent, guests } = attendance;
  const lines: readonly (readonly [label: string, text: string])[] = [
    ['时间', writeChineseSpan(span, zone)],
    ['地点', location],
    ['主持', chair],
    ['记录', recorder],
    ['出席', present.map(peopleText).join('；')],
    ['委托', represented.map(({ unit, by }) => `${unit}（委托${by}）`).join('；')],
    ['请假', excused.join('、')],
    ['缺席', absent.join('、')],
    ['列席', guests.map(peopleText).join('；')],
  ];
  return lines.flatMap(([label, text]) => (text === '' ? [] : [{ kind: 'LABELLED', label, text }]));
}

function peopleText({ unit, people }: UnitPeople): string {
  return people.length > 0 ? `${unit}（${people.join('、')}）` : unit;
}

function sectionBlocks(section: { readonly heading: string; readonly text: string }): Block[] {
  return [heading(section.heading), { kind: 'PARAGRAPH', text: section.text }];
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
        { heading: '事项', share: 11, align: 'LEFT' },
        { heading: '责任单位', share: 6, align: 'LEFT' },
        { heading: '完成时限', share: 6, align: 'CENTRE' },
      ],
      rows: actions.map(({ what, unit, dueOn }, at) => [String(at + 1), what, unit, writeChineseDate(dueOn)]),
    },
  ];
}
