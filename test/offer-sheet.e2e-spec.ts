import {
  describeChange,
  importRosterWorkbook,
  readRoster,
  rosterWorkbook,
  RosterWorkbookError,
} from '#network';
import { OFFERS_FORM, offerPart, OfferService } from '#resources';
import { HucreWorkbooks, writeForm, type ReadSheet } from '#sheets';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { EXAMPLE } from './support/example-file.js';
import { offerRow } from './support/offer-rows.js';
import { queryAsSuperuser } from './support/cluster.js';
import { startTestApi, type TestApi } from './support/test-api.js';

type Row = Record<string, unknown>;
type Outcome = { lines: string[]; notes: string[] };

const ROWS: readonly Row[] = EXAMPLE.offers.map(offerRow);

describe('offers in the workbook of a roster', () => {
  let api: TestApi;
  let roster: ReturnType<typeof readRoster>;
  let regions = 0;
  const workbooks = new HucreWorkbooks();

  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  // Each test has a region of its own.
  beforeEach(() => {
    const region = { ...EXAMPLE.roster.region, code: `region-${++regions}` };
    roster = readRoster({ ...EXAMPLE.roster, region });
  });

  const sheetsOf = async (rows: readonly Row[]): Promise<readonly ReadSheet[]> =>
    workbooks.read(await workbooks.write([...rosterWorkbook(roster), writeForm(OFFERS_FORM, rows)]));
  const run = async (rows: readonly Row[], dryRun = false): Promise<Outcome> => {
    const { app, database, clock } = api;
    const parts = [offerPart(app.get(OfferService), app.get(GraphQLSchemaHost).schema)];
    const settings = { parts, clock, dryRun, hashPassword: async () => '-' };
    const { changes, notes } = await importRosterWorkbook(database.ownerUrl, await sheetsOf(rows), settings);
    const lines = changes.map(describeChange);
    return { lines: lines.filter((line) => line.includes('offer ')), notes: notes.map(({ en }) => en) };
  };
  const problemsOf = async (rows: readonly Row[]): Promise<string[]> => {
    try {
      await run(rows);
      return [];
    } catch (error) {
      if (!(error instanceof RosterWorkbookError)) throw error;
      return error.message.split('\n').slice(1);
    }
  };
  const stored = (): Promise<object[]> =>
    queryAsSuperuser(
      `SELECT o.title, u.code AS unit, o.state, o.kind, o.hours, o.facilities, o.floor_area_m2, o.max_load_kw,
         (SELECT array_agg(n.code ORDER BY n.code) FROM network n WHERE n.id = ANY (o.network_ids)) AS networks
       FROM offer o JOIN unit u ON u.id = o.unit_id JOIN region r ON r.id = o.region_id
       WHERE r.code = '${roster.region.code}' ORDER BY o.title`,
      api.database.name,
    );
  const findRegion = (): Promise<object[]> =>
    queryAsSuperuser(`SELECT FROM region WHERE code = '${roster.region.code}'`, api.database.name);

  it('are drafted and published with the roster, all kinds of them, and once', async () => {
    const dry = await run(ROWS, true);
    expect(dry.lines).toHaveLength(ROWS.length);
    expect(dry.lines).toContain('+ offer "社区活动用车(45座)" of bus-639, published to southeast, riverside');
    expect(await stored()).toEqual([]);
    expect(await findRegion()).toEqual([]);

    expect(await run(ROWS)).toEqual({ ...dry, notes: [] });
    const offers = await stored();
    expect(offers).toHaveLength(ROWS.length);
    expect(offers).toContainEqual({
      title: '操场晨练',
      unit: 'zhoupu-no3-primary',
      state: 'PUBLISHED',
      kind: 'VENUE',
      hours: [
        { days: 'EVERY', from: 330, to: 450 },
        { days: 'REST', from: 480, to: 1020 },
      ],
      facilities: [],
      floor_area_m2: '4200',
      max_load_kw: null,
      networks: ['southeast'],
    });
    expect(new Set(offers.map((offer) => Reflect.get(offer, 'kind'))).size).toBe(5);

    expect(await run(ROWS)).toEqual({ lines: [], notes: [] });
    expect(await stored()).toEqual(offers);
  });

  it('leave audit lines of what was done in the name of each unit', async () => {
    await run(ROWS.slice(0, 1));
    const lines = await queryAsSuperuser(
      `SELECT DISTINCT a.role, a.manner, u.code FROM audit_line a JOIN unit u ON u.id = a.unit_id
       JOIN region r ON r.id = a.region_id WHERE a.thing_type = 'Offer' AND r.code = '${roster.region.code}'`,
      api.database.name,
    );
    expect(lines).toEqual([{ role: 'SYSTEM', manner: 'BY_RULE', code: ROWS[0]?.['unit'] }]);
  });

  it('stay as they are when a row has changed, and are named', async () => {
    const [first = {}, second = {}] = ROWS;
    await run([first, second]);
    const before = await stored();
    const changed = { ...first, longestMinutes: 60, notes: '钥匙在门卫', hours: '每天 08:00-09:00' };
    const { lines, notes } = await run([changed, { ...second, networks: [] }]);
    expect(lines).toEqual([]);
    expect(notes).toEqual([
      expect.stringMatching(
        /^The offer "操场晨练" of zhoupu-no3-primary is there already with other values \(Hours, Longest \(minutes\), Notes\)/,
      ),
    ]);
    expect(await stored()).toEqual(before);
  });

  it('are drafts while no network is named', async () => {
    const { lines } = await run([{ ...ROWS[0], networks: [] }]);
    expect(lines).toEqual(['+ offer "操场晨练" of zhoupu-no3-primary, a draft']);
    expect(await stored()).toMatchObject([{ state: 'DRAFT', networks: null }]);
  });

  it('name each bad cell as createOffer would, and then nothing is stored', async () => {
    const venue = ROWS[0] ?? {};
    const without = ({ capacity: _, ...rest }: Row): Row => rest;
    const problems = await problemsOf([
      venue,
      without({ ...venue, title: 'a', capacity: 1 }),
      { ...venue, title: 'b', hours: '周一 08:00-12:00' },
      { ...venue, title: 'c', hours: '每天 12:00-08:00; 每天 9:00-25:00' },
      { ...venue, title: 'd', capacity: 0, seats: 45, slotMinutes: 999_999 },
      { ...venue, title: 'e', longestMinutes: 10, floorAreaM2: 'large' },
      { ...venue, unit: undefined, title: '', contactPhone: 'none' },
      { ...venue },
    ]);
    const at = (place: string, message: RegExp): unknown =>
      expect.stringMatching(new RegExp(`^ {2}资源 Offers!${place}: .*${message.source}`));
    const column = (field: string): string => {
      const index = OFFERS_FORM.columns.findIndex((one) => one.field === field);
      return `${index >= 26 ? 'A' : ''}${String.fromCharCode(65 + (index % 26))}`;
    };
    expect(problems).toEqual(
      expect.arrayContaining([
        at(`${column('capacity')}3`, /must be given/),
        at(`${column('hours')}4`, /Begin with the days/),
        at(`${column('hours')}5`, /lies between 00:00 and 24:00/),
        at(`${column('capacity')}6`, /at least 1 person/),
        at(`${column('seats')}6`, /belongs to the kind vehicle, and the row is of the kind venue/),
        at(`${column('slotMinutes')}6`, /at most a day/),
        at(`${column('floorAreaM2')}7`, /decimal is written/),
        at(`${column('unit')}8`, /Name the unit/),
        at(`${column('title')}8`, /must be given/),
        at(`${column('title')}9`, /of that name at 资源 Offers!C2 already/),
      ]),
    );
    expect(await findRegion()).toEqual([]);
  });

  it('name units and networks that are not there, and take the roster back with them', async () => {
    const [first = {}] = ROWS;
    const problems = await problemsOf([
      first,
      { ...first, unit: 'nobody' },
      { ...first, title: 'z', networks: ['southeast', 'riverside', 'nowhere'] },
    ]);
    expect(problems).toEqual([
      expect.stringMatching(/^ {2}资源 Offers!B4: .* network with the code riverside\.$/),
      expect.stringMatching(/^ {2}资源 Offers!A3: No unit has the code "nobody"\.$/),
    ]);
    expect(await findRegion()).toEqual([]);
  });
});
