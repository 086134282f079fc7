import { RobotKind } from './robot-kind.enum.js';

interface Door {
  readonly origin: string;
  readonly path: RegExp;
  /** The query parameter that is the key; null where it stands in the path. */
  readonly key: string | null;
}

/** Where the makers of the chats have robots stand. */
const DOORS: Readonly<Record<RobotKind, Door>> = {
  WECOM: { origin: 'https://qyapi.weixin.qq.com', path: /^\/cgi-bin\/webhook\/send$/, key: 'key' },
  DINGTALK: { origin: 'https://oapi.dingtalk.com', path: /^\/robot\/send$/, key: 'access_token' },
  FEISHU: { origin: 'https://open.feishu.cn', path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/, key: null },
};

/** Whether the address is that of a robot, on no host but its maker’s or one that the operator has named. */
export function isRobotAddress(kind: RobotKind, address: string, otherOrigins: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, pathname, username, password, hash, searchParams, href } = new URL(address);
  const door = DOORS[kind];
  const keys = [...searchParams.keys()];
  return (
    // As it was written: nothing that a reader would take for another host.
    href === address &&
    (origin === door.origin || otherOrigins.includes(origin)) &&
    username === '' &&
    password === '' &&
    hash === '' &&
    door.path.test(pathname) &&
    (door.key === null
      ? keys.length === 0
      : keys.length === 1 && /^[\w-]+$/.test(searchParams.get(door.key) ?? ''))
  );
}

/** Enough to know it again: whoever has the whole may write into the chat. */
export function maskAddress(address: string): string {
  return `${new URL(address).origin}/…${address.slice(-4)}`;
}
