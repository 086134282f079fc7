import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServerResponse, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { LiveSockets } from './live-sockets.js';

interface Upgrade {
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** Requests that want to become sockets; they pass the hooks of all others first. */
export class Upgrades {
  private readonly waiting = new WeakMap<IncomingMessage, Upgrade>();
  private sockets: LiveSockets | null = null;

  /** Call it before the server listens. */
  serve(app: NestFastifyApplication, sockets: LiveSockets): void {
    this.sockets = sockets;
    const fastify = app.getHttpAdapter().getInstance();
    const { server } = fastify;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // Node has let go of it: a client that breaks off must not end the process.
      socket.on('error', () => socket.destroy());
      if (!/^websocket$/i.test(request.headers.upgrade ?? ''))
        return answerAsUsual(request, socket, head, (again) => server.emit('connection', again));
      this.waiting.set(request, { socket, head });
      const response = new ServerResponse(request);
      response.shouldKeepAlive = false;
      response.assignSocket(socket as never);
      // One that is only ended stays until the client ends it too, and is counted nowhere.
      response.once('finish', () => socket.end(() => socket.destroy()));
      fastify.routing(request, response);
    });
    fastify.addHook('preClose', () => sockets.close());
  }

  /** Takes a request over that asks for a socket; false for any other. @throws ApiError when there is no room */
  take(request: FastifyRequest, reply: FastifyReply): boolean {
    const upgrade = this.waiting.get(request.raw);
    if (!upgrade || !this.sockets) return false;
    this.sockets.expectRoom(request);
    reply.hijack();
    reply.raw.detachSocket(upgrade.socket as never);
    this.sockets.take(request, upgrade.socket, upgrade.head);
    return true;
  }
}

/** Some clients offer HTTP/2 with each request. Node hands over the connection; it is read again without the offer. */
function answerAsUsual(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  connect: (socket: Duplex) => void,
): void {
  const lines = [`${request.method} ${request.url} HTTP/${request.httpVersion}`];
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const [name = '', value = ''] = request.rawHeaders.slice(at, at + 2);
    if (!/^(upgrade|connection|http2-settings)$/i.test(name)) lines.push(`${name}: ${value}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  connect(socket);
}
