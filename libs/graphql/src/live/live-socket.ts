import type { FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { LiveAnswers } from './live-answers.js';
import type { LiveBounds } from './live-settings.js';

/** Codes with which a socket is closed. Clients of graphql-ws come back by themselves after all but the last. */
export const CLOSE = {
  restarting: 1012,
  /** The database does not answer at the moment. */
  later: 1013,
  /** Sign in anew, or come with a token that is valid still. */
  signIn: 4403,
  failed: 4500,
} as const;

/** One client, and whether it still reads what it is sent. */
export class LiveSocket {
  /** Whether it has said who it is, and may be here; who has not yet is waited for elsewhere. */
  isLetIn = false;
  /** Whether one of its subscriptions met that nobody is signed in any more. */
  isSignedOut = false;
  /** What it subscribes to, also what its client has forgotten by using an id twice. */
  readonly answers = new Set<LiveAnswers>();
  /** With those that are being opened. */
  subscriptionCount = 0;
  private hasAnswered = true;

  constructor(
    readonly socket: WebSocket,
    readonly request: FastifyRequest,
    private readonly bounds: LiveBounds,
  ) {
    socket.on('pong', () => (this.hasAnswered = true));
    // By ourselves: what answers them is held to the same bound as any other message.
    socket.on('ping', (data) => this.pass(data.length, () => socket.pong(data)));
  }

  /** Nothing is sent to who has gone; who does not read is let go, and takes up again from its cursor. */
  async send(text: string): Promise<void> {
    await new Promise<void>((resolve) => {
      const goes = this.pass(Buffer.byteLength(text), () => this.socket.send(text, () => resolve()));
      if (!goes) resolve();
    });
  }

  readonly close = (code?: number, reason?: string): void => {
    this.socket.close(code, reason);
  };

  /** Who has not answered the last one is gone. */
  ping(): void {
    const { socket } = this;
    if (!this.hasAnswered) return socket.terminate();
    this.hasAnswered = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }

  private pass(bytes: number, send: () => void): boolean {
    const { socket, bounds } = this;
    if (socket.readyState !== socket.OPEN) return false;
    const hasRoom = socket.bufferedAmount + bytes <= bounds.mostUnread;
    // A word of farewell would wait behind all that is unread.
    if (hasRoom) send();
    else socket.terminate();
    return hasRoom;
  }
}
