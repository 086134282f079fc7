import { FileStore, FileSweep } from '#files';
import { fromGlobalId } from '#graphql';
import { JobRunner } from '#jobs';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { attachPicture } from './support/attached.js';
import { Bucket } from './support/bucket.js';
import { queryAsSuperuser } from './support/cluster.js';
import { DOCX, JPEG, makePng, PDF, PNG } from './support/sample-files.js';
import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

const FILES = `query ($id: ID!) { node(id: $id) {
  ... on Offer { files { id name mediaType bytes path own attachedAt } }
  ... on Booking { files { id name own } }
} }`;
const LINES = `query ($id: ID!) { node(id: $id) { ... on Offer {
  auditLines { edges { node { part act changes { field before after } } } }
} } }`;
const REMOVE = `mutation ($id: ID!) { removeFile(id: $id) { id name } }`;
const WITHDRAW = `mutation ($id: ID!, $version: Int!) { withdrawOffer(id: $id, version: $version) { __typename } }`;
const VERSION = `query ($id: ID!) { node(id: $id) { ... on Offer { version } } }`;
const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id } } }`;
const HOUR = 3_600_000;
const MEGABYTE = 1024 * 1024;

type Answer = Awaited<ReturnType<TestClient['send']>>;
interface Line {
  part: string;
  act: string;
  changes: { field: string; before: string | null; after: string | null }[];
}
interface Audited {
  node: { auditLines: { edges: { node: Line }[] } };
}
interface Carrying {
  node: { files: { id: string; name: string; path: string; own: boolean }[] } | null;
}

describe('Files', () => {
  let world: World;
  let hall: string;
  beforeAll(async () => {
    world = await startWorld({ env: { FILE_QUOTA_MB: '12' } });
  });
  beforeEach(async () => {
    hall = await world.offer('hall');
  });
  afterAll(() => world.close());

  const owner = (): TestClient => world.as('southeast-kindergarten');
  const get = (client: TestClient, id: string, headers: Record<string, string> = {}): Promise<Answer> =>
    client.send({ method: 'GET', url: `/files/${id}`, headers });
  const listOn = async (client: TestClient, id: string) =>
    (await client.ask<Carrying>(FILES, { id })).node?.files;
  const errorOf = (answer: Answer) =>
    answer.json<{
      errors: { message: string; extensions: { code: string; fields?: { path: string }[] } }[];
    }>().errors[0];
  /** How many bytes' keys, and how many rows, there are. */
  const count = async (): Promise<{ stored: number; rows: number }> => {
    const names = readdirSync(world.api.dir, { recursive: true, withFileTypes: true });
    const rows = await queryAsSuperuser<{ n: number }>(
      'SELECT count(*)::int AS n FROM file',
      world.api.database.name,
    );
    return { stored: names.filter((entry) => entry.isFile()).length, rows: rows[0]?.n ?? -1 };
  };
  const runJobs = (): Promise<unknown> =>
    world.api.app.get(JobRunner).runDue({ url: world.api.database.appUrl, log: pino({ level: 'silent' }) });

  it('hang on an offer as soon as they are sent, and are seen by whoever sees it', async () => {
    const answer = await owner().attach(hall, '礼堂 (东).jpg', JPEG);
    expect(answer.statusCode).toBe(201);
    const { file } = answer.json<{ file: { id: string; path: string } }>();
    expect(answer.headers.location).toBe(file.path);
    expect(file).toMatchObject({ name: '礼堂 (东).jpg', mediaType: 'image/jpeg', bytes: JPEG.length });
    expect(await listOn(world.as('clinic'), hall)).toEqual([{ ...file, own: false }]);
    // A representative of residents acts for no unit.
    expect(await listOn(world.as('resident-1'), hall)).toEqual([{ ...file, own: false }]);
    expect(await listOn(owner(), hall)).toMatchObject([{ own: true }]);
    const picture = await get(world.as('clinic'), file.id);
    expect(picture.rawPayload).toEqual(JPEG);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(JPEG.length),
      'content-disposition': `inline; filename="__ (_).jpg"; filename*=UTF-8''%E7%A4%BC%E5%A0%82%20%28%E4%B8%9C%29.jpg`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
    });
    const again = await get(world.as('clinic'), file.id, { 'if-none-match': String(picture.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('of any type but pictures are saved and not shown', async () => {
    for (const [name, bytes] of [
      ['租用须知.pdf', PDF],
      ['登记表.docx', DOCX],
    ] as const) {
      const { file } = (await owner().attach(hall, name, bytes)).json<{ file: { id: string } }>();
      const { headers } = await get(owner(), file.id);
      expect(headers['content-disposition']).toMatch(/^attachment; /);
    }
  });

  it('follow what they hang on: out of sight with it, and back', async () => {
    const { id, version } = await world.draft('hall');
    const file = await attachPicture(owner(), id);
    expect((await get(world.as('clinic'), file)).statusCode).toBe(404);
    const publish = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
      publishOffer(id: $id, version: $version, networkIds: $networkIds) { __typename } }`;
    await owner().ask(publish, { id, version, networkIds: [world.network('southeast')] });
    expect((await get(world.as('clinic'), file)).statusCode).toBe(200);
    expect((await get(world.as('zhoupu-steward'), file)).statusCode).toBe(200);
    const { node } = await owner().ask<{ node: { version: number } }>(VERSION, { id });
    await owner().ask(WITHDRAW, { id, version: node.version });
    expect((await get(world.as('clinic'), file)).statusCode).toBe(404);
    expect((await get(owner(), file)).statusCode).toBe(200);
    // The row itself is hidden, and not only what it hangs on.
    const [row] = await queryAsSuperuser<{ network_ids: string[] }>(
      `SELECT network_ids FROM file WHERE carrier_id = '${fromGlobalId('Offer', id)}'`,
      world.api.database.name,
    );
    expect(row?.network_ids).toEqual([]);
  });

  it('of a booking are of both sides and the committee, and of nobody else', async () => {
    const input = {
      offerId: hall,
      networkId: world.network('southeast'),
      startsAt: '2026-12-12T10:00:00+08:00',
      endsAt: '2026-12-12T11:00:00+08:00',
      purpose: '义诊',
    };
    const { requestBooking } = await world
      .as('clinic')
      .ask<{ requestBooking: { id: string } }>(REQUEST, { input });
    const booking = requestBooking.id;
    const plan = await attachPicture(world.as('clinic'), booking, 'plan.png');
    world.clock.advance(1000);
    const rules = await attachPicture(owner(), booking, 'rules.png');
    const seen = [
      { name: 'plan.png', own: true },
      { name: 'rules.png', own: false },
    ];
    expect(await listOn(world.as('clinic'), booking)).toMatchObject(seen);
    for (const account of ['clinic', 'southeast-kindergarten', 'southeast-committee'])
      for (const id of [plan, rules]) expect((await get(world.as(account), id)).statusCode).toBe(200);
    for (const account of ['food-market', 'zhoupu-steward', 'resident-1'])
      for (const id of [plan, rules]) expect((await get(world.as(account), id)).statusCode).toBe(404);
    const foreign = await owner().tryAsk(REMOVE, { id: plan });
    expect(foreign.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(
      errorOf(await world.as('southeast-committee').attach(booking, 'x.png', PNG))?.extensions.code,
    ).toBe('FORBIDDEN');
  });

  it('that are removed are gone at once, and their bytes with the next job', async () => {
    const id = await attachPicture(owner(), hall);
    const before = await count();
    await owner().ask(REMOVE, { id });
    expect((await get(owner(), id)).statusCode).toBe(404);
    expect(await listOn(owner(), hall)).toEqual([]);
    expect(await count()).toEqual({ stored: before.stored, rows: before.rows - 1 });
    await runJobs();
    expect(await count()).toEqual({ stored: before.stored - 1, rows: before.rows - 1 });
    expect((await owner().tryAsk(REMOVE, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('leave a line when they come and when they go, on what they hang on', async () => {
    const { id, version } = await world.draft('hall');
    const file = await attachPicture(owner(), id, 'front.png');
    const publish = `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
      publishOffer(id: $id, version: $version, networkIds: $networkIds) { __typename } }`;
    await owner().ask(publish, { id, version, networkIds: [world.network('southeast')] });
    world.clock.advance(1000);
    await owner().ask(REMOVE, { id: file });
    await runJobs();
    const linesFor = async (client: TestClient): Promise<Line[]> =>
      (await client.ask<Audited>(LINES, { id })).node.auditLines.edges
        .map(({ node }) => node)
        .filter(({ part }) => part === 'File');
    const named = (before: string | null, after: string | null) =>
      expect.arrayContaining([{ field: 'name', before, after }]) as unknown;
    // Following what it hangs on is no act of its own.
    const [gone, came, ...rest] = await linesFor(owner());
    expect(gone).toMatchObject({ act: 'REMOVED', changes: named('front.png', null) });
    expect(came).toMatchObject({ act: 'CREATED', changes: named(null, 'front.png') });
    expect(rest).toEqual([]);
    expect(came?.changes.map(({ field }) => field).toSorted()).toEqual(['bytes', 'mediaType', 'name']);
    // It came while the offer was a draft: that is the owner's alone.
    expect((await linesFor(world.as('clinic'))).map(({ act }) => act)).toEqual(['REMOVED']);
  });

  it('sent again after a lost answer are the same file', async () => {
    const first = await owner().attach(hall, 'a.png', PNG);
    const before = await count();
    const second = await owner().attach(hall, 'a.png', PNG);
    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    expect(second.json()).toEqual(first.json());
    expect(await count()).toEqual(before);
    const both = await Promise.all([owner().attach(hall, 'b.png', PNG), owner().attach(hall, 'b.png', PNG)]);
    expect(both.map(({ statusCode }) => String(statusCode)).toSorted()).toEqual(['200', '201']);
    expect(await count()).toEqual({ stored: before.stored + 1, rows: before.rows + 1 });
  });

  describe('that are not taken leave nothing behind:', () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    it.each([
      ['a picture that is a script', 'x.png', svg, 'body', /none of JPEG/],
      ['an empty file', 'x.png', Buffer.alloc(0), 'body', /empty/],
      ['a program', 'x.pdf', Buffer.from('MZ\x90'), 'body', /none of/],
      ['a path', '../../x.png', PNG, 'name', /path/],
      ['NUL in the name', 'x\0.png', PNG, 'name', /cannot be shown/],
      ['a name of 300 characters', 'x'.repeat(300), PNG, 'name', /300 characters/],
      ['a name that reads backwards', 'x\u202Egnp.exe', PNG, 'name', /cannot be shown/],
    ])('%s', async (_what, name, bytes, path, why) => {
      const before = await count();
      const answer = await owner().attach(hall, name, bytes);
      expect(answer.statusCode).toBe(400);
      const error = errorOf(answer);
      expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', requestId: 'test-request' });
      expect(error?.extensions.fields?.[0]?.path).toBe(path);
      expect(error?.message).toMatch(why);
      expect(await count()).toEqual(before);
    });

    it.each([
      [{ 'content-type': 'multipart/form-data; boundary=x' }, 'name=x.png', /not a form/],
      [{ 'content-type': 'image/png', 'content-encoding': 'gzip' }, 'name=x.png', /content encoding/],
      [{}, '', /name: Give it once/],
      [{}, 'name=x.png&name=y.png', /name: Give it once/],
    ])('a request with %j and "%s"', async (headers, query, why) => {
      const url = `/files?to=${hall}&${query}`;
      const answer = await owner().send({ method: 'POST', url, payload: PNG, headers });
      expect([answer.statusCode, errorOf(answer)?.message]).toEqual([400, expect.stringMatching(why)]);
    });

    it('from a post that acts for no unit, and from nobody', async () => {
      expect((await world.as('zhoupu-steward').attach(hall, 'x.png', PNG)).statusCode).toBe(403);
      expect((await world.nobody().attach(hall, 'x.png', PNG)).statusCode).toBe(401);
      expect((await world.withToken('forged').attach(hall, 'x.png', PNG)).statusCode).toBe(401);
    });
  });

  it('have room until the unit’s is used up, also for two that are sent at once', async () => {
    const fleet = world.as('bus-639');
    const bus = await world.offer('bus-45');
    const large = (mark: number): Buffer => Buffer.concat([JPEG, Buffer.alloc(7 * MEGABYTE, mark)]);
    const before = await count();
    const both = await Promise.all([
      fleet.attach(bus, '1.jpg', large(1)),
      fleet.attach(bus, '2.jpg', large(2)),
    ]);
    expect(both.map(({ statusCode }) => String(statusCode)).toSorted()).toEqual(['201', '413']);
    expect(errorOf(await fleet.attach(bus, '3.jpg', large(3)))?.message).toBe(
      "Your unit's files may take 12 MB together; 5.0 MB are left. Remove some first.",
    );
    expect(await count()).toEqual({ stored: before.stored + 1, rows: before.rows + 1 });
    expect((await owner().attach(hall, '3.jpg', large(3))).statusCode).toBe(201);
  });

  it('are at most twenty on one thing', async () => {
    const { id } = await world.draft('hall');
    for (let n = 0; n < 20; n++) await attachPicture(owner(), id, `${n}.png`);
    expect(errorOf(await owner().attach(id, '20.png', PNG))?.message).toMatch(/At most 20/);
  });

  describe('when the process is killed', () => {
    const store = (): FileStore => world.api.app.get(FileStore);

    it('between bytes and row: there is no row, and an hour later no bytes', async () => {
      const before = await count();
      const put = store().put.bind(store());
      // What a kill leaves: the bytes are written, and nothing that comes after is done.
      Object.assign(store(), {
        put: async (...args: Parameters<FileStore['put']>) => {
          await put(...args);
          throw new Error('killed');
        },
      });
      expect((await owner().attach(hall, 'cut.png', PNG)).statusCode).toBe(500);
      Reflect.deleteProperty(store(), 'put');
      expect(world.api.failures.splice(0)).toHaveLength(1);
      expect(await count()).toEqual({ stored: before.stored + 1, rows: before.rows });
      const sweep = world.api.app.get(FileSweep);
      world.clock.set(new Date(Date.now() + HOUR / 2));
      await sweep.sweep();
      expect(await count()).toEqual({ stored: before.stored + 1, rows: before.rows });
      world.clock.set(new Date(Date.now() + 2 * HOUR));
      await sweep.sweep();
      expect(await count()).toEqual(before);
      world.clock.set('2026-11-23T09:00:00+08:00');
    });

    it('before the bytes are whole: nothing is stored', async () => {
      const before = await count();
      Object.assign(store(), { put: () => Promise.reject(new Error('disk full')) });
      const answer = await owner().attach(hall, 'cut.png', PNG);
      Reflect.deleteProperty(store(), 'put');
      expect(errorOf(answer)?.extensions.code).toBe('INTERNAL');
      expect(answer.body).not.toContain('disk');
      expect(world.api.failures.splice(0)).toHaveLength(1);
      expect(await count()).toEqual(before);
    });
  });

  describe('over a real connection', () => {
    let port: number;
    beforeAll(async () => {
      await world.api.app.listen(0, '127.0.0.1');
      port = Number(new URL(await world.api.app.getUrl()).port);
    });

    const path = (): string => `/files?${new URLSearchParams({ to: hall, name: 'x.jpg' }).toString()}`;
    const headers = async (more: object = {}) => ({
      authorization: `Bearer ${await owner().token()}`,
      ...more,
    });

    it('that sends without end, the eleventh megabyte is refused and the answer arrives', async () => {
      const before = await count();
      const sending = request({ port, method: 'POST', path: path(), headers: await headers() });
      const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
      const endless = [JPEG, ...Array.from({ length: 30 }, () => Buffer.alloc(MEGABYTE))];
      Readable.from(endless).pipe(sending);
      const [answer] = await answered;
      expect([answer.statusCode, await text(answer)]).toEqual([
        413,
        expect.stringContaining('at most 10 MB'),
      ]);
      sending.destroy();
      expect(await count()).toEqual(before);
    });

    it.each(['/files', '/import/offers.xlsx'])(
      'that only says it is too large, %s answers without waiting for it',
      async (url) => {
        const query = url === '/files' ? path().slice(url.length) : '';
        const claimed = await headers({ 'content-length': String(10 * MEGABYTE + 1) });
        const sending = request({ port, method: 'POST', path: url + query, headers: claimed });
        const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
        sending.flushHeaders();
        const [answer] = await answered;
        expect([answer.statusCode, await text(answer)]).toEqual([
          413,
          expect.stringContaining('PAYLOAD_TOO_LARGE'),
        ]);
        sending.destroy();
      },
    );

    it('that breaks off before the length it claimed, nothing is stored', async () => {
      const before = await count();
      const token = await owner().token();
      const socket = connect(port, '127.0.0.1').resume();
      socket.write(
        `POST ${path()} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\ncontent-length: 5000\r\n\r\n`,
      );
      socket.end(PNG);
      await once(socket, 'close');
      expect(await count()).toEqual(before);
      expect(world.api.failures).toEqual([]);
    });

    it('in pieces and without a length, it is taken', async () => {
      const sending = request({ port, method: 'POST', path: path(), headers: await headers() });
      const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
      for (const byte of makePng(2, 2)) sending.write(Buffer.from([byte]));
      sending.end();
      const [answer] = await answered;
      answer.resume();
      expect(answer.statusCode).toBe(201);
    });
  });
});

describe('Files in a bucket', () => {
  const bucket = new Bucket();
  let world: World;
  beforeAll(async () => {
    const s3 = { S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
    world = await startWorld({ env: { S3_BUCKET_URL: await bucket.start(), ...s3 } });
  });
  afterAll(async () => {
    await world.close();
    await bucket.stop();
  });

  it('come, are read, and go as they do on disk', async () => {
    const owner = world.as('southeast-kindergarten');
    const id = await attachPicture(owner, await world.offer('hall'));
    expect([...bucket.objects.values()].map(({ bytes }) => bytes)).toEqual([PNG]);
    expect((await owner.send({ method: 'GET', url: `/files/${id}` })).rawPayload).toEqual(PNG);
    await owner.ask(REMOVE, { id });
    const { app, database } = world.api;
    await app.get(JobRunner).runDue({ url: database.appUrl, log: pino({ level: 'silent' }) });
    expect(bucket.objects.size).toBe(0);
  });
});
