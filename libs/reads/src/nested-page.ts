import { getArgumentValues, type FieldNode } from 'graphql';
import type { List } from './declare.js';
import { NULL } from './json.js';
import { pageSql, wishPage, type PageShape } from './page.js';
import type { Asked, Selected } from './selection.js';
import { Hole, type Filling, type Sql } from './sql.js';
import type { Row, Table } from './tables.js';

/** One request's arguments, and what went wrong with those of its pages. */
export interface Reading extends Filling {
  readonly asked: Asked;
  readonly failed: Map<FieldNode, Failed>;
}

/** A field that was asked for in a way that cannot be: it fails where it stands. */
export class Failed {
  constructor(readonly error: unknown) {}
}

/** A page beneath a row: which one, its arguments say when the request comes. */
export class NestedPage extends Hole {
  constructor(
    private readonly list: List,
    private readonly table: Table,
    private readonly page: { readonly row: Row; readonly shape: PageShape },
    private readonly selected: Selected,
    private readonly wish: (args: object) => object,
  ) {
    super();
  }

  override fill({ asked, failed }: Reading): Sql {
    const { list, table, page, selected } = this;
    const [node] = selected.nodes;
    if (!node) throw new Error(`${list.name} is asked for by nobody.`);
    try {
      const args = getArgumentValues(selected.field, node, asked.variableValues);
      const wish = this.wish(args);
      return pageSql({ list, table, row: page.row, wish, ...wishPage(list, table, wish, args) }, page.shape);
    } catch (error) {
      for (const one of selected.nodes) failed.set(one, new Failed(error));
      return NULL.text;
    }
  }
}
