import { type Span, writeChineseSpan, writeChineseTime } from '#calendar';
import { type Block, type Paper, writeChineseDate } from '#print';
import type { StandingAction } from '../action/standing-actions.js';

/** Behind the title of what nobody but the committee may read yet. */
export const DRAFT_MARK = '（草稿）';

/** A meeting as it was called. Names and texts are printed as they stand. */
export interface CallFacts {
  readonly title: string;
  readonly span: Span;
  /** IANA name of the network's zone. */
  readonly zone: string;
  readonly location: string | null;
  readonly about: string | null;
  /** When it was to be before it was last moved. */
  readonly movedFrom: Span | null;
  /** Why it was last moved. */
  readonly movedBecause: string | null;
  /** The committee that calls, and the day on which it does; null in a draft. */
  readonly calledBy: string;
  readonly calledOn: string | null;
  readonly invited: readonly string[];
  /** Actions of earlier meetings of which it hears first. */
  readonly standing: readonly StandingAction[];
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
  const { title, movedFrom, invited, calledBy, calledOn } = facts;
  const about = movedFrom ? `关于${title}改期的通知` : `关于召开${title}的通知`;
  return {
    mark: null,
    number: null,
    title: calledOn === null ? `${about}${DRAFT_MARK}` : about,
    recipients: invited,
    body: callBody(facts),
    signature: calledOn === null ? null : { by: calledBy, on: calledOn },
    copies: [],
  };
}

function callBody(facts: CallFacts): Block[] {
  const { span, zone, location, movedBecause, about, standing, agenda, agendaDeadline } = facts;
  const items = [...standingText(standing), ...agenda.map(agendaText)];
  const proposals = agendaDeadline
    ? [`需提出议题的，请于${writeChineseTime(agendaDeadline, zone)}前提交。`]
    : [];
  return [
    { kind: 'PARAGRAPH', text: `${openingOf(facts)}，有关事项通知如下：` },
    ...part('改期原因', movedBecause),
    heading('会议时间'),
    { kind: 'PARAGRAPH', text: `${writeChineseSpan(span, zone)}。` },
    heading('会议地点'),
    { kind: 'PARAGRAPH', text: location === null ? '另行通知。' : `${location}。` },
    ...part('会议内容', about),
    heading('会议议程'),
    items.length > 0 ? { kind: 'LIST', items } : { kind: 'PARAGRAPH', text: '议程另行通知。' },
    heading('有关要求'),
    {
      kind: 'LIST',
      items: [
        '请各单位尽快回复是否参会和参会人员；不能参会的，可派人代为出席；有表决权的单位也可委托一家参会单位代为表决。',
        ...proposals,
        '请准时到会并签到。',
      ],
    },
  ];
}

/** What was written by hand, with the full stop that a paper wants. */
function part(title: string, text: string | null): Block[] {
  if (text === null) return [];
  return [heading(title), { kind: 'PARAGRAPH', text: /\p{P}$/u.test(text) ? text : `${text}。` }];
}

function openingOf({ title, span, zone, movedFrom }: CallFacts): string {
  const now = writeChineseSpan(span, zone);
  return movedFrom
    ? `原定于${writeChineseSpan(movedFrom, zone)}召开的${title}，改为${now}召开`
    : `现定于${now}召开${title}`;
}

/** One item, with a line for each unit that reports and what on. */
function standingText(standing: readonly StandingAction[]): string[] {
  if (standing.length === 0) return [];
  const lines = standing.map(
    ({ unit, what, dueOn, isOverdue }) =>
      `${unit}：${what}（完成时限：${writeChineseDate(dueOn)}${isOverdue ? '，已逾期' : ''}）`,
  );
  return [`通报此前会议行动事项落实情况：\n${lines.join('\n')}`];
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
