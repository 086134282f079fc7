import { createHmac } from 'node:crypto';
import { RobotKind } from './robot-kind.enum.js';

/** A robot as a post has set it. */
export interface Robot {
  readonly kind: RobotKind;
  readonly address: string;
  /** With which it wants to be spoken to, if it does. */
  readonly secret: string | null;
}

/** One HTTP POST of JSON. */
export interface RobotRequest {
  readonly url: string;
  readonly body: object;
}

/** What a chat takes for a call to one of its people, or to all: `<at user_id="all">`, `<@name>`. */
const CALL = /<(?=\s*\/?\s*(?:at\b|@))/gi;
const FULL_WIDTH = '＜';

type Format = (robot: Robot, text: string, now: Date) => RobotRequest;

/** As each chat wants to be spoken to. */
const FORMATS: Readonly<Record<RobotKind, Format>> = {
  WECOM: ({ address }, content) => ({ url: address, body: { msgtype: 'text', text: { content } } }),
  DINGTALK: ({ address, secret }, content, now) => {
    const url = new URL(address);
    const timestamp = String(now.getTime());
    if (secret !== null) {
      url.searchParams.set('timestamp', timestamp);
      url.searchParams.set('sign', signatureOf(secret, `${timestamp}\n${secret}`));
    }
    return { url: url.href, body: { msgtype: 'text', text: { content } } };
  },
  FEISHU: ({ address, secret }, text, now) => {
    const timestamp = String(Math.floor(now.getTime() / 1000));
    // What others sign is the key here, and nothing is signed with it.
    const signed = secret === null ? {} : { timestamp, sign: signatureOf(`${timestamp}\n${secret}`, '') };
    return { url: address, body: { ...signed, msg_type: 'text', content: { text } } };
  },
};

/** Nobody is called by name in the chat: a title that is written as such a call is shown as it was written. */
export function robotRequest(robot: Robot, text: string, now: Date): RobotRequest {
  return FORMATS[robot.kind](robot, text.replaceAll(CALL, FULL_WIDTH), now);
}

/** Whether the answer says that the message was taken: each says no with HTTP 200. */
export function isTaken(kind: RobotKind, answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  return Reflect.get(answer, kind === RobotKind.FEISHU ? 'code' : 'errcode') === 0;
}

function signatureOf(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}
