import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = 2;

/** As much of S3 as the store uses, path-style, over HTTP; unsigned requests are refused. */
export class Bucket {
  readonly objects = new Map<string, { bytes: Buffer; at: Date }>();
  /** Answers 503 so many times, as a busy service does. */
  failures = 0;
  private readonly server = createServer((request, response) => {
    void this.answer(request).then(([status, body]) => response.writeHead(status).end(body));
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => void this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/lianjian`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => void this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<[number, Buffer | string]> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const signed = /^AWS4-HMAC-SHA256 Credential=id\/\d{8}\/us-east-1\/s3\/aws4_request, /;
    if (!signed.test(request.headers.authorization ?? '')) return [403, 'unsigned'];
    if (this.failures > 0) {
      this.failures -= 1;
      return [503, 'busy'];
    }
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://bucket');
    const key = pathname.replace('/lianjian/', '');
    if (request.method === 'PUT') this.objects.set(key, { bytes: Buffer.concat(chunks), at: new Date() });
    if (request.method === 'DELETE') this.objects.delete(key);
    if (request.method !== 'GET') return [200, ''];
    if (searchParams.has('list-type'))
      return [200, this.list(Number(searchParams.get('continuation-token') ?? 0))];
    const found = this.objects.get(key);
    return found ? [200, found.bytes] : [404, '<Error><Code>NoSuchKey</Code></Error>'];
  }

  private list(from: number): string {
    const all = [...this.objects].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const page = all
      .slice(from, from + PAGE)
      .map(
        ([key, { at }]) =>
          `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified></Contents>`,
      );
    const next =
      from + PAGE < all.length ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : '';
    return `<ListBucketResult>${page.join('')}${next}</ListBucketResult>`;
  }
}
