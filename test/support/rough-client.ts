import { once } from 'node:events';
import { WebSocket, type ClientOptions } from 'ws';
import { until } from './processes.js';

const PROTOCOL = 'graphql-transport-ws';

/** A client that keeps to nothing. */
export class RoughClient {
  readonly heard: Record<string, unknown>[] = [];
  readonly closed: Promise<number>;

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('message', (data: Buffer) => this.heard.push(JSON.parse(data.toString())));
    socket.on('error', () => {});
  }

  static async open(
    url: string,
    token: string | null = null,
    protocol = PROTOCOL,
    options: ClientOptions = {},
  ): Promise<RoughClient> {
    const rough = new RoughClient(new WebSocket(url, protocol, options));
    await once(rough.socket, 'open');
    if (token === null) return rough;
    const payload = { authorization: `Bearer ${token}` };
    rough.say({ type: 'connection_init', payload });
    await until('it is let in', () => rough.heard.some(({ type }) => type === 'connection_ack'));
    return rough;
  }

  say(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  async code(): Promise<number> {
    return this.closed;
  }

  /** What came for one subscription. */
  of(id: string): Record<string, unknown>[] {
    return this.heard.filter((one) => one['id'] === id);
  }
}
