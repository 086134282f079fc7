import {
  RequestScope,
  type Claims,
  type Compose,
  type KeyedRequest,
  type Tenancy,
  type TenantTransaction,
} from '#tenancy';
import { ApiError } from './errors/api-error.js';
import { OnceOnly } from './idempotency/once-only.js';
import { GRAPHQL_WORDS } from './words/graphql-words.js';
import type { RequestContext } from './request-context.js';

export interface TenantContextSettings {
  requestId: string;
  /** The network address asked from, for limits. */
  address: string;
  token: string | null;
  /** What a token claims; null for one that is not ours or no longer valid. */
  verify: (token: string) => Promise<Claims | null>;
  tenancy: Tenancy;
  /** Finds a thing by its opaque id under the actor's rights. */
  findNode: NodeFinder;
}

type NodeFinder = (tx: TenantTransaction, globalId: string) => Promise<object | null>;

/** What resolvers are given: who asks, and the transactions of this one request. */
export class TenantContext implements RequestContext {
  readonly requestId: string;
  readonly address: string;
  private claims: Promise<Claims | null> | null = null;
  private scope: RequestScope | null = null;
  private once: OnceOnly | null = null;
  private readonly secrets: string[] = [];
  private onBehalfOf: string | null = null;
  private trying: string | null = null;
  readonly tried: string[] = [];
  private hasEnded = false;
  /** None are expected of what is no query. */
  private fieldsLeft = Infinity;

  constructor(private readonly settings: TenantContextSettings) {
    this.requestId = settings.requestId;
    this.address = settings.address;
  }

  authenticate(): Promise<Claims | null> {
    return (this.claims ??= this.verifyToken());
  }

  /** Reads in the request's snapshot; throws UNAUTHENTICATED without a valid post. */
  async read<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return (await this.openScope()).read(work);
  }

  /** What one statement answers, in the request's snapshot; all that its root field needs when `isWhole`. */
  async ask(compose: Compose, isWhole: boolean): Promise<unknown> {
    const scope = await this.openScope();
    if (isWhole) this.fieldsLeft -= 1;
    return scope.ask(compose, this.fieldsLeft === 0);
  }

  /** How many fields the query asks; when each has been read whole, nothing else is read. */
  expectFields(count: number): void {
    this.fieldsLeft = count;
  }

  /** One act in a transaction of its own, stored whole or not at all. */
  async write<T>(act: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    if ((await this.authenticate())?.access === 'READ')
      throw ApiError.forbidden(GRAPHQL_WORDS.tokenOnlyReads);
    const scope = await this.openScope();
    const { once, onBehalfOf, trying } = this;
    if (trying !== null) this.tried.push(trying);
    const how = { onBehalfOf, isTried: trying !== null };
    return once ? once.act(scope, act, how) : scope.write(act, how);
  }

  recordFor(unitId: string | null): void {
    this.onBehalfOf = unitId;
  }

  tryNext(field: string | null): void {
    this.trying = field;
  }

  /** Whether the next act is only tried: for the few that must not even be shown. */
  get isTrying(): boolean {
    return this.trying !== null;
  }

  /** From here on the request acts once, however often it is repeated with its key. */
  keyWith(request: KeyedRequest): void {
    this.once = new OnceOnly(request, this.settings.findNode);
  }

  /** The answer that a repeated request had the first time; null for any other request. */
  get firstAnswer(): string | null {
    return this.once?.firstAnswer ?? null;
  }

  /** From here on the request acts as somebody who has just proved to be so. */
  async become(claims: Claims): Promise<void> {
    await this.pause();
    this.scope = null;
    // A key belongs to the post that was left; a token is no answer to keep.
    this.once = null;
    this.claims = Promise.resolve(claims);
  }

  /** Stores what was done and gives the connection back; more may be read and done after it. */
  async pause(): Promise<void> {
    await this.scope?.close();
  }

  /** Stores what was done, together with its answer when the request has a key. Nothing is read or done after it. */
  async close(answer?: () => string): Promise<void> {
    this.hasEnded = true;
    const { scope } = this;
    if (scope && this.once && answer !== undefined)
      await this.once.keep(scope, this.withoutSecrets(answer()));
    await scope?.end();
  }

  /** Only a request with a key keeps its answer, and has to know what stands in it. */
  get noteShown(): ((globalId: string) => void) | undefined {
    return this.once ? (globalId) => void this.once?.shown.add(globalId) : undefined;
  }

  noteSecret(value: string): void {
    this.secrets.push(value);
  }

  private withoutSecrets(answer: string): string {
    return this.secrets.reduce((kept, secret) => kept.replaceAll(JSON.stringify(secret), '""'), answer);
  }

  private async openScope(): Promise<RequestScope> {
    const claims = await this.authenticate();
    if (this.hasEnded) throw new Error('This request has been answered.');
    if (!claims) throw ApiError.unauthenticated();
    return (this.scope ??= new RequestScope(this.settings.tenancy, claims));
  }

  private async verifyToken(): Promise<Claims | null> {
    const { token, verify } = this.settings;
    if (token === null) return null;
    const claims = await verify(token);
    if (!claims) throw ApiError.unauthenticated(GRAPHQL_WORDS.badToken);
    return claims;
  }
}
