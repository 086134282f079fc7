import {
  GraphQLError,
  type ExecutionArgs,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import {
  makeServer,
  type Context,
  type OperationResult,
  type Server,
  type SubscribePayload,
} from 'graphql-ws';
import { z } from 'zod';
import { ApiError } from '../errors/api-error.js';
import { errorFormatter, knownError, type FormatError } from '../errors/format-error.js';
import { acceptedLanguage, LANGUAGE_TAGS } from '../words/accepted-language.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { LiveAnswers, type LiveAnswer } from './live-answers.js';
import { LiveOperation } from './live-operation.js';
import type { LiveBounds, LiveSettings } from './live-settings.js';
import { CLOSE, type LiveSocket } from './live-socket.js';
import type { Look, Looks } from './look.js';
import { SubscriptionDocuments } from './subscription-documents.js';
import { Tally } from './tally.js';
import { Turns } from './turns.js';

const NamedById = z.looseObject({
  type: z.literal('subscribe'),
  payload: z.looseObject({ documentId: z.string(), query: z.null().optional() }),
});

type Params = Readonly<Record<string, unknown>> | undefined;

const SIGN_IN = 'Sign in: connectionParams { "authorization": "Bearer …" } with a valid token.';

/** What is said over a socket: who asks, which subscription, and what there is to tell. */
export class LiveProtocol {
  readonly looks: Turns;
  readonly server: Server<LiveSocket>;
  private readonly ofPost = new Tally();
  private readonly documents: SubscriptionDocuments;
  private readonly formatError: FormatError;
  private readonly faults = new WeakMap<SubscribePayload, readonly GraphQLFormattedError[]>();

  constructor(
    private readonly settings: LiveSettings,
    private readonly bounds: LiveBounds,
  ) {
    this.looks = new Turns(bounds.looksAtOnce);
    this.documents = new SubscriptionDocuments(settings.schema, settings.operations);
    this.formatError = errorFormatter(settings.log);
    this.server = makeServer<Record<string, unknown>, LiveSocket>({
      connectionInitWaitTimeout: bounds.initWait,
      jsonMessageReviver: allowId,
      onConnect: ({ extra, connectionParams }) => this.connect(extra, connectionParams),
      onSubscribe: (context, _id, payload) => this.accept(context, payload),
      // Errors are formatted here already.
      subscribe: (args) => this.subscribe(args.contextValue as LiveOperation) as OperationResult,
      onNext: (_context, _id, _payload, _args, result) => result,
      onError: (_context, _id, payload, errors) =>
        this.faults.get(payload) ?? errors.map((error) => error.toJSON()),
      onComplete: ({ extra }) => {
        // Its last word is sent before.
        if (extra.isSignedOut) setImmediate(() => extra.close(CLOSE.signIn, SIGN_IN));
      },
    });
  }

  get subscriptionCount(): number {
    return this.ofPost.sum;
  }

  /** Closes the socket unless whoever opened it is still signed in. What cannot be found out now is asked again later. */
  async checkAgain(live: LiveSocket): Promise<void> {
    const error = await this.findFault(live);
    if (error === null) return;
    if (knownError(error).code === 'UNAVAILABLE') this.log(live, error);
    else this.fail(live, error);
  }

  fail(live: LiveSocket, error: unknown): void {
    const { code } = knownError(error);
    if (code === 'UNAUTHENTICATED') return live.close(CLOSE.signIn, SIGN_IN);
    this.log(live, error);
    if (code === 'UNAVAILABLE') live.close(CLOSE.later, 'Come again in a moment.');
    else live.close(CLOSE.failed, 'This went wrong on our side.');
  }

  private log({ request }: LiveSocket, error: unknown): void {
    this.settings.log({ requestId: request.id, code: knownError(error).code, error, sent: [] });
  }

  /** What speaks against whoever opened the socket: no sign-in that is valid still, or that it cannot be read. */
  private async findFault(live: LiveSocket): Promise<unknown> {
    const context = this.settings.createContext(live.request);
    try {
      await context.read(async () => {});
      await context.close();
      return null;
    } catch (error) {
      await context.close().catch(() => {});
      return error;
    }
  }

  /** Browsers set no header of a socket, so that token and language come with the first message. */
  private async connect(live: LiveSocket, params: Params): Promise<boolean> {
    const { headers } = live.request.raw;
    const given = params?.['authorization'] ?? params?.['Authorization'];
    if (typeof given === 'string') headers.authorization = given;
    const language = params?.['acceptLanguage'];
    // Read once: each answer looks at it again, and a message is longer than a header may be.
    if (typeof language === 'string') headers['accept-language'] = LANGUAGE_TAGS[acceptedLanguage(language)];
    const error = await this.looks.take(() => this.findFault(live));
    if (error !== null) this.fail(live, error);
    live.isLetIn = error === null;
    return live.isLetIn;
  }

  private async accept(
    { extra, subscriptions }: Context<Record<string, unknown>, LiveSocket>,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { settings, documents, formatError, bounds } = this;
    const { query, operationName, variables }: SubscribePayload = payload;
    const documentId = 'documentId' in payload ? payload.documentId : undefined;
    const asked = { query, documentId, operationName: operationName ?? null, variables: variables ?? {} };
    const operation = new LiveOperation({ settings, documents, formatError }, extra, asked);
    const most = bounds.subscriptionsOfSocket;
    const faults = Object.keys(subscriptions).length > most ? [tooMany(most)] : await operation.accept();
    if (faults.length === 0) return { ...operation.args, contextValue: operation };
    this.faults.set(payload, await operation.formatApart(faults));
    return faults.map((fault) => (fault instanceof GraphQLError ? fault : new GraphQLError('')));
  }

  private async subscribe(operation: LiveOperation): Promise<LiveAnswers | FormattedExecutionResult> {
    const refusal = this.findRefusal(operation);
    if (refusal) return { errors: await operation.formatApart([refusal]) };
    const { live, postId } = operation;
    this.ofPost.add(postId);
    live.subscriptionCount += 1;
    let isWatching = false;
    try {
      const looks = await this.looks.take(() => operation.open());
      isWatching = 'next' in looks;
      return 'next' in looks ? this.answer(operation, looks) : looks;
    } finally {
      if (!isWatching) this.leave(operation);
    }
  }

  private findRefusal({ live, postId }: LiveOperation): ApiError | null {
    const { subscriptionsOfSocket, subscriptionsOfPost, subscriptionsOfProcess } = this.bounds;
    // Counted anew: a client that uses an id twice has more than its ids tell.
    if (live.subscriptionCount >= subscriptionsOfSocket) return tooMany(subscriptionsOfSocket);
    if (this.ofPost.of(postId) >= subscriptionsOfPost) return tooMany(subscriptionsOfPost);
    return this.ofPost.sum >= subscriptionsOfProcess ? full() : null;
  }

  private answer(operation: LiveOperation, looks: Looks): LiveAnswers {
    const { live } = operation;
    const tell = (look: Look): Promise<LiveAnswer | null> =>
      this.looks.take(async () => (answers.isOver ? null : operation.tell(look)));
    const answers = new LiveAnswers(looks, tell, () => {
      live.answers.delete(answers);
      this.leave(operation);
    });
    live.answers.add(answers);
    return answers;
  }

  private leave({ live, postId }: LiveOperation): void {
    this.ofPost.remove(postId);
    live.subscriptionCount -= 1;
  }
}

/** The sub-protocol wants a text with each subscription; over HTTP none stands beside an id. */
function allowId(key: string, value: unknown): unknown {
  const message = key === '' ? NamedById.safeParse(value).data : undefined;
  return message ? { ...message, payload: { ...message.payload, query: '' } } : value;
}

function full(): ApiError {
  return new ApiError('TOO_MANY_REQUESTS', GRAPHQL_WORDS.tooManyWatched);
}

function tooMany(most: number): ApiError {
  return new ApiError('TOO_MANY_REQUESTS', GRAPHQL_WORDS.tooManySubscriptions({ most }));
}
