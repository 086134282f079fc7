import { NodeRegistry, toGlobalId } from '#graphql';
import { SignInTokens } from '#network';
import { HucreWorkbooks } from '#sheets';
import { Tenancy } from '#tenancy';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import { contextOf } from '../../apps/api/src/context-of.js';
import { listsSheets } from '../../apps/api/src/three-lists/lists-sheets.js';
import { tablesOf } from '../../apps/api/src/three-lists/lists-tables.js';
import { readLists } from '../../apps/api/src/three-lists/read-lists.js';
import { queryAsSuperuser } from '../support/cluster.js';
import { readPrintedPage } from '../support/printed-page.js';
import { ProjectActs } from '../support/project-acts.js';
import { ThreeListsActs } from '../support/three-lists-acts.js';
import { startWorld, type World } from '../support/world.js';

const COMMITTEE = 'southeast-committee';
const HOSTILE = `</td><script>alert("1")</script> & <b onclick='x'>`;
const PHONE = '13812345678';
const LONG = '需要帮助。'.repeat(400);

describe('the three lists on paper and in a workbook', () => {
  let world: World;
  let lists: ThreeListsActs;

  beforeAll(async () => {
    world = await startWorld();
    lists = new ThreeListsActs(world);
    await world.offers('bus-45', 'hall', 'power-380');
    const whole = {
      location: '3 号楼门口',
      startsAt: '2026-12-05T08:00:00+08:00',
      endsAt: '2026-12-05T12:00:00+08:00',
      heads: 30,
      urgency: 'SOON',
      contactName: '值班',
      contactPhone: PHONE,
    };
    await lists.needs.open('clinic', { title: '接送体检', ...whole });
    const categoryId = await lists.needs.category('southeast', 'CHARITY');
    await lists.needs.open('food-market', { title: HOSTILE, what: LONG, categoryId });
    await lists.needs.open('police-post', {
      title: '=HYPERLINK("http://example.org")',
      what: `请致电 ${PHONE}\n又一行`,
    });
    const lost = await lists.needs.open('clinic', { title: '缺一台发电机' });
    await lists.needs.step(COMMITTEE, 'markNeedUnmet', lost, { reason: `没有单位有 <380 V> & 备用` });
    await lists.needs.draft(COMMITTEE, { title: '未公开的草稿' });
    await lists.needs.step('clinic', 'proposeNeed', await lists.needs.draft('clinic', { title: '未受理' }));
    await startProject();
    // What no input lets in may still come to stand in a row: marks that turn the direction of what follows.
    await queryAsSuperuser(
      `UPDATE need SET location = U&'\\202Eevil\\202C' WHERE title = '缺一台发电机'`,
      world.api.database.name,
    );
  });
  afterAll(() => world.close());

  /** Led by the fleet; the market takes part, the clinic was only asked. */
  async function startProject(): Promise<void> {
    const acts = new ProjectActs(world);
    const idea = await acts.start('bus-639', {
      categoryId: await lists.needs.category('southeast', 'MEDICAL'),
      title: '社区义诊',
      what: '请医生来。',
      startsOn: '2026-12-01',
      endsOn: '2026-12-20',
    });
    const { id } = idea;
    const { version } = await acts.act(COMMITTEE, 'takeProject', { id, version: idea.version });
    const ask = (unit: string, seen: number) =>
      acts.act('bus-639', 'askProjectHost', { id, version: seen, unitId: world.unit(unit) });
    const asked = await ask('food-market', version);
    const answer = { id: asked.hosts[0]?.id, version: asked.hosts[0]?.version, accept: true };
    const joined = await acts.act('food-market', 'answerProjectHost', answer);
    await ask('clinic', joined.version);
  }

  const page = async (account: string, query = '') => {
    const { statusCode, headers, body } = await lists.send(account, 'html', { query });
    return { statusCode, headers, body, ...(statusCode === 200 && { read: readPrintedPage(body) }) };
  };
  const read = async (account: string, query = '') => {
    const { read: found } = await page(account, query);
    if (!found) throw new Error('There is no page.');
    return found;
  };
  const sheets = async (account: string, query = '') => {
    const { rawPayload } = await lists.send(account, 'xlsx', { query });
    return new HucreWorkbooks().read(rawPayload);
  };

  it('say whose they are, of when, and when they were printed, in Chinese', async () => {
    const { statusCode, headers } = await page(COMMITTEE);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'zh-CN',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/) as string,
    });
    const { tables, ...told } = await read(COMMITTEE);
    expect(told).toEqual({
      language: 'zh-CN',
      title: '东南社区共建网络三张清单',
      heading: '东南社区共建网络三张清单',
      facts: ['2026年第4季度', '打印时间：2026-11-23 09:00（北京时间）'],
    });
    expect(tables.map(({ title, summary }) => [title, summary])).toEqual([
      ['资源清单', '共 3 项；场地 1 项；车辆 1 项；供电 1 项'],
      ['需求清单', '共 4 项；待认领 3 项；未落实 1 项；按类别：咨询服务 3 项、慈善 1 项'],
      ['项目清单', '共 1 项；筹备中 1 项；按类别：医疗 1 项'],
      ['提交下次联席会议', '共 1 项'],
    ]);
  });

  it('hold what the query holds, in its order, and nothing that the network does not read', async () => {
    const { offers, needs, projects, unmetForMeeting } = await lists.get(COMMITTEE);
    const titles = [offers, needs, projects, unmetForMeeting].map(({ edges }) =>
      edges.map(({ node }) => node.title),
    );
    for (const account of [COMMITTEE, 'food-market', 'zhoupu-steward']) {
      const { tables } = await read(account);
      expect(tables.map(({ rows }) => rows.map((row) => row[1]))).toEqual(titles);
    }
    const written = await sheets('zhoupu-steward');
    expect(written.slice(1).map(({ rows }) => rows.slice(1).map(({ cells }) => cells[1]))).toEqual(titles);
    expect(titles.flat()).not.toContain('未公开的草稿');
    expect(titles.flat()).not.toContain('未受理');
  });

  it('say of each need all but whom to ring', async () => {
    const { tables } = await read(COMMITTEE);
    const rows = tables[1]?.rows ?? [];
    const asked = '序号 名称 内容 类别 单位 地点 时间 人数 紧急程度 状态 来源 认领/办理单位'.split(' ');
    expect(tables[1]?.headings).toEqual(asked);
    const row = rows.find((one) => one[1] === '接送体检') ?? [];
    expect(Object.fromEntries(asked.map((heading, at) => [heading, row[at]]))).toEqual({
      序号: expect.any(String) as unknown,
      名称: '接送体检',
      内容: '接送老人去体检。',
      类别: '咨询服务',
      单位: '东南医务站',
      地点: '3 号楼门口',
      时间: '2026-12-05 08:00–12:00',
      人数: '30',
      紧急程度: '尽快',
      状态: '待认领',
      来源: '单位',
      '认领/办理单位': '',
    });
    for (const account of [COMMITTEE, 'clinic']) {
      const { body } = await page(account);
      expect(body).not.toContain(PHONE);
      expect(body).not.toContain('值班');
      expect(body).toContain('请致电 ****5678\n又一行');
      expect(JSON.stringify(await sheets(account))).not.toContain(PHONE);
    }
  });

  it('name the units of a project that take part, and not those that were only asked', async () => {
    for (const account of [COMMITTEE, 'clinic'])
      expect((await read(account)).tables[2]?.rows).toEqual([
        [
          '1',
          '社区义诊',
          '请医生来。',
          '医疗',
          '浦东巴士639车队',
          '东南菜场',
          '',
          '2026-12-01–2026-12-20',
          '筹备中',
          '',
          '',
        ],
      ]);
  });

  it('say of an offer what matters by its kind, and not the same word on every row', async () => {
    const { tables } = await read('clinic');
    expect(tables[0]?.headings).toEqual(['序号', '名称', '类别', '单位', '说明', '规格']);
    expect(tables[0]?.rows.map((row) => row[5])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^容纳 \d+ 人；./), '45 座', '电压 380 V，功率 60 kW']),
    );
  });

  it('are refused wholly in the language asked for', async () => {
    const refuse = async (query: string, accepted: string) => {
      const { body } = await lists.send('clinic', 'html', {
        query,
        headers: { 'accept-language': accepted },
      });
      return body;
    };
    for (const what of ['quarter=2026-Q7', 'needStates=LOST']) {
      expect(await refuse(`?${what}&lang=zh`, 'en')).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/i);
      expect(await refuse(`?${what}&lang=en`, 'zh')).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('let no text be markup, however it is written, and cut nothing of a long one', async () => {
    const { headers, body, read: found } = await page('clinic');
    // The policy knows the one style by its digest.
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(body) ?? [];
    const digest = createHash('sha256').update(style).digest('base64');
    expect(String(headers['content-security-policy'])).toContain(`'sha256-${digest}'`);
    expect(body).not.toContain('<script');
    expect(body).not.toContain('<b ');
    const row = found?.tables[1]?.rows.find((one) => one[1] === HOSTILE);
    expect(row?.[2]).toBe(LONG);
    // The text keeps its marks; a cell of its own keeps them from what stands beside it.
    expect(found?.tables[1]?.rows.flat()).toContain('\u202Eevil\u202C');
    expect(found?.tables[3]?.rows[0]?.[5]).toBe('没有单位有 <380 V> & 备用');
  });

  it('let no text be a formula, and are the same in a workbook', async () => {
    const { headers } = await lists.send('clinic', 'xlsx');
    expect(headers).toMatchObject({
      'content-disposition': 'attachment; filename="three-lists-2026-Q4.xlsx"',
      'x-export-cut': 'false',
    });
    const [about, ...written] = await sheets('clinic');
    const { tables, heading, facts } = await read('clinic');
    expect(about?.rows.map(({ cells }) => cells[0]).slice(0, 3)).toEqual([heading, ...facts]);
    expect(written.map(({ name, problems }) => [name, problems])).toEqual(
      tables.map(({ title }) => [title, []]),
    );
    expect(
      written.map(({ rows }) =>
        rows.map(({ cells }) => Array.from(cells, (cell) => String(cell ?? ''))).map(withoutEmptyEnd),
      ),
    ).toEqual(
      tables.map(({ headings, rows }) => [headings, ...rows].map((row) => withoutEmptyEnd([...row]))),
    );
  });

  it('are filtered as the query is, and say by what', async () => {
    const charity = await lists.needs.category('southeast', 'CHARITY');
    const query = `?quarter=2026-Q4&categoryIds=${charity}&unitId=${world.unit('food-market')}&needStates=OPEN&needStates=TAKEN&offerKinds=VENUE`;
    const { facts, tables } = await read('clinic', query);
    expect(facts[0]).toBe(
      '2026年第4季度 · 类别：慈善 · 单位：东南菜场 · 资源清单：场地 · 需求清单：待认领、已受理',
    );
    expect(tables.map(({ rows }) => rows.map((row) => row[1]))).toEqual([
      [undefined],
      [HOSTILE],
      [undefined],
      [undefined],
    ]);
    expect(tables[0]?.rows).toEqual([['无']]);
    expect((await read('clinic', '?quarter=2026-Q3')).tables[1]?.rows).toEqual([['无']]);
    const unknown = await read('clinic', `?unitId=${toGlobalId('Unit', randomUUID())}`);
    expect(unknown.facts[0]).toBe('2026年第4季度 · 单位：查无此项');
    expect((await read('clinic', '?unitId=abc')).facts).toEqual(unknown.facts);
    const elsewhere = await lists.needs.category('riverside', 'CHARITY');
    const { facts: both } = await read('clinic', `?categoryIds=${charity}&categoryIds=${elsewhere}`);
    expect(both[0]).toBe('2026年第4季度 · 类别：慈善、查无此项');
    expect(await read('clinic', `?unitId=${world.other.unit('clinic')}`)).toEqual(unknown);
  });

  it.each([
    ['?lang=en', undefined, 'en'],
    ['?lang=zh', 'en', 'zh-CN'],
    ['', 'en-GB,en;q=0.9', 'en'],
    ['', 'zh-CN', 'zh-CN'],
    ['', undefined, 'zh-CN'],
  ])('are written in the language asked for: %s with %s', async (query, accepted, tag) => {
    const headers: Record<string, string> = accepted ? { 'accept-language': accepted } : {};
    const { headers: answered, body } = await lists.send('clinic', 'html', { query, headers });
    expect(answered['content-language']).toBe(tag);
    expect(readPrintedPage(body).tables[3]?.title).toBe(
      tag === 'en' ? 'To be put before the next joint meeting' : '提交下次联席会议',
    );
  });

  it('are given to the members and stewards of the network, and for all others are not there', async () => {
    for (const form of ['html', 'xlsx'] as const) {
      for (const account of [COMMITTEE, 'clinic', 'zhoupu-steward'])
        expect((await lists.send(account, form)).statusCode).toBe(200);
      for (const account of ['owners-committee', 'riverside-primary'])
        expect((await lists.send(account, form)).statusCode).toBe(404);
      expect((await lists.send(null, form)).statusCode).toBe(401);
    }
  });

  it('end where they are to end, and say how many there are', async () => {
    const { app } = world.api;
    const context = contextOf(
      app.get(Tenancy),
      app.get(SignInTokens),
      app.get(NodeRegistry),
    )({
      id: 'test',
      ip: '',
      headers: { authorization: `Bearer ${await world.as('clinic').token()}` },
    } as FastifyRequest);
    let pages = 0;
    const wish = { networkId: world.network('southeast'), filter: {}, most: 2, countPage: () => pages++ };
    const answer = await readLists({ schema: app.get(GraphQLSchemaHost).schema, ...wish }, context);
    await context.close();
    const tables = tablesOf(answer, 'zh');
    expect(tables.map(({ summary, isCut, rows }) => [summary.split('；')[0], isCut, rows.length])).toEqual([
      ['共 3 项，只列出前 2 项，请缩小范围。', true, 2],
      ['共 4 项，只列出前 2 项，请缩小范围。', true, 2],
      ['共 1 项', false, 1],
      ['共 1 项', false, 1],
    ]);
    expect(pages).toBe(5);
    const [, sheet] = listsSheets(tables, { title: '三张清单', asked: [], printed: '' });
    expect(sheet?.rows).toHaveLength(3);
    expect(sheet?.rows[2]?.[0]).toContain('只列出前 2 项');
  });

  it.each([
    ['?quarter=2026-Q7', 'filter.quarter'],
    ['?needStates=LOST', 'filter.needStates'],
    ['?colour=red', 'colour'],
    ['?lang=fr', 'lang'],
    ['?lang=en&lang=zh', 'lang'],
    ['?networkId=other', 'networkId'],
  ])('name what they do not take: %s', async (query, path) => {
    const { statusCode, body } = await lists.send('clinic', 'html', { query });
    expect(statusCode).toBe(400);
    expect(body).toContain(path.replace('filter.', ''));
    const { errors } = JSON.parse(body) as { errors: { extensions: { code: string } }[] };
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

function withoutEmptyEnd(cells: string[]): string[] {
  while (cells.at(-1) === '') cells.pop();
  return cells;
}
