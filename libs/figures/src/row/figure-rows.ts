import { ApiError, readPage, type ConnectionArgs, type Page, type TenantContext } from '#graphql';
import { pageOf, type WithCursor } from '#reads';
import type { Figure } from '../figure/figure.js';
import { isMean } from '../figure/figure-value.js';
import { FIGURE_WORDS } from '../figures.words.js';
import { expectMonths, lastMonthOf, monthsOf, type FigureMonths } from '../period/figure-periods.js';
import { rowsOfUnit } from '../scope/why-withheld.js';
import type { FigureRowsArgs } from './figure-rows.args.js';
import { askFigureRows, orderOf } from './figure-rows.statement.js';

/** What one thing adds to a figure. */
export interface FigureRow {
  readonly figure: Figure;
  readonly thingId: string;
  readonly unitId: string | null;
  readonly networkId: string;
  readonly month: string;
  readonly numerator: string;
  readonly denominator: string | null;
}

interface RowsAnswer {
  readonly totalCount: number;
  readonly rows: readonly WithCursor<Omit<FigureRow, 'figure'>>[];
}

/** Null where they are not told. @throws ApiError BAD_USER_INPUT for a page or months that cannot be */
export async function pageOfRows(
  context: TenantContext,
  figure: Figure,
  args: FigureRowsArgs,
  wanted: ConnectionArgs,
): Promise<Page<FigureRow> | null> {
  const { kind, figures } = figure;
  const { scope, zone } = figures.asked;
  const months = narrow(figures.asked.months, args, zone);
  const page = readPage(wanted, orderOf(kind));
  if (figure.rowsWithheld) return null;
  const only = rowsOfUnit(scope, kind);
  const unitId = args.unitId ?? only;
  // Of another than the one that is told there is nothing.
  const networkIds = only !== null && unitId !== only ? [] : scope.networkIds;
  const readNetworkIds = only !== null && unitId !== only ? [] : scope.readNetworkIds;
  const wish = { scope: { networkIds, readNetworkIds, unitId }, months, zone };
  const json = await context.read((tx) => tx.readAnswer(askFigureRows(kind, wish, page, tx.asker)));
  const { totalCount, rows } = JSON.parse(String(json)) as RowsAnswer;
  const tell = ({ denominator, ...row }: RowsAnswer['rows'][number]): WithCursor<FigureRow> => ({
    ...row,
    figure,
    denominator: isMean(kind) ? denominator : null,
  });
  return { totalCount, ...pageOf(page, rows.map(tell)) };
}

function narrow(
  { firstMonth, monthAfter, span }: FigureMonths,
  args: FigureRowsArgs,
  zone: string,
): FigureMonths {
  if (!args.from && !args.until) return { firstMonth, monthAfter, span };
  const first = args.from ?? firstMonth;
  const last = args.until ?? lastMonthOf({ firstMonth, monthAfter, span });
  expectMonths(first, last);
  if (first < firstMonth || last >= monthAfter) {
    const path = first < firstMonth ? 'from' : 'until';
    throw ApiError.badInput([{ path, message: FIGURE_WORDS.outsideMonths }]);
  }
  return monthsOf(first, last, zone);
}
