import { type Span, writeChineseSpan } from '#calendar';
import type { Block, Paper } from '#print';
import { wallClock } from './wall-clock.js';

export interface SignInFacts {
  readonly title: string;
  readonly span: Span;
  /** IANA name of the network's zone. */
  readonly zone: string;
  readonly location: string | null;
  readonly units: readonly SignInUnit[];
}

export interface SignInUnit {
  readonly name: string;
  /** A guest, which is not counted; excused; represented by another; or nothing. */
  readonly remark: string;
  /** Who is expected or has come; without anybody a line is left free. */
  readonly people: readonly { readonly name: string; readonly arrivedAt: Date | null }[];
}

/** The sign-in sheet (签到表): to be signed at the door, or as it came out once people have checked in. */
export function signInPaper({ title, span, zone, location, units }: SignInFacts): Paper {
  const rows = units.flatMap(({ name, remark, people }) => {
    const lines = people.length > 0 ? people : [{ name: '', arrivedAt: null }];
    return lines.map((person) => [
      name,
      person.name,
      '',
      person.arrivedAt ? wallClock(person.arrivedAt, zone) : '',
      remark,
    ]);
  });
  const body: Block[] = [
    { kind: 'LABELLED', label: '时间', text: writeChineseSpan(span, zone) },
    ...(location === null ? [] : [{ kind: 'LABELLED' as const, label: '地点', text: location }]),
    {
      kind: 'TABLE',
      isSigned: true,
      columns: [
        { heading: '序号', share: 6, align: 'CENTRE' },
        { heading: '单位', share: 14, align: 'LEFT' },
        { heading: '姓名', share: 8, align: 'CENTRE' },
        { heading: '签名', share: 10, align: 'CENTRE' },
        { heading: '签到时间', share: 9, align: 'CENTRE' },
        { heading: '备注', share: 10, align: 'CENTRE' },
      ],
      rows: rows.map((row, at) => [String(at + 1), ...row]),
    },
  ];
  return {
    mark: null,
    number: null,
    title: `${title}签到表`,
    recipients: [],
    body,
    signature: null,
    copies: [],
  };
}
