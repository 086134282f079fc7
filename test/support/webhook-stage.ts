import { JobRunner } from '#jobs';
import { pino } from 'pino';
import { Webhook as Verifier } from 'standardwebhooks';
import { queryAsSuperuser } from './cluster.js';
import { WebhookReceiver, type ReceivedHook } from './webhook-receiver.js';
import { startWorld, type World } from './world.js';

const CREATE = `mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { secret webhook { id url state } } }`;
export const WEBHOOKS = {
  create: CREATE,
  update: `mutation ($id: ID!, $input: UpdateWebhookInput!) { updateWebhook(id: $id, input: $input) { state } }`,
  rotate: `mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret webhook { formerSecretUntil } } }`,
  remove: `mutation ($id: ID!) { removeWebhook(id: $id) { name } }`,
  test: `mutation ($id: ID!) { sendTestWebhook(id: $id) { id event state } }`,
  again: `mutation ($id: ID!) { redeliverWebhook(id: $id) { id state attempts } }`,
  list: `{ webhooks(first: 100) { edges { node { id url state failingSince lastDeliveredAt } } } }`,
  sent: `{ webhookDeliveries(first: 100) { edges { node { id event state attempts nextAttemptAt responseStatus failure } } } }`,
};
export const SECRETARY = 'southeast-committee';

export interface MadeHook {
  readonly id: string;
  readonly secret: string;
}

export interface ToldEvent {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly thingId: string; readonly thingType: string; readonly networkId: string };
}

/** The world with a worker, and with a receiver that keeps what it is sent. */
export class WebhookStage {
  /** What the worker would have logged. */
  readonly lines: string[] = [];

  private constructor(
    readonly world: World,
    readonly receiver: WebhookReceiver,
  ) {}

  static async open(): Promise<WebhookStage> {
    const receiver = await WebhookReceiver.start();
    return new WebhookStage(await startWorld({ env: { WEBHOOK_ORIGINS: receiver.origin } }), receiver);
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.receiver.close();
  }

  /** No webhook is left, and nothing that was received. */
  async clear(): Promise<void> {
    this.receiver.answer = null;
    type Read = { webhooks: { edges: { node: MadeHook }[] } };
    const { webhooks } = await this.ask<Read>('list');
    for (const { node } of webhooks.edges) await this.ask('remove', { id: node.id });
    this.receiver.drain();
  }

  ask<T>(document: keyof typeof WEBHOOKS, variables: object = {}): Promise<T> {
    return this.world.as(SECRETARY).ask<T>(WEBHOOKS[document], { ...variables });
  }

  inputOf(wishes: object = {}): object {
    const networkId = this.world.network('southeast');
    return { networkId, name: '大屏', url: `${this.receiver.origin}/hook`, topics: ['MEETING'], ...wishes };
  }

  async create(wishes: object = {}): Promise<MadeHook> {
    type Made = { createWebhook: { secret: string; webhook: { id: string } } };
    const { createWebhook } = await this.ask<Made>('create', { input: this.inputOf(wishes) });
    return { id: createWebhook.webhook.id, secret: createWebhook.secret };
  }

  /** What is due is done; what waits only for the clock on the wall looks at the rules’ clock. */
  async work(workers = 1): Promise<void> {
    const { database, app } = this.world.api;
    await queryAsSuperuser('UPDATE graphile_worker._private_jobs SET run_at = now()', database.name);
    const log = pino({ level: 'trace' }, { write: (line: string) => void this.lines.push(line) });
    const runs = Array.from({ length: workers }, () =>
      app.get(JobRunner).runDue({ url: database.appUrl, log }),
    );
    await Promise.all(runs);
  }

  /** A test, as it was received. */
  async receiveTest(id: string): Promise<ReceivedHook> {
    await this.ask('test', { id });
    await this.work();
    const [hook] = this.receiver.drain();
    if (!hook) throw new Error('Nothing was received.');
    return hook;
  }

  async sent(): Promise<Record<string, unknown>[]> {
    type Read = { webhookDeliveries: { edges: { node: Record<string, unknown> }[] } };
    const { webhookDeliveries } = await this.ask<Read>('sent');
    return webhookDeliveries.edges.map(({ node }) => node);
  }

  async seen(): Promise<Record<string, unknown> | undefined> {
    type Read = { webhooks: { edges: { node: Record<string, unknown> }[] } };
    return (await this.ask<Read>('list')).webhooks.edges[0]?.node;
  }

  /** Whether a receiver takes it that goes by the clock of the case. */
  isSigned({ headers, body }: ReceivedHook, secret: string): boolean {
    const now = Date.now;
    Date.now = () => this.world.clock.now().getTime();
    try {
      new Verifier(secret).verify(body, headers as Record<string, string>);
      return true;
    } catch {
      return false;
    } finally {
      Date.now = now;
    }
  }
}

export function toldBy({ body }: ReceivedHook): ToldEvent {
  return JSON.parse(body) as ToldEvent;
}
