import { type Span, writeChineseSpan, writeChineseTime } from '#calendar';
import type { Block, Paper } from '#print';

/** A meeting as it was called. Names and texts are printed as they stand. */
export interface CallFacts {
  readonly title: string;
  readonly span: Span;
  /** IANA name of the network's zone. */
  readonly zone: string;
  readonly location: string;
  /** The committee that calls, and the day on which it does. */
  readonly calledBy: string;
  readonly calledOn: string;
  readonly number: string | null;
  readonly invited: readonly string[];
  readonly agenda: readonly AgendaLine[];
  readonly agendaDeadline: Date | null;
}

export interface AgendaLine {
  readonly title: string;
  readonly presenter: string | null;
  readonly minutes: number | null;
}

/** The call to a meeting (会议通知), addressed to all who are invited. */
export function callPaper(facts: CallFacts): Paper {
  const { title, number, invited, calledBy, calledOn } = facts;
  return {
    mark: null,
    number,
    title: `关于召开${title}的通知`,
    recipients: invited,
    body: callBody(facts),
    signature: { by: calledBy, on: calledOn },
    copies: [],
  };
}

function callBody({ title, span, zone, location, agenda, agendaDeadline }: CallFacts): Block[] {
  const items = agenda.map(agendaText);
  const proposals = agendaDeadline
    ? [`需提出议题的，请于${writeChineseTime(agendaDeadline, zone)}前提交。`]
    : [];
  return [
    { kind: 'PARAGRAPH', text: `现定于${writeChineseSpan(span, zone)}召开${title}，有关事项通知如下：` },
    heading('会议时间'),
    { kind: 'PARAGRAPH', text: `${writeChineseSpan(span, zone)}。` },
    heading('会议地点'),
    { kind: 'PARAGRAPH', text: `${location}。` },
    heading('会议议程'),
    items.length > 0 ? { kind: 'LIST', items } : { kind: 'PARAGRAPH', text: '议程另行通知。' },
    heading('有关要求'),
    {
      kind: 'LIST',
      items: [
        '请各单位尽快回复是否参会和参会人员；不能参会的，可派人代为出席，或委托一家参会单位代为表决。',
        ...proposals,
        '请准时到会并签到。',
      ],
    },
  ];
}

/** `喷水池改造（汇报：物业，15分钟）` */
export function agendaText({ title, presenter, minutes }: AgendaLine): string {
  const notes = [
    ...(presenter === null ? [] : [`汇报：${presenter}`]),
    ...(minutes === null ? [] : [`${minutes}分钟`]),
  ];
  return notes.length > 0 ? `${title}（${notes.join('，')}）` : title;
}

export function heading(text: string): Block {
  return { kind: 'HEADING', level: 1, text };
}
