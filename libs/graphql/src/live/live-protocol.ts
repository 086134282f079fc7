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
import { ApiError } from '../errors/api-error.js';
import { errorFormatter, knownError, type FormatError } from '../errors/format-error.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { LiveAnswers } from './live-answers.js';
import { LiveOperation, type Told } from './live-operation.js';
import type { LiveBounds, LiveSettings } from './live-settings.js';
import { CLOSE, type LiveSocket } from './live-socket.js';
import type { Look } from './look.js';
import { SubscriptionDocuments } from './subscription-documents.js';
import { Tally } from './tally.js';
import { Turns } from './turns.js';

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

  /** Whether whoever opened the socket is still signed in; closes it unless. */
  async checkSignIn(live: LiveSocket): Promise<boolean> {
    const context = this.settings.createContext(live.request);
    try {
      await this.looks.take(async () => {
        await context.read(async () => {});
        await context.close();
      });
      return true;
    } catch (error) {
      await context.close().catch(() => {});
      const { code } = knownError(error);
      if (code === 'UNAUTHENTICATED') live.close(CLOSE.signIn, SIGN_IN);
      else this.fail(live, error);
      return false;
    }
  }

  fail({ request, close }: Pick<LiveSocket, 'request' | 'close'>, error: unknown): void {
    const { code } = knownError(error);
    this.settings.log({ requestId: request.id, code, error, sent: [] });
    close(CLOSE.failed, 'This went wrong on our side; come back.');
  }

  /** Browsers can send no header with a socket, so that the token comes with the first message. */
  private async connect(live: LiveSocket, params: Params): Promise<boolean> {
    const given = params?.['authorization'] ?? params?.['Authorization'];
    if (typeof given === 'string') live.request.raw.headers.authorization = given;
    return this.checkSignIn(live);
  }

  private async accept(
    { extra, subscriptions }: Context<Record<string, unknown>, LiveSocket>,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { settings, documents, formatError, bounds } = this;
    const { query, operationName = null, variables } = payload;
    const asked = { query, operationName: operationName ?? null, variables: variables ?? {} };
    const operation = new LiveOperation({ settings, documents, formatError }, extra, asked);
    const most = bounds.subscriptionsOfSocket;
    const faults = Object.keys(subscriptions).length > most ? [tooMany(most)] : await operation.accept();
    if (faults.length === 0) return { ...operation.args, contextValue: operation };
    this.faults.set(payload, await operation.formatApart(faults));
    return faults.map((fault) => (fault instanceof GraphQLError ? fault : new GraphQLError('')));
  }

  private async subscribe(operation: LiveOperation): Promise<LiveAnswers | FormattedExecutionResult> {
    const { postId } = operation;
    const most = this.bounds.subscriptionsOfPost;
    if (this.ofPost.of(postId) >= most) return { errors: await operation.formatApart([tooMany(most)]) };
    this.ofPost.add(postId);
    const looks = await this.looks.take(() => operation.open());
    if (!('next' in looks)) {
      this.ofPost.remove(postId);
      return looks;
    }
    const tell = (look: Look): Promise<Told | null> => this.looks.take(() => operation.tell(look));
    return new LiveAnswers(looks, tell, () => this.ofPost.remove(postId));
  }
}

function tooMany(most: number): ApiError {
  return new ApiError('TOO_MANY_REQUESTS', GRAPHQL_WORDS.tooManySubscriptions({ most }));
}
