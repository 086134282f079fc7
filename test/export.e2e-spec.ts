import { NodeRegistry, toGlobalId } from '#graphql';
import { SignInTokens } from '#network';
import { HucreWorkbooks, type CellValue } from '#sheets';
import { Tenancy } from '#tenancy';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import { getNamedType, isInputObjectType } from 'graphql';
import { readXlsx } from 'hucre/xlsx';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { contextOf } from '../apps/api/src/context-of.js';
import { EXPORT_LISTS } from '../apps/api/src/export/export-lists.js';
import { readList } from '../apps/api/src/export/read-list.js';
import { listCoordinates } from './isolation/schema-walk/coordinates.js';
import { MeetingActs } from './support/meeting-acts.js';
import { Stage } from './isolation/schema-walk/stage.js';

const ACTORS = [
  'southeast-committee',
  'southeast-officer',
  'clinic',
  'owners-committee',
  'resident-1',
  'zhoupu-steward',
];

interface Export {
  status: number;
  headers: Record<string, unknown>;
  rows: readonly (readonly CellValue[])[];
  code?: string;
  fields?: readonly { path: string }[];
}

/** Lists that are asked for by a period. */
const BY_MONTH = new Set(['contributionTotals', 'lendingByMonth']);

describe('GET /export/<list>.xlsx', () => {
  let stage: Stage;
  const workbooks = new HucreWorkbooks();

  beforeAll(async () => {
    stage = await Stage.set();
  });
  afterAll(() => stage.world.close());

  const send = async (account: string | null, path: string) => {
    const client = account === null ? stage.world.nobody() : stage.world.as(account);
    const token = await client.token();
    return stage.world.api.app.inject({
      url: `/export/${path}`,
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    });
  };
  const get = async (account: string | null, path: string): Promise<Export> => {
    const response = await send(account, path);
    const { statusCode: status, headers } = response;
    if (status !== 200) {
      const { errors } = response.json<{ errors: { extensions: Pick<Export, 'code' | 'fields'> }[] }>();
      return { status, headers, rows: [], ...errors[0]?.extensions };
    }
    const [sheet] = await workbooks.read(response.rawPayload);
    return { status, headers, rows: (sheet?.rows ?? []).map(({ cells }) => cells) };
  };
  /** All that is written, hidden sheets too; in this thread, as what the API wrote itself needs no limits. */
  const sheetsOf = async (account: string, path: string) => {
    const { statusCode: status, rawPayload } = await send(account, path);
    return { status, sheets: (await readXlsx(rawPayload)).sheets.map(({ name, rows }) => ({ name, rows })) };
  };
  const filterIds = (field: string): { name: string; type: string }[] =>
    (
      listCoordinates(stage.world.api.app.get(GraphQLSchemaHost).schema).find(
        ({ name }) => name === `Query.${field}`,
      )?.idPaths ?? []
    ).map((path) => {
      const name = path.replace('filter.', '');
      return { name, type: name.charAt(0).toUpperCase() + name.slice(1).replace(/Id$/, '') };
    });

  it('is there for every list of the API', () => {
    const query = stage.world.api.app.get(GraphQLSchemaHost).schema.getQueryType();
    const lists = Object.values(query?.getFields() ?? {}).filter(({ type }) =>
      getNamedType(type).name.endsWith('Connection'),
    );
    expect(EXPORT_LISTS.map(({ field }) => field).toSorted()).toEqual(
      lists.map(({ name }) => name).toSorted(),
    );
  });

  it('gives the list by the same filter and order, in words and on the clock of the region', async () => {
    const filter = `networkId=${stage.world.network('southeast')}&states=REQUESTED&states=CONFIRMED`;
    const { headers, rows } = await get('bus-639', `bookings.xlsx?${filter}&orderBy=STARTS_AT_DESC`);
    expect(headers['content-disposition']).toBe('attachment; filename="bookings.xlsx"');
    expect(headers['x-export-cut']).toBe('false');
    expect(rows).toHaveLength(1);
    const { rows: all } = await get('bus-639', 'bookings.xlsx');
    expect(all.map((row) => row.slice(0, 7))).toEqual([
      [
        '资源 Offer',
        '状态 State',
        '开始 Start',
        '结束 End',
        '出借单位 Owner',
        '借用单位 Requester',
        '网络 Network',
      ],
      [
        expect.any(String),
        'REQUESTED',
        '2026-12-09 10:00',
        '2026-12-09 11:00',
        '浦东巴士639车队',
        '滨河小学',
        '滨河社区共建网络',
      ],
    ]);
  });

  it('gives a row for each person of the directory', async () => {
    const network = stage.world.network('southeast');
    const { rows } = await get(
      'clinic',
      `directory.xlsx?networkId=${network}&search=${encodeURIComponent('党总支')}`,
    );
    expect(rows.slice(1).map((row) => [row[0], row[5]])).toEqual([
      ['东南社区党总支', '东南社区党总支书记'],
      ['东南社区党总支', '东南社区党总支干事'],
    ]);
  });

  it('makes safe what looks like a formula', async () => {
    const { draft } = stage;
    const create = `mutation ($input: CreateOfferInput!) { createOffer(input: $input) { id } }`;
    const title = '=HYPERLINK("http://example.org")';
    await stage.world.as('savings-bank').ask(create, { input: { ...draft, title } });
    const token = await stage.world.as('savings-bank').token();
    const { rawPayload } = await stage.world.api.app.inject({
      url: '/export/offers.xlsx',
      headers: { authorization: `Bearer ${token}` },
    });
    const [sheet] = await workbooks.read(rawPayload);
    expect(sheet?.problems).toEqual([]);
    expect(sheet?.rows.map(({ cells }) => cells[0])).toContain(title);
  });

  describe.each(EXPORT_LISTS.map(({ field }) => field))('of %s', (field) => {
    it('holds for what one may not see what it holds for what does not exist', async () => {
      const ids = filterIds(field);
      const needed = BY_MONTH.has(field) ? '&from=2026-11-01&to=2027-01-01' : '';
      for (const account of ACTORS) {
        for (const { name, type } of ids) {
          const others = ids.filter((one) => one.name !== name && field === 'directory');
          expect(others).toEqual([]);
          const answerFor = (id: string) => sheetsOf(account, `${field}.xlsx?${name}=${id}${needed}`);
          const unknown = await answerFor(toGlobalId(type, randomUUID()));
          expect(unknown).toMatchObject({ status: 200, sheets: [{ rows: [expect.anything()] }] });
          for (const hidden of stage.hiddenFrom(account, type as Parameters<Stage['hiddenFrom']>[1]))
            expect(await answerFor(hidden)).toEqual(unknown);
        }
      }
    });

    it('is given to nobody who is not signed in', async () => {
      expect(await get(null, `${field}.xlsx`)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    });
  });

  it('refuses what it does not know, by its name', async () => {
    expect(await get('clinic', 'secrets.xlsx')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await get('clinic', 'offers.csv')).toMatchObject({ status: 404 });
    expect(await get('clinic', 'offers.xlsx?kinds=PALACE&colour=red')).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'colour' }, { path: expect.stringContaining('kinds') as string }],
    });
    for (const list of ['bookings', 'offers'])
      expect((await get('clinic', `${list}.xlsx?orderBy=x`)).fields).toMatchObject([{ path: 'orderBy' }]);
    expect(await get('clinic', 'offers.xlsx?unitId=a&unitId=b')).toMatchObject({ status: 400 });
    expect(await get('clinic', 'directory.xlsx')).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(await get('clinic', 'bookings.xlsx?from=2027-02-29T00:00:00Z')).toMatchObject({ status: 400 });
    expect(await get('clinic', 'directory.xlsx?networkId=x&search=%00')).toMatchObject({ status: 400 });
  });

  it('takes yes and no, and whole numbers, by every filter that asks for one', async () => {
    const fields = stage.world.api.app.get(GraphQLSchemaHost).schema.getQueryType()?.getFields() ?? {};
    const wishes = EXPORT_LISTS.flatMap(({ field: list }) =>
      (fields[list]?.args ?? []).flatMap(({ type }) => {
        const filter = getNamedType(type);
        return isInputObjectType(filter)
          ? Object.values(filter.getFields()).map(({ name, type: asked }) => ({
              list,
              name,
              asked: String(asked),
            }))
          : [];
      }),
    );
    const takes = async (asked: string, value: string) => {
      for (const { list, name } of wishes.filter((one) => one.asked.startsWith(asked)))
        expect({ list, name, ...(await get('clinic', `${list}.xlsx?${name}=${value}`)) }).toMatchObject({
          list,
          name,
          status: 200,
        });
    };
    expect(wishes.filter(({ asked }) => asked === 'Boolean').map(({ name }) => name)).toContain('overdue');
    await takes('Boolean', 'true');
    await takes('Boolean', 'false');
    await takes('Int', '1');
    for (const other of ['yes', '1', ''])
      expect((await get('clinic', `actions.xlsx?overdue=${other}`)).fields).toMatchObject([
        { path: 'overdue' },
      ]);
  });

  it('gives each instant of a list on the clock of the region', async () => {
    const { rows } = await get('southeast-committee', 'datePolls.xlsx');
    const at = rows[0]?.findIndex((heading) => String(heading).endsWith('Spans, best first')) ?? -1;
    const spans = rows.slice(1).map((row) => row[at]);
    expect(spans.length).toBeGreaterThan(0);
    for (const span of spans)
      expect(span).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d(, \d{4}-\d\d-\d\d \d\d:\d\d)+$/);
  });

  it('says of a meeting that was recorded afterwards when that was, and not that it was called', async () => {
    const input = {
      networkId: stage.world.network('southeast'),
      kind: 'EXTRAORDINARY',
      title: '补录的会',
      startsAt: '2026-11-20T14:00:00+08:00',
      endsAt: '2026-11-20T16:00:00+08:00',
      attendance: [],
    };
    const RECORD = `mutation ($input: RecordMeetingInput!) { recordMeeting(input: $input) { __typename } }`;
    await stage.world.as('southeast-officer').ask(RECORD, { input });
    await new MeetingActs(stage.world).called({ title: '通知的会' });
    const { rows } = await get('clinic', 'meetings.xlsx');
    const at = (heading: string) => rows[0]?.findIndex((one) => String(one).endsWith(heading)) ?? -1;
    const recorded = rows.find(([title]) => title === input.title) ?? [];
    expect([recorded[at(' Called')] ?? null, recorded[at(' Recorded')]]).toEqual([
      null,
      expect.stringMatching(/^2026-/),
    ]);
    expect(rows.find(([title]) => title === '通知的会')?.[at(' Called')]).toMatch(/^2026-/);
  });

  it('is told to readers, each by its name', async () => {
    const [, told = ''] =
      /^There are (`accessTokens`.*?)\./m.exec(await readFile('docs/api.md', 'utf8')) ?? [];
    const names = [...told.matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect(names).toEqual(EXPORT_LISTS.map(({ field }) => field).toSorted());
  });

  it('says so when a list is longer than an export', async () => {
    const { app } = stage.world.api;
    const list = EXPORT_LISTS.find(({ field }) => field === 'posts');
    const { schema } = app.get(GraphQLSchemaHost);
    const field = schema.getQueryType()?.getFields()['posts'];
    if (!list || !field) throw new Error('There is no list of posts.');
    const context = contextOf(
      app.get(Tenancy),
      app.get(SignInTokens),
      app.get(NodeRegistry),
    )({
      id: 'test',
      ip: '',
      headers: { authorization: `Bearer ${await stage.world.as('clinic').token()}` },
    } as FastifyRequest);
    const wish = { schema, list, field, variables: {}, countPage: () => {}, most: 3 };
    const { sheet, isCut } = await readList(wish, context);
    await context.close();
    expect(isCut).toBe(true);
    expect(sheet.rows).toHaveLength(4);
    expect(sheet.rows[3]).toEqual([expect.stringContaining('Only the first 3 are listed')]);
  });

  it('pages through long lists in one snapshot', async () => {
    const { rows } = await get('southeast-committee', 'posts.xlsx');
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    expect(stage.world.api.failures).toEqual([]);
  });
});
