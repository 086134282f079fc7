import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';

/** A span as it came over the wire. */
export interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly { key: string; value: Record<string, unknown> }[];
  readonly status: { readonly code?: number; readonly message?: string };
}

interface Export {
  resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[];
}

/** Takes traces by OTLP over HTTP, as JSON, and keeps them. */
export class TraceCollector {
  readonly bodies: string[] = [];

  private constructor(private readonly server: Server) {}

  static async open(port: number): Promise<TraceCollector> {
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        collector.bodies.push(body);
        return response.writeHead(request.url === '/v1/traces' ? 200 : 404).end('{}');
      });
    });
    const collector = new TraceCollector(server);
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return collector;
  }

  get spans(): SentSpan[] {
    const exports = this.bodies.map((body) => JSON.parse(body) as Export);
    return exports.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    );
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
