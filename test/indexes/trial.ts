import { FigureName } from '#figures';
import { InboxKind } from '#inbox';
import { ScheduleKind } from '#schedule';
import type { QueryLog, Statement } from '../isolation/query-log/query-log.js';
import type { Actor } from './actors.js';
import { countAnswer } from './count-answer.js';
import type { Examiner } from './examiner.js';
import { documentOf, pageOf, parentOf, type ListField } from './lists.js';
import type { Reading } from './plan.js';
import { wishesOf, type Wish } from './wishes.js';

const PAGE = 20;

/** What waits is a list for each kind, told by one statement: what each may read that finds nothing. */
const EACH_KIND = 9;
const OF_INBOX = EACH_KIND * Object.keys(InboxKind).length;
const BESIDE: Readonly<Record<string, number>> = {
  Inbox: OF_INBOX,
  Schedule: OF_INBOX + EACH_KIND * Object.keys(ScheduleKind).length,
};

/** A year of a network is added up out of what happened in it: what each figure may read of that. */
const EACH_FIGURE = 60;
const OF_FIGURES = EACH_FIGURE * Object.keys(FigureName).length;
const YEAR = 'from: "2026-01-01", until: "2026-12-01"';

/** In order of time over many networks, of which no index holds the order: a steward's page is sorted out of all that is seen. */
const OVER_NETWORKS = new Set([
  'claims',
  'dishes',
  'dishOutcomes',
  'needs',
  'nominations',
  'projects',
  'recognitions',
]);

interface Page {
  readonly totalCount?: number;
  readonly edges?: readonly { readonly cursor: string }[];
}

interface Answer {
  readonly list?: Page;
  readonly parent?: { readonly list?: Page } | null;
}

export interface Bench {
  readonly log: QueryLog;
  readonly examiner: Examiner;
  /** Tables of which nobody should read the whole. */
  readonly large: ReadonlySet<string>;
}

/** How a document is asked, and what its statements may read. */
interface Asked {
  readonly how: string;
  readonly document: string;
  readonly variables: object;
  /** What it is sought among; nothing more than it answers when not given. */
  readonly among?: number;
  /** What may be read beside that. */
  readonly beside?: number;
}

/** What one actor asks, and how the plans of its statements are judged. */
export class Trial {
  readonly offences: string[] = [];
  private readonly tried = new Set<string>();

  constructor(
    private readonly bench: Bench,
    private readonly actor: Actor,
  ) {}

  /** One list in every way. */
  async tryList(list: ListField): Promise<void> {
    let among = 0;
    for (const { how, args, isPlain } of wishesOf(list.field, this.actor)) {
      if (isPlain) among = await this.tryPages(list, how, args);
      else await this.askList(list, how, { ...args, first: PAGE }, pageOf(list), among);
    }
  }

  /** A thing by its id, with all that hangs on it. False when this actor sees no such thing. */
  async tryThing(type: keyof Actor['ids'], document: string): Promise<boolean> {
    const answer = await this.ask({ how: type, document, variables: { id: this.actor.ids[type] } });
    return Boolean(answer.parent);
  }

  /** All figures of a network by one statement, and what each was made of. */
  async tryFigures(): Promise<void> {
    const variables = { id: this.actor.ids.Network };
    const document = `query ($id: ID!) { parent: figures(of: $id, ${YEAR}) { figures { total { value } values { value } byUnit { total { value } } } } }`;
    await this.ask({ how: 'figures', document, variables, beside: OF_FIGURES });
    for (const name of Object.values(FigureName)) {
      const rows = `query ($id: ID!) { parent: figures(of: $id, ${YEAR}, names: [${name}]) { figures { rows(first: ${PAGE}) { totalCount edges { node { month } } } } } }`;
      await this.ask({ how: `rows of ${name}`, document: rows, variables, beside: OF_FIGURES });
    }
  }

  private async tryPages(list: ListField, how: string, args: Wish['args']): Promise<number> {
    const whole = pageOf(list);
    const counted = await this.askList(list, `${how}, counted`, args, '{ totalCount }');
    const isSorted = this.actor.isSteward && OVER_NETWORKS.has(list.field.name);
    const among = isSorted ? counted?.totalCount : undefined;
    const page = await this.askList(list, how, { ...args, first: PAGE }, whole, among);
    await this.askList(list, `${how}, from the end`, { ...args, last: PAGE }, whole, among);
    const after = page?.edges?.[PAGE - 1]?.cursor;
    if (after !== undefined)
      await this.askList(list, `${how}, on`, { ...args, first: PAGE, after }, whole, among);
    return counted?.totalCount ?? 0;
  }

  private async askList(
    list: ListField,
    how: string,
    args: Wish['args'],
    select: string,
    among?: number,
  ): Promise<Page | undefined> {
    const id = parentOf(list, this.actor);
    const variables = id === null ? args : { ...args, id };
    const beside = BESIDE[list.of.name] ?? 0;
    const asked = { how, document: documentOf(list, args, select), variables, beside };
    const answer = await this.ask(among === undefined ? asked : { ...asked, among });
    return answer.list ?? answer.parent?.list;
  }

  private async ask({ how, document, variables, among = 0, beside = 0 }: Asked): Promise<Answer> {
    const { log, examiner } = this.bench;
    const { client, claims, isSteward } = this.actor;
    const before = log.statements.length;
    const answer = await client.ask<Answer>(document, variables);
    const least = 10 * countAnswer(answer.parent ?? answer.list) + 100 + beside;
    // Only a plan that knows the values knows how rare they are. Twice: the database holds what is over as well.
    const most = Math.max(least, 2 * among);
    // Words and names of units are behind the wall, where no index of theirs is reached: all that is seen is read.
    const known = isSteward || how.startsWith('search') ? most : least;
    for (const statement of log.statements.slice(before).filter((one) => this.isNews(one))) {
      this.judge(how, await examiner.examine(claims, statement), known);
      if (!isSteward) this.judge(`${how}, prepared`, await examiner.examinePrepared(claims, statement), most);
      else if (statement.name !== null) this.note(how, 'keeps its plan for those who know a few networks');
    }
    return answer;
  }

  /** What a resolver asks is the same for every entry; once will do. */
  private isNews({ text }: Statement): boolean {
    if (!text.startsWith('SELECT') || /\bapp\.enter/.test(text)) return false;
    if (text.endsWith(' AS answer')) return true;
    return !this.tried.has(text) && Boolean(this.tried.add(text));
  }

  private judge(how: string, { rows, scans }: Reading, allowed: number): void {
    const ways = scans.map(({ table, how: way, rows: read }) => `${table} by ${way}: ${read}`).join('; ');
    const whole = scans.filter(({ table, how: way }) => way === 'Seq Scan' && this.bench.large.has(table));
    if (whole.length > 0) this.note(how, `reads the whole of ${whole.map(({ table }) => table).join(', ')}`);
    if (rows > allowed) this.note(how, `reads ${rows} rows where ${allowed} are allowed (${ways})`);
  }

  private note(how: string, offence: string): void {
    this.offences.push(`${this.actor.name}, ${how}: ${offence}`);
  }
}
