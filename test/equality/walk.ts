import type { ListOrder } from './lists.js';
import type { ActorName, Stage } from './stage.js';

export interface Edge {
  readonly cursor: string;
  readonly node: object;
}

interface ListPage {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly Edge[];
}

type Listed = { readonly list?: ListPage; readonly on?: { readonly list?: ListPage } | null };

/** How many entries are asked for with all their columns: as many as the API allows for. */
const SIZES = [20, 6, 2];

/** One list as one actor sees it, e.g. the bookings of one offer. */
export class Walk {
  constructor(
    private readonly stage: Stage,
    readonly list: ListOrder,
    readonly actor: ActorName,
    readonly id: string | null,
  ) {}

  /** All of it, in pages as large as can be: few lists have more than one. */
  whole(): Promise<readonly Edge[]> {
    return this.forwards(100);
  }

  async forwards(size: number): Promise<Edge[]> {
    const edges: Edge[] = [];
    const visited = new Set<string | null>();
    for (let after: string | null = null; ;) {
      expectNew(visited, after);
      const page: ListPage | undefined = await this.page({ first: size, after });
      edges.push(...(page?.edges ?? []));
      if (!page?.pageInfo.hasNextPage) return edges;
      after = page.pageInfo.endCursor;
    }
  }

  async backwards(size: number): Promise<Edge[]> {
    const edges: Edge[] = [];
    const visited = new Set<string | null>();
    for (let before: string | null = null; ;) {
      expectNew(visited, before);
      const page: ListPage | undefined = await this.page({ last: size, before });
      edges.unshift(...(page?.edges ?? []));
      if (!page?.pageInfo.hasPreviousPage) return edges;
      before = page.pageInfo.startCursor;
    }
  }

  /** Both answers to the whole list, and to the page from its middle to either side. */
  async compare(middle: string | undefined) {
    const { stage, actor, list } = this;
    const pages = [{ first: 100 }, { first: 2, after: middle }, { last: 2, before: middle }];
    const answers = [];
    for (const page of pages) answers.push(await stage.compare(actor, list.document, this.variables(page)));
    return answers;
  }

  /** Both answers to all that the database writes of the entries at either end, for lists that need no other thing. */
  async compareColumns() {
    const { stage, actor, list } = this;
    const answers = [];
    for (const end of list.columns === null ? [] : ['first', 'last']) {
      for (const size of SIZES) {
        const both = await stage.compare(actor, list.columns ?? '', this.variables({ [end]: size }));
        if (both.answered.errors.join() === 'TOO_COMPLEX ' && size !== SIZES.at(-1)) continue;
        answers.push(both);
        break;
      }
    }
    return answers;
  }

  private async page(page: object): Promise<ListPage | undefined> {
    const { data } = await this.stage.ask<Listed>(this.actor, this.list.document, this.variables(page));
    return data?.list ?? data?.on?.list;
  }

  private variables(page: object): Record<string, unknown> {
    return { ...page, ...(this.id !== null && { id: this.id }) };
  }
}

/** A page that begins where one has begun already: somebody walks in a circle. */
function expectNew(visited: Set<string | null>, cursor: string | null): void {
  if (visited.has(cursor)) throw new Error(`This list comes back to ${cursor ?? 'its end'}.`);
  visited.add(cursor);
}
