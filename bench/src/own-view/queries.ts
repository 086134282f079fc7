import { readFile } from 'node:fs/promises';
import { DISTRICT, type Asking, type AskingRole } from './district.ts';
import type { SentStatement } from './statement-tap.ts';

/** What is asked, by whom, and what both answers have to say alike. */
export interface OwnViewQuery {
  readonly name: string;
  readonly part: 'inbox' | 'figures';
  readonly role: AskingRole;
  bodyFor(asking: Asking, toGlobalId: (type: string, id: string) => string): string;
  /** The statement that the product sends, unless it is written by hand. */
  statementFor(asking: Asking, sent: SentStatement): SentStatement;
  plainFrom(answer: string): unknown;
  plainBare(answer: string): unknown;
}

const PAGE = 20;
const INBOX = `{ inbox { totalCount countsByKind { kind count } entries(first: ${PAGE}) {
  edges { node { kind dueAt isOverdue since } } } } }`;
const VALUES = 'total { numerator } values { period { key } numerator }';
const SPAN = 'from: "2026-01-01", until: "2026-12-01"';
const FIGURES = `query ($of: ID!) { figures(of: $of, ${SPAN}) { figures { name ${VALUES} byUnit { unit { name } total { numerator } } } } }`;
const FOUR = `query ($of: ID!) { figures(of: $of, ${SPAN}, names: [MEETINGS_HELD, NEEDS_TAKEN, REQUESTS_MADE, HOURS_LENT]) { figures { name ${VALUES} } } }`;
const MONTHS = ['2026-01-01', '2027-01-01', '2026-01-01T00:00:00+08:00', '2027-01-01T00:00:00+08:00'];

export async function readOwnViewQueries(): Promise<OwnViewQuery[]> {
  const text = await readFile(new URL('four-figures.sql', import.meta.url), 'utf8');
  const four = ({ networkId }: Asking): SentStatement => ({ text, values: [DISTRICT, networkId, ...MONTHS] });
  return [
    inboxOf('LIAISON'),
    inboxOf('SECRETARY'),
    figuresOf('all 24 figures, with units', 'SECRETARY', FIGURES, (_asking, sent) => sent),
    figuresOf('all 24 figures, with units', 'STEWARD', FIGURES, (_asking, sent) => sent),
    figuresOf('four figures', 'SECRETARY', FOUR, four),
  ];
}

type Row = Readonly<Record<'kind' | 'dueAt' | 'since', string | null>> & { readonly isOverdue: boolean };
type Count = Readonly<{ kind: string; count: number }>;
interface InboxAnswer {
  readonly totalCount: number;
  readonly countsByKind: readonly Count[];
  readonly entries: { readonly edges: readonly { readonly node: Row }[] };
}

function inboxOf(role: AskingRole): OwnViewQuery {
  return {
    name: 'inbox',
    part: 'inbox',
    role,
    bodyFor: () => JSON.stringify({ query: INBOX }),
    statementFor: (_asking, sent) => sent,
    plainFrom: (answer) => {
      const { inbox } = dataOf<{ inbox: InboxAnswer }>(answer);
      return plainInbox(
        inbox.totalCount,
        inbox.countsByKind,
        inbox.entries.edges.map(({ node }) => node),
      );
    },
    plainBare: (answer) => {
      type Told = { totalCount: number; counts: Count[]; rows: Row[] };
      const { totalCount, counts, rows } = JSON.parse(answer) as Told;
      return plainInbox(totalCount, counts, rows.slice(0, PAGE));
    },
  };
}

function plainInbox(totalCount: number, counts: readonly Count[], rows: readonly Row[]): unknown {
  const at = (instant: string | null): number | null => (instant === null ? null : Date.parse(instant));
  return {
    totalCount,
    counts: counts.map(({ kind, count }) => ({ kind, count })),
    rows: rows.map(({ kind, dueAt, since, isOverdue }) => [kind, at(dueAt), at(since), isOverdue]),
  };
}

type Sum = Readonly<Record<'name' | 'numerator', string>> &
  Readonly<Record<'unitId' | 'networkId' | 'period', string | null>>;
interface FigureAnswer {
  readonly name: string;
  readonly total: { readonly numerator: string } | null;
  readonly values: readonly {
    readonly period: { readonly key: string };
    readonly numerator: string | null;
  }[];
  readonly byUnit?: readonly { readonly total: { readonly numerator: string | null } }[];
}

function figuresOf(
  name: string,
  role: AskingRole,
  query: string,
  statementFor: OwnViewQuery['statementFor'],
): OwnViewQuery {
  return {
    name,
    part: 'figures',
    role,
    bodyFor: ({ networkId }, toGlobalId) =>
      JSON.stringify({ query, variables: { of: toGlobalId('Network', networkId) } }),
    statementFor,
    plainFrom: (answer) => {
      const { figures } = dataOf<{ figures: { figures: FigureAnswer[] } | null }>(answer);
      return plainFigures((figures?.figures ?? []).flatMap(saidOf));
    },
    plainBare: (answer) => {
      const { sums } = JSON.parse(answer) as { sums: Sum[] };
      return plainFigures(
        sums
          .filter(
            ({ networkId, unitId, period }) => networkId === null && (unitId === null || period === null),
          )
          .map(({ name: figure, unitId, period, numerator }) => {
            const of = unitId === null ? (period?.slice(0, 7) ?? 'total') : 'unit';
            return [figure, of, numerator] as const;
          }),
      );
    },
  };
}

type Said = readonly [figure: string, of: string, numerator: string | null];

function saidOf({ name, total, values, byUnit = [] }: FigureAnswer): Said[] {
  return [
    [name, 'total', total?.numerator ?? null],
    ...values.map(({ period, numerator }): Said => [name, period.key, numerator]),
    ...byUnit.map((unit): Said => [name, 'unit', unit.total.numerator]),
  ];
}

/** In one order; what is nothing is not said by the statement. */
function plainFigures(said: readonly Said[]): string[] {
  return said
    .filter(([, , numerator]) => numerator !== null && /[1-9]/.test(numerator))
    .map((one) => one.join(' '))
    .toSorted();
}

function dataOf<Data>(answer: string): Data {
  const { data, errors } = JSON.parse(answer) as { data?: Data; errors?: unknown };
  if (errors !== undefined || !data) throw new Error(`It was answered with ${answer.slice(0, 500)}`);
  return data;
}
