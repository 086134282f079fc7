import type { AddressInfo } from 'node:net';
import type { Answer, TestClient } from './test-client.js';
import { Feed, liveClient } from './live-server.js';

/** What a subscription tells first, over a socket; without data when the socket was closed on whoever asks. */
export async function firstAnswer<Data>(
  client: TestClient,
  document: string,
  variables: object = {},
): Promise<Pick<Answer<Data>, 'data' | 'errors'>> {
  const { app } = client;
  const server = app.getHttpServer();
  if (!server.listening) await app.listen(0, '127.0.0.1');
  const { port } = server.address() as AddressInfo;
  const live = liveClient(`ws://127.0.0.1:${port}/graphql`, await client.token());
  try {
    const feed = new Feed<Data>(live, document, { ...variables });
    const { data = null, errors } = await feed.nextAnswer();
    return { data, ...(errors && { errors: errors as unknown as NonNullable<Answer<Data>['errors']> }) };
  } catch (error) {
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 4403)) throw error;
    return { data: null };
  } finally {
    await live.dispose();
  }
}
