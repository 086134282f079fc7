import { queryAsSuperuser } from '../support/cluster.js';
import { DoingActs, type HeldDish } from '../support/doing-acts.js';
import { onDay } from '../support/menu-acts.js';
import { startWorld, type World } from '../support/world.js';

const FORM = 'application/x-www-form-urlencoded';
const TITLE = '健康讲座';

describe('the page of a review code', () => {
  let world: World;
  let acts: DoingActs;
  let now: Date;

  beforeAll(async () => {
    world = await startWorld();
    acts = new DoingActs(world);
    now = world.clock.now();
  });
  afterAll(async () => {
    expect(world.api.failures).toEqual([]);
    await world.close();
  });
  beforeEach(() => world.clock.set(now));

  /** A dish at which so many came, at noon of its day. */
  const held = async (heads: number, changes: object = {}): Promise<HeldDish> => {
    const dish = await acts.published(changes);
    acts.setClock(16, '12:00');
    await acts.note('clinic', dish.dateId, heads);
    return dish;
  };
  /** When no code is taken any more. */
  const released = async () => {
    world.clock.set(new Date('2026-12-31T00:00:00+08:00'));
    await acts.releaseReviews();
  };
  // Wrong codes are counted by address, and the clock goes back between tests.
  let tests = 0;
  beforeEach(() => tests++);
  const from = () => ({ remoteAddress: `10.0.0.${tests}` });
  const get = (url: string) => world.nobody().send({ method: 'GET', url, ...from() });
  const post = (url: string, payload: string, headers: object = {}) =>
    world
      .nobody()
      .send({ method: 'POST', url, payload, ...from(), headers: { 'content-type': FORM, ...headers } });
  const send = (url: string, fields: Record<string, string>) =>
    post(url, new URLSearchParams(fields).toString());
  const headingOf = ({ statusCode, body }: { statusCode: number; body: string }) => [
    statusCode,
    /<h1>(.*)<\/h1>/.exec(body)?.[1],
  ];

  it('shows what, when and where, and takes a mark and a comment, once', async () => {
    const { dishId, dateId } = await held(4, { place: '活动室，问13812345678' });
    const [path = ''] = await acts.paths(dateId, 1);
    expect(path).toMatch(/^\/r\/310115\.([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
    const page = await get(path);
    expect(headingOf(page)).toEqual([200, TITLE]);
    for (const fact of [
      '2026年12月16日（星期三）09:00–11:00',
      '活动室',
      '东南医务站',
      'name="mark"',
      'name="comment"',
    ])
      expect(page.body).toContain(fact);
    expect(page.body).not.toMatch(/13812345678|<script|http/);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'zh-CN',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
      ),
    });
    const head = await world.nobody().send({ method: 'HEAD', url: path });
    expect([head.statusCode, head.body]).toEqual([200, '']);

    expect(headingOf(await send(path, { mark: '4', comment: '讲得清楚\r\n<b>谢谢</b>' }))).toEqual([
      200,
      '感谢评价',
    ]);
    for (const again of [await send(path, { mark: '1', comment: '' }), await get(path)])
      expect(headingOf(again)).toEqual([410, '评价码已使用']);
    await released();
    const seen = await acts.seen('clinic', dishId);
    expect(seen?.reviews.edges).toEqual([
      { node: { mark: 4, comment: '讲得清楚\n<b>谢谢</b>', day: '2026-12-31', reviewer: null } },
    ]);
    expect(seen?.figures).toEqual({ checkedInHeads: 4, reviewCount: 1, meanMark: '4.00' });
    expect(seen?.dates).toMatchObject([{ desk: { codesHandedOut: 1 } }]);
  });

  it('is found however the code is typed, and by no other', async () => {
    const { dateId } = await held(4);
    const [path = ''] = await acts.paths(dateId, 1);
    const code = path.slice('/r/'.length);
    const loose = code.toUpperCase().replaceAll('-', ' ');
    const wide = Array.from(code, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0)).join('');
    for (const typed of [loose, wide])
      expect((await get(`/r/${encodeURIComponent(typed)}`)).statusCode).toBe(200);
    const unknown = await get('/r/310115.aaaa-bbbb-cccc');
    expect(headingOf(unknown)).toEqual([404, '没有这个评价码']);
    for (const wrong of [code.replace('310115', '999999'), code.slice(0, -1), 'x', `${code}a`]) {
      const answer = await get(`/r/${wrong}`);
      expect([answer.statusCode, answer.body]).toEqual([404, unknown.body]);
      expect((await send(`/r/${wrong}`, { mark: '5' })).statusCode).toBe(404);
    }
  });

  it('ends fourteen days after the date', async () => {
    const { dateId } = await held(4);
    const [path = ''] = await acts.paths(dateId, 1);
    world.clock.set(new Date('2026-12-30T10:59:59+08:00'));
    expect((await get(path)).statusCode).toBe(200);
    world.clock.set(new Date('2026-12-30T11:00:00+08:00'));
    for (const answer of [await get(path), await send(path, { mark: '5' })])
      expect(headingOf(answer)).toEqual([410, '评价已截止']);
  });

  it('asks again for what it cannot take, and keeps what was written', async () => {
    const { dishId, dateId } = await held(4);
    const [path = ''] = await acts.paths(dateId, 1);
    const bad: string[] = [
      '',
      'comment=%E5%A5%BD',
      'mark=0',
      'mark=6',
      'mark=5&mark=5',
      'mark=5&comment=%00',
      'mark=5&comment=%E2%80%AE',
      'mark=5&comment=%FF',
      `mark=5&comment=${'a'.repeat(501)}`,
    ];
    for (const body of bad) {
      const answer = await post(path, body);
      expect([body, answer.statusCode]).toEqual([body, 400]);
      expect(answer.body).toContain('请选择1至5分');
    }
    expect((await post(path, `mark=5&comment=${'a'.repeat(501)}`)).body).toMatch(
      /value="5" required checked>[^]*a{501}/,
    );
    expect((await post(path, `mark=5&comment=${'a'.repeat(17_000)}`)).statusCode).toBe(413);
    expect((await post(path, '{"mark":5}', { 'content-type': 'application/json' })).statusCode).toBe(415);
    expect((await acts.seen('clinic', dishId))?.figures).toMatchObject({ reviewCount: 0 });
    expect((await post(path, `mark=5&comment=${encodeURIComponent('好'.repeat(500))}`)).statusCode).toBe(200);
  });

  it('stores one review of one code, however many send it at once', async () => {
    const { dishId, dateId } = await held(4);
    const [path = ''] = await acts.paths(dateId, 1);
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(path, { mark: '5' })));
    expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
      200,
      ...Array(19).fill(410),
    ]);
    await released();
    expect((await acts.seen('clinic', dishId))?.figures).toMatchObject({ reviewCount: 1, meanMark: '5.00' });
  });

  it('counts wrong codes alone: thirty from a sender, and who bears a code is let in whatever others tried', async () => {
    const { dateId } = await held(8);
    const [path = '', other = '', third = ''] = await acts.paths(dateId, 3);
    const at = (url: string, remoteAddress: string) =>
      world.nobody().send({ method: 'GET', url, remoteAddress });
    for (const senders of [['10.9.9.9'], ['2001:db8:9:9::1', '2001:db8:9:9:ffff::2']]) {
      for (let tries = 0; tries < 30; tries++) {
        const sender = senders[tries % senders.length] ?? '';
        expect((await at(`/r/310115.aaaa-bbbb-${tries}`, sender)).statusCode).toBe(404);
        if (tries % 10 === 0) expect((await at(path, sender)).statusCode).toBe(200);
      }
      const [sender = ''] = senders;
      const stopped = await at('/r/310115.aaaa-bbbb-last', sender);
      expect(headingOf(stopped)).toEqual([429, '请稍后再试']);
      expect(stopped.headers['retry-after']).toBe('900');
      expect((await at(path, sender)).statusCode).toBe(200);
    }
    expect((await at('/r/310115.aaaa-bbbb-last', '2001:db8:9:8::1')).statusCode).toBe(404);
    const wrong = await send('/r/310115.aaaa-bbbb-last', { mark: '5' });
    expect(wrong.statusCode).toBe(404);
    expect((await send(other, { mark: '5' })).statusCode).toBe(200);
    // As when three thousand have been tried from everywhere.
    await queryAsSuperuser('UPDATE sign_in_attempt SET attempts = 3000', world.api.database.name);
    expect((await at('/r/310115.aaaa-bbbb-more', '10.9.9.8')).statusCode).toBe(429);
    expect((await at(path, '10.9.9.8')).statusCode).toBe(200);
    expect((await send(third, { mark: '5' })).statusCode).toBe(200);
    world.clock.advance(15 * 60_000);
    expect((await at('/r/310115.aaaa-bbbb-more', '10.9.9.9')).statusCode).toBe(404);
  });

  it('lets all in who come at once from one address with a code', async () => {
    const { dateId } = await held(20);
    const paths = await acts.paths(dateId, 20);
    const opened = await Promise.all(Array.from({ length: 60 }, (_, at) => get(paths[at % 20] ?? '')));
    expect(new Set(opened.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    const sent = await Promise.all([...paths, ...paths].map((path) => send(path, { mark: '4' })));
    const count = (status: number) => sent.filter(({ statusCode }) => statusCode === status).length;
    expect([count(200), count(410)]).toEqual([20, 20]);
  });

  it('follows its date: nothing before it begins, nor when it was cancelled, and fourteen days from where it was put', async () => {
    const dish = await acts.published();
    acts.setClock(16, '08:30');
    await acts.note('clinic', dish.dateId, 4);
    const [path = '', second = ''] = await acts.paths(dish.dateId, 2);
    const both = async () => [headingOf(await get(path)), headingOf(await send(path, { mark: '1' }))];
    const notBegun = [409, '活动尚未开始'];
    expect(await both()).toEqual([notBegun, notBegun]);
    const change = async (name: 'updateDish' | 'cancelDish', input: object) => {
      const shown = await acts.menus.dish('southeast-officer', dish.dishId);
      await acts.menus.act('southeast-committee', name, { ...shown, ...input });
    };
    await change('updateDish', { input: { dates: [{ id: dish.dateId, ...onDay(18) }] } });
    acts.setClock(16, '10:00');
    expect(await both()).toEqual([notBegun, notBegun]);
    acts.setClock(18, '09:00');
    expect(headingOf(await get(path))).toEqual([200, TITLE]);
    world.clock.set(new Date('2027-01-01T10:59:59+08:00'));
    expect(headingOf(await send(path, { mark: '5' }))).toEqual([200, '感谢评价']);
    world.clock.set(new Date('2027-01-01T11:00:00+08:00'));
    expect(headingOf(await send(second, { mark: '5' }))).toEqual([410, '评价已截止']);

    acts.setClock(18, '08:45');
    await change('cancelDish', { reason: '台风' });
    acts.setClock(18, '10:00');
    for (const answer of [await get(second), await send(second, { mark: '1' })])
      expect(headingOf(answer)).toEqual([410, '活动已取消']);
  });

  it.each([
    ['GET', '/r'],
    ['GET', '/r/'],
    ['GET', '/r?code=x'],
    ['GET', '/r/310115.aaaa-bbbb-cccc/'],
    ['GET', '/r/a/b'],
    ['GET', '/r/%ff'],
    ['GET', '/r/%'],
    ['GET', `/r/${'a'.repeat(300)}`],
    ['POST', '/r'],
    ['POST', '/r/%ff'],
  ] as const)('says in Chinese that there is no such code at %s %s', async (method, url) => {
    const answer = method === 'GET' ? await get(url) : await send(url, { mark: '5' });
    expect(headingOf(answer)).toEqual([404, '没有这个评价码']);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)('answers %s in Chinese', async (method) => {
    for (const url of ['/r', '/r/310115.aaaa-bbbb-cccc']) {
      const answer = await world.nobody().send({ method, url, ...from() });
      expect(headingOf(answer)).toEqual([405, '无法这样打开']);
      expect(answer.headers['allow']).toBe('GET, HEAD, POST');
    }
  });

  it('is handed out to as many as came and a fifth more, by whoever holds the dish, from check-in on', async () => {
    const dish = await acts.published();
    const { dateId } = dish;
    const ask = async (count: number, account = 'clinic') => {
      const { __typename, message, left } = await acts.act(account, 'handOutReviewCodes', { dateId, count });
      return message ?? `${__typename} ${String(left)}`;
    };
    expect(await ask(1)).toMatch(/^Checking in opens/);
    acts.setClock(16, '08:30');
    expect(await ask(1)).toMatch(/^Nobody is checked in yet/);
    await acts.note('clinic', dateId, 10);
    expect(await ask(13)).toMatch(/^count: At most 12 more/);
    expect(await ask(7)).toBe('ReviewCodes 5');
    expect(await ask(6, 'southeast-officer')).toMatch(/^count: At most 5 more/);
    expect(await ask(5, 'southeast-officer')).toBe('ReviewCodes 0');
    expect(await ask(1, 'food-market')).toBe('Your post may not do this.');
    await acts.note('clinic', dateId, 3);
    expect(await ask(1)).toMatch(/^count: All codes are handed out/);
    world.clock.set(new Date('2026-12-30T11:00:00+08:00'));
    await acts.note('clinic', dateId, 20);
    expect(await ask(1)).toMatch(/^Fourteen days/);
  });

  it('is printed on slips with the address asked, for the same', async () => {
    const { dateId } = await held(10);
    const slips = (account: string | null, query = '?count=3', id = dateId) => {
      const client = account === null ? world.nobody() : world.as(account);
      const headers = { host: 'lianjian.example' };
      return client.send({ method: 'POST', url: `/dish-dates/${id}/review-slips.html${query}`, headers });
    };
    const { statusCode, headers, body } = await slips('clinic');
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store']);
    const paths = [...body.matchAll(/<strong>http:\/\/lianjian\.example(\/r\/[^<]+)<\/strong>/g)].map(
      ([, path = '']) => path,
    );
    expect(new Set(paths).size).toBe(3);
    expect(body).toContain('2026年12月30日（星期三）11:00前有效');
    for (const path of paths) expect((await get(path)).statusCode).toBe(200);
    const codes: [string | null, string][] = [
      [null, '?count=3'],
      ['food-market', '?count=3'],
      ['resident-1', '?count=3'],
      ['clinic', ''],
      ['clinic', '?count=201'],
      ['clinic', '?count=99'],
    ];
    const answers = await Promise.all(
      codes.map(async ([account, query]) => (await slips(account, query)).statusCode),
    );
    expect(answers).toEqual([401, 403, 403, 400, 400, 400]);
    expect((await slips('clinic', '?count=1', 'nothing')).statusCode).toBe(404);
  });

  it('is stored as a hash alone, and stands in no log, answer that is kept, or line', async () => {
    const { dishId, dateId } = await held(4);
    world.api.lines.length = 0;
    const document = `mutation ($dateId: ID!) { handOutReviewCodes(dateId: $dateId, count: 2) { ... on ReviewCodes { codes { path } } } }`;
    const ask = () =>
      world
        .as('clinic')
        .tryAsk<{ handOutReviewCodes: { codes: { path: string }[] } }>(
          document,
          { dateId },
          { 'idempotency-key': 'codes-1' },
        );
    const [path = '', second = ''] =
      (await ask()).data?.handOutReviewCodes.codes.map(({ path: one }) => one) ?? [];
    expect((await ask()).data?.handOutReviewCodes.codes).toEqual([{ path: '' }, { path: '' }]);
    await send(path, { mark: '2', comment: '保密' });
    await get(second);
    const secret = path.slice('/r/310115.'.length);
    const rows = await queryAsSuperuser<{ dump: string }>(
      `SELECT coalesce(string_agg(t::text, ' '), '') AS dump FROM (
        SELECT review_code::text AS t FROM review_code UNION ALL SELECT idempotency_key::text FROM idempotency_key
        UNION ALL SELECT audit_line::text FROM audit_line UNION ALL SELECT dish_review::text FROM dish_review UNION ALL SELECT waiting_review::text FROM waiting_review) all_rows`,
      world.api.database.name,
    );
    const dump = [JSON.stringify(world.api.lines), rows[0]?.dump].join();
    for (const text of [secret, secret.replaceAll('-', ''), second.slice(-14)])
      expect(dump).not.toContain(text);
    const lines = await world
      .as('southeast-officer')
      .ask(`query ($id: ID!) { dish(id: $id) { auditLines(first: 50) { edges { node { part } } } } }`, {
        id: dishId,
      });
    expect(JSON.stringify(lines)).not.toMatch(/Review|保密/);
  });
});
