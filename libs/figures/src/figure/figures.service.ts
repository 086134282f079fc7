import type { TenantContext } from '#graphql';
import { timeZoneOf } from '#network';
import { StatementNames } from '#reads';
import { Injectable } from '@nestjs/common';
import { FigureKinds } from '../kind/figure-kinds.js';
import { expectMonths, monthsOf } from '../period/figure-periods.js';
import { findScope } from '../scope/figure-scope.js';
import type { FiguresArgs } from './figures.args.js';
import { Figures } from './figures.js';
import type { FigureKind } from '../kind/figure-kind.js';
import { figuresStatement, type FiguresText } from './figures.statement.js';

/** Says what may be told of what was asked; each choice of figures is a statement of its own. */
@Injectable()
export class FiguresService {
  private all: string | null = null;
  private readonly names = new StatementNames();

  constructor(private readonly kinds: FigureKinds) {}

  /**
   * Null for what does not exist, and for what the actor is told nothing of.
   * @throws ApiError BAD_USER_INPUT for months that cannot be asked for
   */
  async find(context: TenantContext, { of, from, until, by, names }: FiguresArgs): Promise<Figures | null> {
    expectMonths(from, until);
    const kinds = this.kinds.list().filter(({ name }) => !names || names.includes(name));
    const text = this.textOf(kinds);
    return context.read(async (tx) => {
      const scope = await findScope(tx, of);
      if (!scope) return null;
      const zone = await timeZoneOf(tx);
      const months = monthsOf(from, until, zone);
      return new Figures(context, { scope, months, zone, by, kinds }, text, tx.now);
    });
  }

  /** That of all is longer than what is prepared for others; there is one of it, written once. */
  private textOf(kinds: readonly FigureKind[]): FiguresText {
    if (kinds.length === this.kinds.list().length)
      return { text: (this.all ??= figuresStatement(kinds)), nameOf: () => 'figures' };
    const text = figuresStatement(kinds);
    return { text, nameOf: () => this.names.nameOf(text) };
  }
}
