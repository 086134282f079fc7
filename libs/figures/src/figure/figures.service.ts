import type { TenantContext } from '#graphql';
import { timeZoneOf } from '#network';
import { Injectable } from '@nestjs/common';
import { FigureKinds } from '../kind/figure-kinds.js';
import { expectMonths, monthsOf } from '../period/figure-periods.js';
import { findScope } from '../scope/figure-scope.js';
import type { FiguresArgs } from './figures.args.js';
import { Figures } from './figures.js';
import { figuresStatement } from './figures.statement.js';

/** Says what may be told of what was asked; the statement is written once, when every library has defined its figures. */
@Injectable()
export class FiguresService {
  private text: string | null = null;

  constructor(private readonly kinds: FigureKinds) {}

  /**
   * Null for what does not exist, and for what the actor is told nothing of.
   * @throws ApiError BAD_USER_INPUT for months that cannot be asked for
   */
  async find(context: TenantContext, { of, from, until, by, names }: FiguresArgs): Promise<Figures | null> {
    expectMonths(from, until);
    this.text ??= figuresStatement(this.kinds.list());
    const text = this.text;
    const kinds = this.kinds.list().filter(({ name }) => !names || names.includes(name));
    return context.read(async (tx) => {
      const scope = await findScope(tx, of);
      if (!scope) return null;
      const zone = await timeZoneOf(tx);
      const months = monthsOf(from, until, zone);
      return new Figures(context, { scope, months, zone, by, kinds }, text, tx.now);
    });
  }
}
