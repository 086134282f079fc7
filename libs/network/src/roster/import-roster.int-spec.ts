import { FixedClock } from '#tenancy';
import { Client } from 'pg';
import { asSuperuser, createTestDatabase, type TestDatabase } from '../../../../test/support/cluster.js';
import { describeChange } from './describe-change.js';
import { importRoster, type RosterImport, type RosterImportSettings } from './import-roster.js';
import { SMALL_ROSTER } from './small-roster.js';

const fail = (): Promise<void> => Promise.reject(new Error('The disk is full.'));

describe('importing a roster', () => {
  let database: TestDatabase;
  const clock = new FixedClock('2026-11-23T09:00:00+08:00');
  let passwords = 0;

  beforeEach(async () => {
    database = await createTestDatabase();
    passwords = 0;
  });
  afterEach(() => database.drop());

  const run = (roster: unknown, settings: RosterImportSettings = {}): Promise<RosterImport> =>
    importRoster(database.ownerUrl, roster, {
      clock,
      makePassword: () => `password ${++passwords}`,
      hashPassword: async (password) => `hash of ${password}`,
      ...settings,
    });
  const linesOf = ({ changes }: RosterImport): string[] => changes.map(describeChange);

  /** As an import sees it; nobody else sees a whole region. */
  const query = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query('BEGIN; SET LOCAL ROLE lianjian_operator');
    await client.query(`SELECT app.set_local('region_id', (SELECT id::text FROM region))`);
    const { rows } = await client.query<Record<string, unknown>>(sql);
    await client.end();
    return rows;
  };

  it('adds all that is in the file, with a way in for each person', async () => {
    const { changes, notes, accounts } = await run(SMALL_ROSTER);
    expect(changes).toHaveLength(27);
    expect(notes).toEqual([]);
    expect(accounts.map(({ account, password, posts }) => [account, password, posts.length])).toEqual([
      ['committee', 'password 1', 1],
      ['fleet', 'password 2', 2],
      ['office', 'password 3', 1],
      ['resident', 'password 4', 1],
    ]);
    expect(
      await query(`
        SELECT u.code, array_agg(n.code ORDER BY n.code) AS networks, array_agg(m.role ORDER BY n.code) AS roles
        FROM unit u JOIN membership m ON m.unit_id = u.id JOIN network n ON n.id = m.network_id
        WHERE n.id = ANY (u.network_ids) AND m.state = 'ACTIVE' GROUP BY 1 ORDER BY 1`),
    ).toEqual([
      { code: 'committee', networks: ['east', 'west'], roles: ['CONVENER', 'CONVENER'] },
      { code: 'fleet', networks: ['east', 'west'], roles: ['PARTNER', 'PARTNER'] },
      { code: 'owners', networks: ['east'], roles: ['GUEST'] },
    ]);
    expect(
      await query(`
        SELECT role, cardinality(network_ids) AS networks, cardinality(scope_network_ids) AS scope, until
        FROM post ORDER BY role, network_ids`),
    ).toEqual([
      { role: 'DEPUTY', networks: 1, scope: 0, until: null },
      { role: 'LIAISON', networks: 2, scope: 0, until: null },
      // The last day to its end, in Shanghai.
      { role: 'REPRESENTATIVE', networks: 2, scope: 0, until: new Date('2027-06-30T16:00:00Z') },
      { role: 'SECRETARY', networks: 2, scope: 0, until: null },
      { role: 'STEWARD', networks: 0, scope: 1, until: null },
    ]);
    expect(await query(`SELECT name, password_hash FROM account WHERE name = 'fleet'`)).toEqual([
      { name: 'fleet', password_hash: 'hash of password 2' },
    ]);
  });

  it('changes nothing when run twice, and says so', async () => {
    await run(SMALL_ROSTER);
    expect(await run(SMALL_ROSTER)).toEqual({ changes: [], notes: [], accounts: [] });
    expect(await query('SELECT DISTINCT version FROM unit UNION SELECT version FROM post')).toEqual([
      { version: 1 },
    ]);
  });

  it('says in a dry run exactly what it then does', async () => {
    const dry = await run(SMALL_ROSTER, { dryRun: true });
    expect(await query('SELECT FROM region')).toEqual([]);
    expect([dry.accounts, passwords]).toEqual([[], 0]);
    expect(linesOf(await run(SMALL_ROSTER))).toEqual(linesOf(dry));
  });

  it('updates what has changed and adds what is new', async () => {
    await run(SMALL_ROSTER);
    const changed = structuredClone(SMALL_ROSTER);
    Object.assign(changed.region, { name: '浦东' });
    Object.assign(changed.units[1] ?? {}, { name: '639车队', kind: 'OTHER' });
    Object.assign(changed.networks[0] ?? {}, {
      facts: { residents: 4100 },
      opensAccountsExternally: true,
      serviceDays: [{ day: 15, name: '环境清洁日' }],
    });
    Object.assign(changed.networks[1] ?? {}, { partners: ['fleet', 'owners'] });
    for (const post of changed.posts.filter(({ account }) => account === 'fleet'))
      Object.assign(post, { name: '车队联络员甲', dutyPhone: '021-5555 0001' });
    expect(linesOf(await run(changed))).toEqual([
      '~ region 310115: name "上海市浦东新区" → "浦东"',
      '~ unit fleet: name "浦东巴士639车队" → "639车队", kind "TRANSPORT" → "OTHER"',
      '~ unit owners: networkIds [east] → [east, west]',
      '~ network east: facts {"residents":4079} → {"residents":4100}, opensAccountsExternally false → true',
      '+ service day 15 of east',
      '- service day 5 of east',
      '+ partner owners in west',
      '~ person fleet: name "浦东巴士639车队联络员" → "车队联络员甲"',
      '~ post of fleet: DEPUTY in owners: dutyPhone null → "021-5555 0001", personName "浦东巴士639车队联络员" → "车队联络员甲", networkIds [east] → [east, west]',
      '~ post of fleet: LIAISON in fleet: dutyPhone null → "021-5555 0001", personName "浦东巴士639车队联络员" → "车队联络员甲"',
    ]);
    expect((await run(changed)).changes).toEqual([]);
  });

  it('takes nothing away, and leaves to committee and units what they have settled', async () => {
    await run(SMALL_ROSTER);
    await asSuperuser(`UPDATE membership SET state = 'LEFT' WHERE unit_code = 'owners'`, database.name);
    await asSuperuser(`UPDATE post SET revoked_at = now() WHERE role = 'DEPUTY'`, database.name);
    const smaller = structuredClone(SMALL_ROSTER);
    smaller.posts = smaller.posts.filter(({ account }) => account !== 'resident');
    Object.assign(smaller.networks[1] ?? {}, { partners: [] });
    const { changes, notes, accounts } = await run(smaller);
    expect({ changes, accounts, notes: notes.map(({ en }) => en) }).toEqual({
      changes: [],
      notes: [
        'owners stays in east what it is: GUEST, LEFT.',
        'post of fleet: DEPUTY in owners was revoked, and is not given again.',
        'account resident is not in the file, and stays.',
        'fleet in west is not in the file, and stays.',
      ],
      accounts: [],
    });
  });

  it('refuses to change what cannot change, and what has ended already', async () => {
    await run(SMALL_ROSTER);
    const changed = structuredClone(SMALL_ROSTER);
    changed.region.timeZone = 'Asia/Urumqi';
    Object.assign(changed.networks[0] ?? {}, { convener: 'fleet', partners: ['committee'] });
    changed.posts.push({
      account: 'late',
      name: '代表',
      unit: 'committee',
      role: 'REPRESENTATIVE',
      until: '2026-11-22',
    });
    await expect(run(changed)).rejects.toMatchObject({
      problems: [
        {
          path: 'region.timeZone',
          message: { en: 'the region keeps its hours in Asia/Shanghai, and goes on doing so' },
        },
        { path: 'networks[0].convener', message: { en: 'a network keeps its convener' } },
        { path: `posts[${changed.posts.length - 1}].until`, message: { en: 'lies in the past' } },
      ],
    });
  });

  it('stores nothing when anything goes wrong, the keeping of passwords included', async () => {
    await expect(run(SMALL_ROSTER, { keep: fail })).rejects.toThrow('The disk is full.');
    expect(await query('SELECT FROM region')).toEqual([]);
  });

  it('imports once when two start at the same time', async () => {
    const both = await Promise.all([run(SMALL_ROSTER), run(SMALL_ROSTER)]);
    expect(both.map(({ changes }) => changes.length).toSorted((a, b) => a - b)).toEqual([0, 27]);
    expect(await query('SELECT code FROM region')).toEqual([{ code: '310115' }]);
  });
});
