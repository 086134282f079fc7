import type { FastifyRequest } from 'fastify';
import { handleProtocols } from 'graphql-ws';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { ApiError } from '../errors/api-error.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { LiveProtocol } from './live-protocol.js';
import { LIVE_BOUNDS, type LiveBounds, type LiveSettings } from './live-settings.js';
import { CLOSE, LiveSocket } from './live-socket.js';
import { Tally } from './tally.js';

/** The sockets of this process, over which clients subscribe. */
export class LiveSockets {
  private readonly bounds: LiveBounds;
  private readonly protocol: LiveProtocol;
  private readonly upgrader: WebSocketServer;
  private readonly sockets = new Set<LiveSocket>();
  private readonly ofAddress = new Tally();
  private readonly pulse: NodeJS.Timeout;
  private checking: Promise<void> | null = null;

  constructor(settings: LiveSettings) {
    this.bounds = { ...LIVE_BOUNDS, ...settings.bounds };
    this.protocol = new LiveProtocol(settings, this.bounds);
    this.upgrader = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: this.bounds.longestMessage,
      perMessageDeflate: false,
      autoPong: false,
      handleProtocols,
    });
    this.pulse = setInterval(() => this.beat(), this.bounds.pulse);
    this.pulse.unref();
  }

  get socketCount(): number {
    return this.sockets.size;
  }

  get subscriptionCount(): number {
    return this.protocol.subscriptionCount;
  }

  /** @throws ApiError TOO_MANY_REQUESTS when this process, or this address, has as many as it may */
  expectRoom({ ip }: FastifyRequest): void {
    const { socketsOfProcess, socketsOfAddress } = this.bounds;
    if (this.sockets.size >= socketsOfProcess || this.ofAddress.of(ip) >= socketsOfAddress)
      throw new ApiError('TOO_MANY_REQUESTS', GRAPHQL_WORDS.tooManySockets);
  }

  /** The request becomes a socket, unless it does not ask for one as it should. */
  take(request: FastifyRequest, socket: Duplex, head: Buffer): void {
    this.upgrader.handleUpgrade(request.raw, socket, head, (opened) =>
      this.open(new LiveSocket(opened, request, this.bounds)),
    );
  }

  /** Lets all clients go, who then come back to another process. */
  async close(): Promise<void> {
    clearInterval(this.pulse);
    const all = [...this.sockets];
    const gone = Promise.all(all.map(goneFrom));
    for (const one of all) one.close(CLOSE.restarting, 'This process stops; come back.');
    const late = setTimeout(() => all.forEach(({ socket }) => socket.terminate()), this.bounds.farewell);
    await gone;
    clearTimeout(late);
    await this.checking;
    await this.protocol.looks.rest();
  }

  private open(live: LiveSocket): void {
    const { socket, request } = live;
    this.sockets.add(live);
    this.ofAddress.add(request.ip);
    // What a client breaks off is its own affair; the end follows.
    socket.on('error', () => {});
    const fail = (error: unknown): void => this.protocol.fail(live, error);
    const closed = this.protocol.server.opened(
      {
        protocol: socket.protocol,
        send: (text) => live.send(text),
        close: live.close,
        onMessage: (hear) =>
          void socket.on('message', (data: Buffer) => void hear(data.toString()).catch(fail)),
      },
      live,
    );
    socket.once('close', (code, reason) => {
      this.sockets.delete(live);
      this.ofAddress.remove(request.ip);
      for (const answers of live.answers) answers.return().catch(fail);
      closed(code, String(reason)).catch(fail);
    });
  }

  /** A token runs out, and a post is revoked, also while nothing happens. */
  private beat(): void {
    for (const live of this.sockets) live.ping();
    this.checking ??= this.checkSignIns().finally(() => (this.checking = null));
  }

  /** One after the other, so that thousands of them do not stand before what there is to tell. */
  private async checkSignIns(): Promise<void> {
    for (const live of this.sockets) if (live.isLetIn) await this.protocol.checkAgain(live);
  }
}

/** Whatever it breaks off with: the end follows. */
function goneFrom({ socket }: LiveSocket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}
