import { readPage, type ConnectionArgs, type KeysetList, type Page, type PageRequest } from '#graphql';
import type { Asker, Compose } from '#tenancy';
import { pageValues } from './keyset-page.js';
import { pageOf, type WithCursor } from './page-of.js';

/** What is asked of all kinds in one request: the parameters of the branches, as the asker has them. */
export interface GatheringWish {
  /** The statement, and the name under which it is prepared. */
  readonly text: string;
  readonly name: string;
  readonly list: KeysetList;
  readonly valuesOf: (asker: Asker) => readonly unknown[];
}

/** One page, and what is said of all. */
export interface Gathered<Row, Count> {
  readonly totalCount: number;
  readonly counts: readonly Count[];
  readonly page: Page<Row>;
}

interface GatheringAnswer<Row, Count> {
  readonly totalCount: number;
  readonly counts: readonly Count[];
  readonly rows: readonly WithCursor<Row>[];
}

/** A way to what one statement answers. */
export interface GatheringContext {
  ask(compose: Compose, isWhole: boolean): Promise<unknown>;
}

const NO_ENTRIES: PageRequest = { size: 0, backwards: false, from: null };

/** A list over many kinds of rows, in one request. Counts come with whichever page is read. */
export class Gathering<Row, Count> {
  private readonly answers = new Map<string, Promise<Gathered<Row, Count>>>();

  constructor(
    private readonly context: GatheringContext,
    private readonly wish: GatheringWish,
  ) {}

  /** Throws BAD_USER_INPUT for a page that cannot be. */
  async page(args: ConnectionArgs): Promise<Page<Row>> {
    const { page, totalCount } = await this.ask(readPage(args, this.wish.list));
    return { ...page, totalCount };
  }

  async count(): Promise<Gathered<Row, Count>> {
    // A page that is asked for beside it is asked for by then.
    await Promise.resolve();
    const [any = this.ask(NO_ENTRIES)] = this.answers.values();
    return any;
  }

  /** The first so many, however long a page may be. */
  async first(most: number): Promise<readonly Row[]> {
    const { page } = await this.ask({ size: most, backwards: false, from: null });
    return page.edges.map(({ node }) => node);
  }

  private ask(page: PageRequest): Promise<Gathered<Row, Count>> {
    const key = JSON.stringify(page);
    const answer = this.answers.get(key) ?? this.askNow(page);
    this.answers.set(key, answer);
    return answer;
  }

  /** One entry more than the page, to tell whether more follow. */
  private async askNow(page: PageRequest): Promise<Gathered<Row, Count>> {
    const { text, name, list, valuesOf } = this.wish;
    const json = await this.context.ask(
      (asker) => ({
        name: asker.sharesPlans ? name : undefined,
        text,
        values: [...valuesOf(asker), ...pageValues(list, page)],
      }),
      false,
    );
    const { totalCount, counts, rows } = JSON.parse(String(json)) as GatheringAnswer<Row, Count>;
    return { totalCount, counts, page: pageOf(page, rows) };
  }
}
