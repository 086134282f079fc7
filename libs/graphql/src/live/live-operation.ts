import { listSent, runInScope, startWatch } from '#signals';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  type ExecutionArgs,
  type FormattedExecutionResult,
} from 'graphql';
import { ApiError } from '../errors/api-error.js';
import { knownError, type FormatError } from '../errors/format-error.js';
import { runInRequest } from '../errors/request-scope.js';
import { noteOperation } from '../signals/record.plugin.js';
import { RequestRecord } from '../signals/request-record.js';
import { acceptedLanguage } from '../words/accepted-language.js';
import type { LiveAnswer } from './live-answers.js';
import type { LiveSettings } from './live-settings.js';
import type { LiveSocket } from './live-socket.js';
import type { Look, Looks } from './look.js';
import type { Accepted, Asked, SubscriptionDocuments } from './subscription-documents.js';

interface Scene {
  readonly settings: LiveSettings;
  readonly documents: SubscriptionDocuments;
  readonly formatError: FormatError;
}

/** One subscription: its document, and each answer to it as if it were a request of its own. */
export class LiveOperation {
  /** The post that subscribes; empty until it is accepted. */
  postId = '';
  private accepted: Accepted | null = null;

  constructor(
    private readonly scene: Scene,
    readonly live: LiveSocket,
    private readonly asked: Asked,
  ) {}

  /** What is wrong with its document, or with who asks it; nothing when it may be. */
  accept(): Promise<readonly unknown[]> {
    return this.recorded(async () => {
      const actor = await this.authenticate();
      if (!actor || actor instanceof Error) return [actor ?? ApiError.unauthenticated()];
      this.postId = actor.postId;
      // Before it is read: who is refused what they write is counted too.
      const { retryAfter } = this.scene.settings.limits.post.admit(actor.postId);
      if (retryAfter > 0) return [new ApiError('TOO_MANY_REQUESTS')];
      const accepted = this.scene.documents.accept(this.asked);
      if (!('document' in accepted)) return accepted;
      this.accepted = accepted;
      return [];
    });
  }

  get args(): ExecutionArgs {
    if (!this.accepted) throw new Error('The document has not been accepted.');
    return {
      schema: this.scene.settings.schema,
      document: this.accepted.document,
      operationName: this.asked.operationName,
      variableValues: this.asked.variables,
    };
  }

  /** Where its looks come from, or what its field said against it. */
  async open(): Promise<Looks | FormattedExecutionResult> {
    const context = this.scene.settings.createContext(this.live.request);
    return this.recorded(async () => {
      try {
        const stream = await createSourceEventStream({ ...this.args, contextValue: context });
        if (!('errors' in stream)) return stream as Looks;
        return { errors: this.formatAll(stream.errors ?? []) };
      } catch (error) {
        return { errors: this.formatAll([error]) };
      } finally {
        // Only what was read for the resolver: what is watched stays.
        await context.close().catch(() => {});
      }
    });
  }

  /** What there is to tell now, read with the rights of now. */
  tell(look: Look): Promise<LiveAnswer | null> {
    return this.recorded(async (record) => {
      const watch = startWatch();
      const told = await this.look(look);
      const { scene } = this;
      if (told)
        scene.settings.observer?.onAnswered({
          record,
          method: 'GET',
          route: scene.settings.path,
          status: 101,
          milliseconds: watch(),
          address: this.live.request.ip,
        });
      return told;
    });
  }

  formatAll(errors: readonly unknown[]): NonNullable<FormattedExecutionResult['errors']> {
    return errors.map((error) =>
      this.scene.formatError(error instanceof GraphQLError ? error.toJSON() : { message: '' }, error),
    );
  }

  /** The same, for what was wrong before anything was told. */
  formatApart(errors: readonly unknown[]): Promise<NonNullable<FormattedExecutionResult['errors']>> {
    return this.recorded(async () => this.formatAll(errors));
  }

  private async authenticate(): Promise<{ readonly postId: string } | Error | null> {
    try {
      return await this.scene.settings.createContext(this.live.request).authenticate();
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private async look(look: Look): Promise<LiveAnswer | null> {
    const context = this.scene.settings.createContext(this.live.request);
    try {
      const sight = await look(context);
      if (!sight) return null;
      const { errors, ...rest } = await execute({
        ...this.args,
        rootValue: sight.value,
        contextValue: context,
      });
      await context.close();
      return { result: errors ? { ...rest, errors: this.formatAll(errors) } : rest, isLast: sight.isLast };
    } catch (error) {
      await context.close().catch(() => {});
      this.live.isSignedOut ||= knownError(error).code === 'UNAUTHENTICATED';
      return { result: { errors: this.formatAll([error]) }, isLast: true };
    }
  }

  private recorded<T>(work: (record: RequestRecord) => Promise<T>): Promise<T> {
    const { asked, accepted, scene } = this;
    const { request } = this.live;
    const { authorization = '' } = request.headers;
    const record = new RequestRecord(request.id, null, () => [
      ...listSent(asked),
      ...[authorization.replace(/^\S+ +/, '')].filter(Boolean),
    ]);
    if (accepted) noteOperation(record, { ...accepted, schema: scene.settings.schema });
    const language = acceptedLanguage(request.headers['accept-language']);
    return new Promise((resolve, reject) => {
      runInRequest({ requestId: request.id, language, allowance: null }, () =>
        runInScope(record, () => void work(record).then(resolve, reject)),
      );
    });
  }
}
