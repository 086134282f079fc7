import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** When a connection is cut: once the request is through, or once its answer has been made. */
export type Cut = 'at work' | 'answered';

/** Stands before a server and hands everything on; the next request can be made to lose its answer. */
export class CuttingProxy {
  private readonly sockets = new Set<Socket>();
  private next: Cut | null = null;
  /** How many connections it has cut. */
  cuts = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(port: number): Promise<CuttingProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port: own } = server.address() as AddressInfo;
    const proxy = new CuttingProxy(server, `http://127.0.0.1:${own}/graphql`);
    server.on('connection', (client) => proxy.handOn(client, connect(port, '127.0.0.1')));
    return proxy;
  }

  cutNext(cut: Cut): void {
    this.next = cut;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private handOn(client: Socket, api: Socket): void {
    for (const socket of [client, api]) {
      this.sockets.add(socket);
      // A cut is what this is for: the other side's complaint about it tells nothing.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.sockets.delete(socket));
    }
    client.on('data', (bytes) => {
      api.write(bytes);
      if (this.next === 'at work') this.cut(client);
    });
    api.on('data', (bytes) => {
      if (this.next === 'answered') this.cut(client);
      else if (!client.destroyed) client.write(bytes);
    });
    api.on('close', () => client.destroy());
  }

  /** The API’s side stays open, so that it goes on with what it was asked. */
  private cut(client: Socket): void {
    this.next = null;
    this.cuts += 1;
    client.destroy();
  }
}
