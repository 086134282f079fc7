import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedPost {
  readonly url: string;
  readonly body: {
    readonly msgtype?: string;
    readonly msg_type?: string;
    readonly text?: { readonly content: string };
    readonly content?: { readonly text: string };
    readonly timestamp?: string;
    readonly sign?: string;
  };
}

/** Stands where the robots of all three chats would, and answers as they do. */
export class RobotReceiver {
  private readonly posts: ReceivedPost[] = [];
  /** In place of the answer that all is well. */
  answer: ((response: ServerResponse) => void) | null = null;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<RobotReceiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ReceivedPost['body'];
        receiver.posts.push({ url: request.url ?? '', body });
        if (receiver.answer) receiver.answer(response);
        else response.end(JSON.stringify({ errcode: 0, code: 0 }));
      });
    });
    const receiver = new RobotReceiver(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  drain(): ReceivedPost[] {
    return this.posts.splice(0);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
