import { Client, post, type Endpoint } from '#client';
import { SignInTokens, Session } from '#network';
import { Clock, Tenancy, type Claims } from '#tenancy';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fetchFrom } from './fetch-from.js';

type InjectOptions = Exclude<Parameters<NestFastifyApplication['inject']>[0], string>;
type Response = Awaited<ReturnType<NestFastifyApplication['inject']>>;

const SESSION_HOURS = 12;

/** What came back from /graphql. */
export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors?: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId: string; readonly fields?: FieldErrors };
}

type FieldErrors = readonly { readonly path: string; readonly message: string }[];

/** Asks the API over HTTP, as one post or, without claims, as nobody. */
export class TestClient {
  private access: { token: string; expiresAt: Date } | null = null;
  private readonly endpoint: Endpoint;
  private session: { id: string; startedAt: Date; expiresAt: Date } | null = null;

  constructor(
    readonly app: NestFastifyApplication,
    readonly claims: Claims | null,
    private readonly fixed: string | null = null,
  ) {
    this.endpoint = { url: '/graphql', fetch: fetchFrom(app) };
  }

  /** The client that builders get, as the same post; what fails is not asked again. */
  get typed(): Client {
    const isSomebody = this.claims !== null || this.fixed !== null;
    const token = async (): Promise<string> => (await this.token()) ?? '';
    return new Client({ ...this.endpoint, ...(isSomebody && { token }), retries: { attempts: 1 } });
  }

  /** The data; fails with the message of a top-level error. Name the answer's type where it is read. */
  async ask<Data = Record<string, never>>(query: string, variables?: object): Promise<Data> {
    const { data, errors } = await this.tryAsk<Data>(query, variables);
    const [first] = errors ?? [];
    if (first) throw new Error(`${first.extensions.code} at ${first.path?.join('.')}: ${first.message}`);
    if (data === null) throw new Error('The answer holds neither data nor errors.');
    return data;
  }

  /** The whole answer, whatever it is. */
  async tryAsk<Data = Record<string, never>>(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>> {
    const { status, raw } = await this.askRaw(query, variables, headers);
    const { data = null, errors } = JSON.parse(raw) as Partial<Answer<Data>>;
    return { status, data, ...(errors && { errors }) };
  }

  /** The answer as it came, byte for byte; every request has the same id, so that answers can be compared. */
  async askRaw(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; raw: string; headers: Record<string, unknown> }> {
    const token = await this.token();
    const {
      status,
      body,
      headers: told,
    } = await post(this.endpoint, {
      query,
      variables,
      headers: {
        'x-request-id': 'test-request',
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...headers,
      },
    });
    return { status, raw: body, headers: told };
  }

  /** Asks a route beside GraphQL, with the token. */
  async send(
    request: Omit<InjectOptions, 'headers'> & { headers?: Record<string, string> },
  ): Promise<Response> {
    const token = await this.token();
    return this.app.inject({
      ...request,
      headers: {
        'x-request-id': 'test-request',
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...request.headers,
      },
    });
  }

  /** Attaches bytes to a thing. */
  attach(to: string, name: string, payload: Buffer): Promise<Response> {
    const headers = { 'content-type': 'application/octet-stream' };
    return this.send({ method: 'POST', url: '/files', query: { to, name }, payload, headers });
  }

  /** The same client with a token of its own choosing. */
  withToken(token: string): TestClient {
    return new TestClient(this.app, null, token);
  }

  /** A token that is valid now, made anew when the clock has moved past the last one. */
  async token(): Promise<string | null> {
    if (!this.claims) return this.fixed;
    const now = this.app.get(Clock).now();
    if (!this.session || this.session.startedAt > now || this.session.expiresAt <= now) {
      this.session = await this.startSession(this.claims, now);
      this.access = null;
    }
    if (!this.access || this.access.expiresAt <= now)
      this.access = await this.app.get(SignInTokens).issue({ ...this.claims, sessionId: this.session.id });
    return this.access.token;
  }

  private startSession(claims: Claims, startedAt: Date): Promise<Session> {
    return this.app.get(Tenancy).write({ ...claims, sessionId: null }, (tx) =>
      tx.insert(Session, {
        id: tx.newId(),
        personId: claims.personId,
        device: null,
        generation: 0,
        access: null,
        refreshedAt: null,
        startedAt,
        expiresAt: new Date(startedAt.getTime() + SESSION_HOURS * 3_600_000),
        endedAt: null,
      }),
    );
  }
}
