import type { World } from '../support/world.js';

/** One thing that counts, as the public lists tell it. */
export interface Fact {
  readonly month: string;
  readonly unit: string | null;
  readonly amount: string;
}

type Coded = { readonly code: string } | null;
type Node = Record<string, unknown>;

const MONTH = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
});

const MEETING = `kind state startsAt begunAt network { code } call { answers { isCounted unit { code } }
  attendanceEntries { act struckAt unit { code } } }`;
const DISH = `kind state month publishedAt endedAt lead { code } network { code } dates { endsAt cancelledAt }
  figures { checkedInHeads reviewCount } outcome { heads hours unit { code } }`;

const LENDING_BY_MONTH = 'requests answers uses month unit { code } network { code }';
const LENDING = `query ($id: ID!, $from: DateTime!, $to: DateTime!) {
  node(id: $id) { ... on Unit { lending(from: $from, to: $to) { requests answers uses } } } }`;

/** All that a committee counts of its network, by rules that are written anew. */
export async function readFacts(
  world: World,
  account: string,
  network: string,
): Promise<Readonly<Record<string, readonly Fact[]>>> {
  const list = async (field: string, select: string, filter = ''): Promise<Node[]> => {
    const nodes: Node[] = [];
    for (let after: string | null = null; ;) {
      const document = `query ($after: String) { list: ${field}(first: 20, after: $after ${filter}) { pageInfo { hasNextPage endCursor } edges { node { ${select} } } } }`;
      interface Page {
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        readonly edges: readonly { readonly node: Node }[];
      }
      const { list: page }: { list: Page } = await world
        .actingAs(account)
        .ask<{ list: Page }>(document, { after });
      nodes.push(...page.edges.map(({ node }) => node));
      if (!page.pageInfo.hasNextPage)
        return nodes.filter((node) => !node['network'] || codeOf(node['network']) === network);
      after = page.pageInfo.endCursor;
    }
  };
  const now = world.clock.now();
  const meetings = (await list('meetings', MEETING)).filter(isHeldMeeting);
  const dishes = (await list('dishes', DISH)).filter(({ publishedAt }) => publishedAt !== null);
  const needs = (await list('needs', 'state takenAt endedAt unit { code } network { code }')).filter(
    ({ takenAt }) => takenAt,
  );
  const projects = await list('projects', 'state endedAt lead { code } network { code }');
  const months = ', filter: { from: "2026-01-01", to: "2028-01-01" }';
  const lent = await list(
    'contributionTotals',
    'measure sixtieths month unit { code } network { code }',
    months,
  );
  const booked = await list('bookings', 'startsAt owner { id code } network { code }');
  const asked = await readLending(world, account, booked);
  const counted = await list('lendingByMonth', LENDING_BY_MONTH, months);
  const offers = await list(
    'offers',
    'unit { code }',
    `, filter: { networkId: "${world.network(network)}", states: [PUBLISHED] }`,
  );
  const held = dishes.filter((dish) => isHeldDish(dish, now));
  const ofMeasure = (measure: string): Fact[] =>
    lent.filter((one) => one['measure'] === measure).map((one) => inMonth(one, String(one['sixtieths'])));
  return {
    MEETINGS_HELD: meetings.map(({ startsAt }) => ({ month: monthOf(startsAt), unit: null, amount: '1' })),
    MEETING_ATTENDANCE: meetings.flatMap(attendanceOf),
    ACTIVITIES_HELD: held.filter(({ kind }) => kind !== 'SERVICE_DAY').map((dish) => ledBy(dish, '1')),
    SERVICE_DAYS_HELD: held.filter(({ kind }) => kind === 'SERVICE_DAY').map((dish) => ledBy(dish, '1')),
    HEADS_CHECKED_IN: dishes.map((dish) => ledBy(dish, numberIn(dish['figures'], 'checkedInHeads'))),
    REVIEW_MARK_COUNT: dishes.map((dish) => ledBy(dish, numberIn(dish['figures'], 'reviewCount'))),
    HEADS_SERVED: dishes.flatMap((dish) => filedBy(dish, 'heads')),
    WORK_HOURS: dishes.flatMap((dish) => filedBy(dish, 'hours')),
    NEEDS_TAKEN: needs.map((need) => at(need, 'takenAt', need['unit'])),
    NEEDS_MET: needs
      .filter(({ state }) => state === 'CLOSED')
      .map((need) => at(need, 'endedAt', need['unit'])),
    NEEDS_UNMET: needs
      .filter(({ state }) => state === 'UNMET')
      .map((need) => at(need, 'endedAt', need['unit'])),
    PROJECTS_CLOSED: projects
      .filter(({ state }) => state === 'CLOSED')
      .map((one) => at(one, 'endedAt', one['lead'])),
    OFFERS_OPEN: offers.map(({ unit }) => ({
      month: monthOf(now.toISOString()),
      unit: codeOf(unit),
      amount: '1',
    })),
    REQUESTS_MADE: asked.map((one) => inMonth(one, String(one['requests']))),
    REQUESTS_ANSWERED: asked.map((one) => inMonth(one, String(one['answers']))),
    BOOKINGS_USED: asked.map((one) => inMonth(one, String(one['uses']))),
    REQUESTS_MADE_COUNTED: counted.map((one) => inMonth(one, String(one['requests']))),
    REQUESTS_ANSWERED_COUNTED: counted.map((one) => inMonth(one, String(one['answers']))),
    BOOKINGS_USED_COUNTED: counted.map((one) => inMonth(one, String(one['uses']))),
    HOURS_LENT: ofMeasure('HOURS'),
    HEAD_HOURS_LENT: ofMeasure('HEAD_HOURS'),
    KWH_LENT: ofMeasure('KWH'),
    PIECE_HOURS_LENT: ofMeasure('PIECE_HOURS'),
    POINTS: ofMeasure('POINTS'),
  };
}

