import { JobRunner } from '#jobs';
import { pino } from 'pino';
import { queryAsSuperuser } from './cluster.js';
import { MailReceiver, type ReceivedMail } from './mail-receiver.js';
import { RobotReceiver } from './robot-receiver.js';
import { startWorld, type World } from './world.js';

export const SETTINGS = `isMailOffered mailAddress isMailConfirmed robotKind robotAddress isRobotSigned topics language quietFrom quietUntil`;
const SET = `mutation ($input: MessageSettingsInput!) { setMessageSettings(input: $input) { ${SETTINGS} } }`;
const CONFIRM = `mutation ($code: String!) { confirmMailAddress(code: $code) {
  __typename ... on MessageSettings { isMailConfirmed } ... on Refusal { message } } }`;
const SENT = `{ messages { edges { node { channel isTest text state failure writtenAt sentAt } } } }`;
const ALL = ['WAITING', 'DUE', 'CHANGED'];
export const MINUTE = 60_000;

export interface SeenMessage {
  readonly channel: string;
  readonly isTest: boolean;
  readonly text: string;
  readonly state: string;
  readonly failure: string | null;
  readonly sentAt: string | null;
}

/** The world with a worker, and with a mail server and a chat that keep what they are sent. */
export class MessageStage {
  /** What the worker would have logged. */
  readonly lines: string[] = [];

  private constructor(
    readonly world: World,
    readonly post: MailReceiver,
    readonly chat: RobotReceiver,
  ) {}

  static async open(now?: string): Promise<MessageStage> {
    const [post, chat] = await Promise.all([MailReceiver.start(), RobotReceiver.start()]);
    const env = { SMTP_URL: post.url, MAIL_FROM: 'lianjian@example.org', ROBOT_ORIGINS: chat.origin };
    const world = await startWorld(now === undefined ? { env } : { env, now });
    return new MessageStage(world, post, chat);
  }

  async close(): Promise<void> {
    await this.world.close();
    await Promise.all([this.post.close(), this.chat.close()]);
  }

  set(account: string, input: object) {
    return this.world.as(account).tryAsk<{ setMessageSettings: Record<string, unknown> }>(SET, { input });
  }

  async confirm(account: string, code: string): Promise<{ __typename: string }> {
    type Done = { confirmMailAddress: { __typename: string } };
    return (await this.world.as(account).ask<Done>(CONFIRM, { code })).confirmMailAddress;
  }

  /** Told by mail of these topics, in Chinese and without quiet hours unless it wishes otherwise. */
  async tell(account: string, wishes: object = {}): Promise<void> {
    const address = addressOf(account);
    const { errors } = await this.set(account, {
      mailAddress: address,
      topics: ALL,
      quietHours: null,
      ...wishes,
    });
    if (errors) throw new Error(JSON.stringify(errors));
    await this.work();
    const mail = this.post.drain().find(({ to }) => to.includes(address));
    await this.confirm(account, codeIn(mail?.text));
  }

  /** What is due is done; what waits only for the clock on the wall looks at the rules’ clock. */
  async work(): Promise<void> {
    const { database, app } = this.world.api;
    await queryAsSuperuser('UPDATE graphile_worker._private_jobs SET run_at = now()', database.name);
    const log = pino({ level: 'trace' }, { write: (line: string) => void this.lines.push(line) });
    await app.get(JobRunner).runDue({ url: database.appUrl, log });
  }

  /** Lets time pass, with a worker that looks before and after it. */
  async pass(milliseconds = 3 * MINUTE): Promise<void> {
    await this.work();
    this.world.clock.advance(milliseconds);
    await this.work();
  }

  /** What was mailed to the account since it was last asked, after a while. */
  async heard(account: string): Promise<string[]> {
    await this.pass();
    return this.mailsOf(account).map(({ text }) => text);
  }

  mailsOf(account: string): ReceivedMail[] {
    return this.post.drain().filter(({ to }) => to.includes(addressOf(account)));
  }

  async sent(account: string): Promise<SeenMessage[]> {
    type Read = { messages: { edges: { node: SeenMessage }[] } };
    const { messages } = await this.world.as(account).ask<Read>(SENT);
    return messages.edges.map(({ node }) => node);
  }

  robot(kind: 'WECOM' | 'DINGTALK' | 'FEISHU', secret: string | null = null) {
    const paths = {
      WECOM: '/cgi-bin/webhook/send?key=k3y-of-the-group-chat',
      DINGTALK: '/robot/send?access_token=t0ken0f0the0chat',
      FEISHU: '/open-apis/bot/v2/hook/h00k-of-the-chat',
    };
    return { kind, address: `${this.chat.origin}${paths[kind]}`, secret };
  }
}

export function addressOf(account: string): string {
  return `${account}@unit.example`;
}

export function codeIn(text = ''): string {
  const [code] = /\d{6}\.[a-z\d-]+/.exec(text) ?? [];
  if (code === undefined) throw new Error(`No code in: ${text}`);
  return code;
}
