import { ApiError } from './api-error.js';
import { textOf, type Known, type TypedDocument } from './graphql.js';
import { outcomeOf, type OnlyField, type Outcome } from './outcome.js';
import { eachNode, type Page } from './pages.js';
import { readData } from './read-answer.js';
import { RETRIES, withRetries, type RetryPolicy } from './retries.js';
import { SURROUNDINGS, type Surroundings } from './surroundings.js';
import { Token, type TokenSource } from './token.js';
import { post, type Fetch, type RawAnswer } from './transport.js';

export interface ClientSettings {
  /** Address of the API, such as https://lianjian.example.org/graphql. */
  readonly url: string;
  /** Left out: asks as nobody. */
  readonly token?: TokenSource;
  /** In which messages come. */
  readonly language?: 'zh' | 'en';
  readonly fetch?: Fetch;
  readonly retries?: Partial<RetryPolicy>;
  /** Milliseconds that one attempt may take; 30,000 if not said. */
  readonly timeout?: number;
  readonly surroundings?: Partial<Surroundings>;
}

export interface Asking {
  readonly signal?: AbortSignal;
}

export interface Acting extends Asking {
  /** Sent with every attempt; give your own where the wish outlives this process. */
  readonly idempotencyKey?: string;
}

/** Variables may be left out when a document needs none. */
type Given<Variables, Wishes> =
  Record<never, never> extends Variables
    ? [variables?: Variables, wishes?: Wishes]
    : [variables: Variables, wishes?: Wishes];

interface Request extends Asking {
  readonly query: string;
  readonly variables: object | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

const TIMEOUT = 30_000;
const NAMES_TYPES = /\b__typename\b/;

/** The API as one post, or as nobody. */
export class Client {
  private readonly token: Token;
  private readonly policy: RetryPolicy;
  private readonly surroundings: Surroundings;

  constructor(private readonly settings: ClientSettings) {
    this.token = new Token(settings.token ?? null);
    this.policy = { ...RETRIES, ...settings.retries };
    this.surroundings = { ...SURROUNDINGS, ...settings.surroundings };
  }

  /** @throws ApiError when anything of it failed; `data` of it holds what was answered. */
  query<Data, Variables>(
    document: TypedDocument<Data, Variables> & Known<Data>,
    ...[variables, wishes]: Given<Variables, Asking>
  ): Promise<Data> {
    return this.ask({ query: textOf(document), variables: variables ?? undefined, ...wishes });
  }

  /**
   * A mutation of one field. All its attempts carry one key, so that it is done once at most.
   * @throws ApiError; with the code NO_ANSWER it may have been done: the same key tells.
   */
  async mutate<Data, Variables>(
    document: TypedDocument<Data, Variables> & Known<Data>,
    ...[variables, wishes]: Given<Variables, Acting>
  ): Promise<Outcome<OnlyField<Data>>> {
    const query = textOf(document);
    if (!NAMES_TYPES.test(query))
      throw new TypeError('A mutation asks for __typename, which tells yes from no.');
    const { idempotencyKey = this.surroundings.newKey(), ...asking } = wishes ?? {};
    const headers = { 'idempotency-key': idempotencyKey };
    const data = await this.ask<object>({ query, variables: variables ?? undefined, headers, ...asking });
    const [answer, ...more] = Object.values(data);
    if (more.length > 0) throw new TypeError('A mutation is of one field, to which its key belongs.');
    return outcomeOf(answer) as Outcome<OnlyField<Data>>;
  }

  /** Every entry of a list, page by page; one page is held at a time. The document takes `$after`. */
  async *each<Data, Variables extends { after?: string | null }, Node>(
    document: TypedDocument<Data, Variables> & Known<Data>,
    variables: Variables,
    pageOf: (data: Data) => Page<Node> | null,
    wishes?: Asking,
  ): AsyncGenerator<Node, void, undefined> {
    const query = textOf(document);
    yield* eachNode(variables.after ?? null, async (after) =>
      pageOf(await this.ask({ query, variables: { ...variables, after }, ...wishes })),
    );
  }

  private ask<Data>(request: Request): Promise<Data> {
    return withRetries<Data>(() => this.askSignedIn(request), this.policy, this.surroundings, request.signal);
  }

  private async askSignedIn<Data>(request: Request): Promise<Data> {
    const token = await this.token.get();
    try {
      return await this.askOnce(request, token);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'UNAUTHENTICATED') throw error;
      const renewed = await this.token.renew(token);
      if (renewed === null) throw error;
      return this.askOnce(request, renewed);
    }
  }

  private async askOnce<Data>(request: Request, token: string | null): Promise<Data> {
    return readData(await this.send(request, token), this.surroundings.now());
  }

  private async send(
    { query, variables, headers, signal }: Request,
    token: string | null,
  ): Promise<RawAnswer> {
    const { url, language, fetch = globalThis.fetch, timeout = TIMEOUT } = this.settings;
    const late = AbortSignal.timeout(timeout);
    const sent = {
      ...(language && { 'accept-language': language }),
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...headers,
    };
    const ends = signal ? AbortSignal.any([signal, late]) : late;
    try {
      return await post({ url, fetch }, { query, variables, headers: sent, signal: ends });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new ApiError('NO_ANSWER', `Nothing came back from ${url}.`, { cause });
    }
  }
}