/** What each unit says of each month in which something of it is booked. */
async function readLending(world: World, account: string, booked: readonly Node[]): Promise<Node[]> {
  const keys = new Map(
    booked.map(({ startsAt, owner }) => {
      const key = { month: monthOf(startsAt), unit: owner as { id: string; code: string } };
      return [`${key.month} ${key.unit.code}`, key];
    }),
  );
  return Promise.all(
    [...keys.values()].map(async ({ month, unit }) => {
      const [from, to] = [`${month}-01T00:00:00+08:00`, `${monthAfter(month)}-01T00:00:00+08:00`];
      interface Told {
        readonly node: { readonly lending: Node };
      }
      const { node } = await world.actingAs(account).ask<Told>(LENDING, { id: unit.id, from, to });
      return { ...node.lending, month, unit };
    }),
  );
}

function monthAfter(month: string): string {
  const [year = 0, place = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, place, 1)).toISOString().slice(0, 7);
}

function isHeldMeeting({ kind, state }: Node): boolean {
  return kind !== 'WORKING' && ['IN_SESSION', 'CLOSED', 'MINUTES_PUBLISHED'].includes(String(state));
}

function isHeldDish({ dates, endedAt }: Node, now: Date): boolean {
  const until = endedAt === null ? now : new Date(endedAt as string);
  return (dates as { endsAt: string; cancelledAt: string | null }[]).some(
    ({ endsAt, cancelledAt }) => cancelledAt === null && new Date(endsAt) <= until,
  );
}

/** One for each unit that was called, which is 1 if it came. */
function attendanceOf({ startsAt, call }: Node): Fact[] {
  const { answers, attendanceEntries } = call as {
    answers: { isCounted: boolean; unit: Coded }[];
    attendanceEntries: { act: string; struckAt: string | null; unit: Coded }[];
  };
  const came = new Set(
    attendanceEntries
      .filter(({ act, struckAt }) => act === 'ARRIVED' && !struckAt)
      .map(({ unit }) => unit?.code),
  );
  return answers
    .filter(({ isCounted }) => isCounted)
    .map(({ unit }) => ({
      month: monthOf(startsAt),
      unit: codeOf(unit),
      amount: came.has(unit?.code) ? '1' : '0',
    }));
}

function ledBy({ month, lead }: Node, amount: string): Fact {
  return { month: String(month).slice(0, 7), unit: codeOf(lead), amount };
}

function filedBy({ month, outcome }: Node, column: string): Fact[] {
  if (!outcome) return [];
  const { unit } = outcome as { unit: Coded };
  return [{ month: String(month).slice(0, 7), unit: codeOf(unit), amount: numberIn(outcome, column) }];
}

function at(node: Node, column: string, unit: unknown): Fact {
  return { month: monthOf(node[column]), unit: codeOf(unit), amount: '1' };
}

function inMonth({ month, unit }: Node, amount: string): Fact {
  return { month: String(month).slice(0, 7), unit: codeOf(unit), amount };
}

function monthOf(instant: unknown): string {
  return MONTH.format(new Date(String(instant)));
}

function codeOf(coded: unknown): string | null {
  return (coded as Coded)?.code ?? null;
}

function numberIn(row: unknown, column: string): string {
  return `${(row as Record<string, number | string> | null)?.[column] ?? 0}`;
}
