import type { World } from '../support/world.js';

const VALUE = 'value numerator denominator';
const FIGURES = `query ($of: ID!, $from: Date!, $until: Date!, $by: FigurePeriodBy, $names: [FigureName!]) {
  figures(of: $of, from: $from, until: $until, by: $by, names: $names) {
    of { id } by periods { key firstDay lastDay isOver }
    figures { name nature withheld rowsWithheld total { ${VALUE} } values { period { key } ${VALUE} }
      byUnit { unit { code } rank rankedOf total { ${VALUE} } values { ${VALUE} } }
      byNetwork { network { code } total { ${VALUE} } values { ${VALUE} } } } } }`;
const ROWS = `query ($of: ID!, $from: Date!, $until: Date!, $names: [FigureName!], $after: String, $first: Int, $unitId: ID) {
  figures(of: $of, from: $from, until: $until, by: YEAR, names: $names) { figures { rows(after: $after, first: $first, unitId: $unitId) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { month numerator denominator thing { __typename id } unit { code } network { code } } } } } } }`;

export interface SeenValue {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

export interface SeenPart {
  readonly total: SeenValue;
  readonly values: readonly SeenValue[];
}

export interface SeenFigure {
  readonly name: string;
  readonly nature: 'ADDITIVE' | 'MEAN' | 'DISTINCT' | 'STOCK';
  readonly withheld: string | null;
  readonly rowsWithheld: string | null;
  readonly total: SeenValue | null;
  readonly values: readonly (SeenValue & { readonly period: { readonly key: string } })[];
  readonly byUnit: readonly (SeenPart & {
    readonly unit: { readonly code: string };
    readonly rank: number | null;
    readonly rankedOf: number | null;
  })[];
  readonly byNetwork: readonly (SeenPart & { readonly network: { readonly code: string } })[];
}

export interface SeenFigures {
  readonly of: { readonly id: string };
  readonly periods: readonly { readonly key: string; readonly firstDay: string; readonly isOver: boolean }[];
  readonly figures: readonly SeenFigure[];
}

export interface SeenRow {
  readonly month: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly thing: { readonly __typename: string; readonly id: string } | null;
  readonly unit: { readonly code: string } | null;
  readonly network: { readonly code: string } | null;
}

export interface FigureWish {
  readonly of: string;
  readonly from: string;
  readonly until: string;
  readonly by?: 'MONTH' | 'QUARTER' | 'YEAR';
  readonly names?: readonly string[];
}

export async function askFigures(
  world: World,
  account: string,
  wish: FigureWish,
): Promise<SeenFigures | null> {
  return (await world.actingAs(account).ask<{ figures: SeenFigures | null }>(FIGURES, wish)).figures;
}

/** By their names. */
export async function getFigures(
  world: World,
  account: string,
  wish: FigureWish,
): Promise<ReadonlyMap<string, SeenFigure>> {
  const seen = await askFigures(world, account, wish);
  if (!seen) throw new Error(`${account} is told no figures.`);
  return new Map(seen.figures.map((figure) => [figure.name, figure]));
}

/** What one figure was made of, page by page; null where it is not told. */
export async function listRows(
  world: World,
  account: string,
  name: string,
  wish: FigureWish & { readonly unitId?: string },
): Promise<SeenRow[] | null> {
  interface Page {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: { node: SeenRow }[];
  }
  const rows: SeenRow[] = [];
  const turn = async (after: string | null): Promise<Page | null> => {
    const variables = { ...wish, names: [name], first: 3, after };
    const { figures } = await world
      .actingAs(account)
      .ask<{ figures: { figures: { rows: Page | null }[] } }>(ROWS, variables);
    return figures.figures[0]?.rows ?? null;
  };
  for (let after: string | null = null; ;) {
    const page = await turn(after);
    if (!page) return null;
    rows.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) {
      expect(page.totalCount).toBe(rows.length);
      return rows;
    }
    after = page.pageInfo.endCursor;
  }
}

const PLACES = 6;

/** Exact, in millionths. */
export function millionths(decimal: string | null | undefined): bigint {
  const [whole = '0', fraction = ''] = (decimal ?? '0').split('.');
  return BigInt(whole + fraction.padEnd(PLACES, '0').slice(0, PLACES));
}

export function sumOf(all: readonly (string | null | undefined)[]): bigint {
  return all.reduce((sum, one) => sum + millionths(one), 0n);
}
