import { OWN_OFFERS_FORM } from '#resources';
import { HucreWorkbooks, writeForm, type CellValue, type ReadSheet } from '#sheets';
import { EXAMPLE } from './support/example-file.js';
import { offerRow } from './support/offer-rows.js';
import { DOCX, makeZip, XLSX_TYPES } from './support/sample-files.js';
import type { TestClient } from './support/test-client.js';
import { startWorld, type World } from './support/world.js';

type Row = Record<string, unknown>;
type Answer = Awaited<ReturnType<TestClient['send']>>;

const URL = '/import/offers.xlsx';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OFFERS = `{ offers(first: 100) { edges { node { title state unit { code } networks { code } } } } }`;

interface Offers {
  offers: { edges: { node: { title: string; state: string; unit: { code: string } } }[] };
}

/** A workbook of one sheet whose rows are written by hand. */
const byHand = (rows: string): Buffer =>
  makeZip([
    XLSX_TYPES,
    { name: '_rels/.rels', text: relationTo('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="${OWN_OFFERS_FORM.name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', text: relationTo('worksheet', 'worksheets/sheet1.xml') },
    { name: 'xl/worksheets/sheet1.xml', text: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
  ]);
const relationTo = (type: string, target: string): string =>
  `<Relationships><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
const manyRows = (count: number, cells: string): string =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 1}">${cells}</row>`).join('');

describe('offers by Excel over HTTP', () => {
  let world: World;
  const workbooks = new HucreWorkbooks();
  const [first = {}, second = {}] = EXAMPLE.offers.map((offer) => {
    const { unit: _, networks: __, ...row } = offerRow(offer);
    return row;
  });

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const send = (client: TestClient, payload: Buffer, wishes: { query?: string; accept?: string } = {}) =>
    client.send({
      method: 'POST',
      url: `${URL}${wishes.query ?? ''}`,
      payload,
      headers: { 'content-type': XLSX, ...(wishes.accept && { accept: wishes.accept }) },
    });
  const sheetOf = async (rows: readonly Row[]): Promise<Buffer> =>
    Buffer.from(await workbooks.write([writeForm(OWN_OFFERS_FORM, rows)]));
  const counts = (answer: Answer): unknown => {
    expect(answer.statusCode).toBe(200);
    return answer.json<{ import: unknown }>().import;
  };
  const listOf = async (client: TestClient): Promise<Offers['offers']['edges'][number]['node'][]> =>
    (await client.ask<Offers>(OFFERS)).offers.edges.map(({ node }) => node);
  const errorOf = (answer: Answer): unknown =>
    answer.json<{ errors: { message: string; extensions: object }[] }>().errors[0];
  const lastCells = (sheet: ReadSheet | undefined): CellValue[] =>
    (sheet?.rows ?? []).map(({ cells }) => cells.at(-1) ?? null);

  it('begin with a template that has drop-downs, and whose rows are drafts of one’s own', async () => {
    const clinic = world.as('clinic');
    const { rawPayload, headers } = await clinic.send({ method: 'GET', url: URL });
    expect(headers).toMatchObject({
      'content-type': XLSX,
      'content-disposition': 'attachment; filename="offers.xlsx"',
    });
    const [template] = await workbooks.read(rawPayload);
    expect(template?.rows[0]?.cells).toEqual(OWN_OFFERS_FORM.columns.map(({ heading }) => heading));
    expect(counts(await send(clinic, rawPayload))).toMatchObject({ drafted: 0 });

    const file = await sheetOf([first, second]);
    const done = { dryRun: false, drafted: 2, unchanged: 0, stays: [] };
    expect(counts(await send(clinic, file, { query: '?dryRun=true' }))).toEqual({ ...done, dryRun: true });
    expect(await listOf(clinic)).toEqual([]);
    expect(counts(await send(clinic, file))).toEqual(done);
    const offers = await listOf(clinic);
    expect(offers).toEqual(
      ['操场晨练', '电脑之家'].map((title) => ({
        title,
        state: 'DRAFT',
        unit: { code: 'clinic' },
        networks: [],
      })),
    );
    expect(await listOf(world.as('bus-639'))).toEqual([]);

    expect(counts(await send(clinic, file))).toEqual({ ...done, drafted: 0, unchanged: 2 });
    const changed = await sheetOf([{ ...first, capacity: 1 }, second]);
    expect(counts(await send(clinic, changed))).toEqual({
      ...done,
      drafted: 0,
      unchanged: 1,
      stays: [{ title: '操场晨练', differs: ['capacity'] }],
    });
    expect(await listOf(clinic)).toEqual(offers);
  });

  it('are drafted once when two of one unit send them at the same moment', async () => {
    const file = await sheetOf([first]);
    const officers = [world.as('southeast-committee'), world.as('southeast-officer')];
    const answers = await Promise.all(officers.map((one) => send(one, file)));
    expect(answers.map(counts)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ drafted: 1, unchanged: 0 }),
        expect.objectContaining({ drafted: 0, unchanged: 1 }),
      ]),
    );
  });

  it('come back with what is wrong, and then none is stored', async () => {
    const bank = world.as('savings-bank');
    const file = await sheetOf([first, { ...second, capacity: 0 }]);
    const refused = await send(bank, file);
    expect(refused.statusCode).toBe(400);
    expect(refused.headers).toMatchObject({ 'content-type': XLSX, 'x-problems': '1' });
    const [copy] = await workbooks.read(refused.rawPayload);
    expect(lastCells(copy)).toEqual([
      '错误 Problems',
      null,
      expect.stringMatching(/^[A-Z]+3: 场地至少容纳 1 人。 A venue holds at least 1 person\.$/),
    ]);
    expect((await send(bank, refused.rawPayload)).headers['x-problems']).toBe('1');
    const told = await send(bank, file, { accept: 'application/json' });
    expect(told.statusCode).toBe(400);
    expect(errorOf(told)).toMatchObject({
      extensions: {
        code: 'BAD_USER_INPUT',
        fields: [{ path: expect.stringMatching(/^资源 Offers![A-Z]+3$/) as string }],
      },
    });
    const strange = await workbooks.write([
      { name: '预约 Bookings', columns: [{ heading: 'x' }], rows: [['y']] },
    ]);
    expect((await send(bank, Buffer.from(strange))).headers['x-problems']).toBe('2');
    expect(await listOf(bank)).toEqual([]);
  });

  it.each<[string, () => Buffer, RegExp]>([
    [
      'a zip bomb',
      () => makeZip([XLSX_TYPES, { name: 'xl/workbook.xml', text: ' '.repeat(34_000_000) }]),
      /larger than 32 MiB/,
    ],
    [
      'more rows than are read',
      () => byHand(manyRows(20_000, '<c><v>1</v></c>')),
      /!A5001 is not read: .* 5000 rows/,
    ],
    ['a document', () => DOCX, /is no XLSX workbook/],
    ['nothing', () => Buffer.alloc(0), /is no XLSX workbook/],
    ['more offers than at once', () => byHand(headed(501)), /at most 500 offers/],
  ])('are refused as %s', async (_what, make, message) => {
    const answer = await send(world.as('food-market'), make());
    expect(answer.statusCode).toBe(400);
    expect(errorOf(answer)).toMatchObject({
      message: expect.stringMatching(message) as string,
      extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'body' }] },
    });
  });
  const headed = (count: number): string => {
    const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const [title = ''] = OWN_OFFERS_FORM.columns.map(({ heading }) => heading);
    return `<row r="1">${text(title)}</row>${manyRows(count + 1, text('x')).replace(/^.*?<\/row>/, '')}`;
  };

  it('are refused in nothing but empty rows, and beyond ten megabytes', async () => {
    const market = world.as('food-market');
    const empty = await send(market, byHand(manyRows(20_000, '')));
    expect([empty.statusCode, empty.headers['content-type']]).toEqual([400, XLSX]);
    const large = await send(market, Buffer.alloc(10 * 1_048_576 + 1));
    expect(large.statusCode).toBe(413);
    expect(await listOf(market)).toEqual([]);
  });

  it('are taken from who acts for a unit, and from nobody else', async () => {
    const file = await sheetOf([first]);
    expect((await world.nobody().send({ method: 'GET', url: URL })).statusCode).toBe(401);
    expect((await send(world.nobody(), file)).statusCode).toBe(401);
    for (const account of ['resident-1', 'zhoupu-steward'])
      expect((await send(world.as(account), file)).statusCode).toBe(403);
    expect((await send(world.as('clinic'), file, { query: '?dryRun=maybe' })).statusCode).toBe(400);
  });

  it('are read one at a time for a post', async () => {
    const file = await sheetOf([first]);
    const answers = await Promise.all([1, 2].map(() => send(world.as('bus-639'), file)));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 429]));
    expect(world.api.failures).toEqual([]);
  });
});
