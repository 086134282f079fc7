import { AwsClient } from 'aws4fetch';
import { Readable } from 'node:stream';
import type { S3Settings } from '#config';
import { FileStore, findKey, pathOf, type FileKey } from './file-store.js';

const ANSWER_MS = 20_000;
const TRIES = 3;

/** Objects of a bucket, path-style, at whatever speaks S3; for APIs and workers on several machines. */
export class S3Store extends FileStore {
  private readonly client: AwsClient;
  private readonly bucketUrl: string;

  constructor({ bucketUrl, region, accessKeyId, secretAccessKey }: S3Settings) {
    super();
    this.bucketUrl = bucketUrl.replace(/\/$/, '');
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: TRIES - 1 });
  }

  /** Not asked at start: a service that is away for a moment must not keep the platform down. */
  async prepare(): Promise<void> {}

  async put(key: FileKey, bytes: Buffer): Promise<void> {
    await this.ask('PUT', pathOf(key), new Uint8Array(bytes));
  }

  async open(key: FileKey): Promise<Readable> {
    const { body } = await this.ask('GET', pathOf(key));
    if (!body) throw new Error('The store answered without a body.');
    return Readable.fromWeb(body);
  }

  async remove(key: FileKey): Promise<void> {
    await this.ask('DELETE', pathOf(key));
  }

  async *list(writtenBefore: Date): AsyncIterable<FileKey> {
    let next: string | undefined;
    do {
      const query = new URLSearchParams({ 'list-type': '2', ...(next && { 'continuation-token': next }) });
      const page = await (await this.ask('GET', `?${query.toString()}`)).text();
      for (const [object] of page.matchAll(/<Contents>.*?<\/Contents>/gs)) {
        const key = findKey(textOf(object, 'Key') ?? '');
        if (key && new Date(textOf(object, 'LastModified') ?? '') < writtenBefore) yield key;
      }
      next = textOf(page, 'NextContinuationToken');
    } while (next);
  }

  private async ask(method: string, path: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const url = `${this.bucketUrl}/${path}`;
    const answer = await this.client.fetch(url, { method, signal, ...(body && { body }) });
    if (answer.ok) return answer;
    await answer.body?.cancel();
    throw new Error(`The store of files answered ${answer.status} to ${method}.`);
  }
}

function textOf(xml: string, tag: string): string | undefined {
  const text = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1];
  return text
    ?.replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
