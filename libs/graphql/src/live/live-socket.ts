import type { FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { LiveBounds } from './live-settings.js';

/** Codes with which a socket is closed. Clients of graphql-ws come back by themselves after the first two. */
export const CLOSE = {
  restarting: 1012,
  /** Sign in anew, or come with a token that is valid still. */
  signIn: 4403,
  failed: 4500,
} as const;

/** One client, and whether it still reads what it is sent. */
export class LiveSocket {
  /** Whether one of its subscriptions met that nobody is signed in any more. */
  isSignedOut = false;
  private hasAnswered = true;

  constructor(
    readonly socket: WebSocket,
    readonly request: FastifyRequest,
    private readonly bounds: LiveBounds,
  ) {
    socket.on('pong', () => (this.hasAnswered = true));
  }

  /** Nothing is sent to who has gone; who does not read is let go, and takes up again from its cursor. */
  async send(text: string): Promise<void> {
    const { socket, bounds } = this;
    if (socket.readyState !== socket.OPEN) return;
    // A word of farewell would wait behind all that is unread.
    if (socket.bufferedAmount + text.length > bounds.mostUnread) socket.terminate();
    else await new Promise<void>((resolve) => socket.send(text, () => resolve()));
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
}
