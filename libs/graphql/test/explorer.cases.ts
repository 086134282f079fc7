import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startToyApp } from './toy-app.js';

describe('explorer', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startToyApp();
  });
  afterAll(() => app.close());

  test('every file the page asks for is ours and there', async () => {
    const page = await app.inject('/explorer');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, file]) => file)
      .filter((file) => file !== 'data:,');
    expect(files).toHaveLength(5);
    for (const file of files) {
      const asset = await app.inject(`/${file}`);
      expect([file, asset.statusCode]).toEqual([file, 200]);
      expect(asset.body.length).toBeGreaterThan(100);
    }
  });

  test('the start script carries the example tabs', async () => {
    expect((await app.inject('/explorer/start.js')).body).toContain('"query":"{ toys { totalCount } }"');
  });
});
