import { GROUPS, PARTNERS_ALONE, ResultActs } from '../support/result-acts.js';
import { readPrintedPage } from '../support/printed-page.js';
import { startWorld, type World } from '../support/world.js';

const SECRETARY = 'southeast-committee';
const APPOINT = `mutation ($input: AppointInput!) { appoint(input: $input) { ... on Appointment { post { id } } } }`;
const RECORD = `mutation ($input: RecordBookingInput!) { recordBooking(input: $input) { ... on Booking { id } } }`;

/** Who knows whose the sheets are reads no scores, through whichever post. */
describe('how a score came about', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const changes = PARTNERS_ALONE;
  /** Of the first nomination of the result that stands, whether each of these reads it. */
  const whoReads = async (acts: ResultActs, roundId: string, accounts: readonly string[]) => {
    const seen: [string, boolean][] = [];
    for (const account of accounts) {
      const { currentResult, draftResult } = await acts.see(account, roundId);
      const [first] = (await acts.standings(account, currentResult ?? draftResult)) ?? [];
      seen.push([account, Boolean(first?.account)]);
    }
    return seen;
  };

  it('is kept from the returning officer through the other post of the same person', async () => {
    const acts = new ResultActs(world, 'cross-posted@developer');
    const subjects = [['cross-posted@property-management', { subjectLabel: '一号楼组' }]] as const;
    const { round } = await acts.published({ subjects, changes });
    const seen = await whoReads(acts, round.id, ['cross-posted@property-management', 'southeast-officer']);
    expect(seen).toEqual([
      ['cross-posted@property-management', false],
      ['southeast-officer', true],
    ]);
  });

  it('is kept from an officer of the committee who held the office through another post, from the draft on', async () => {
    const acts = new ResultActs(world);
    const residents = { panels: [{ kind: 'RESIDENTS', weight: '100' }] };
    const { round } = await acts.scored({ subjects: GROUPS.slice(0, 1), changes: residents });
    const readers = ['southeast-officer', SECRETARY];
    const person = { holderOf: world.post('southeast-officer') };
    const input = { person, unitId: world.unit('savings-bank'), role: 'DEPUTY' };
    type Appointed = { appoint: { post: { id: string } } };
    const { appoint } = await world.as(SECRETARY).ask<Appointed>(APPOINT, { input });
    const { id, version } = await acts.judging.rounds.see(round.id);
    const postId = appoint.post.id;
    const { rounds } = acts.judging;
    const appointed = await rounds.act(SECRETARY, 'appointReturningOfficer', { id, version, postId });
    await rounds.act(SECRETARY, 'askStreetOffice', appointed);
    const accepted = await rounds.act('zhoupu-steward', 'acceptReturningOffice', { id });
    await acts.onRound('closeScoring', { id }, { version: accepted.version }, 'zhoupu-steward');
    const after = [
      ['southeast-officer', false],
      [SECRETARY, true],
    ];
    expect(await whoReads(acts, round.id, readers)).toEqual(after);
    await acts.onRound('publishResult', await acts.judging.rounds.see(round.id));
    expect(await whoReads(acts, round.id, readers)).toEqual(after);
  });

  it('is shown to whose it is by a secretary who returns the round and reads none, also after another does', async () => {
    const acts = new ResultActs(world, SECRETARY);
    const { round } = await acts.published({ subjects: GROUPS.slice(0, 1), changes });
    const readers = [SECRETARY, 'clinic', 'savings-bank', 'food-market'];
    const readsNow = async () =>
      (await whoReads(acts, round.id, readers)).filter(([, reads]) => reads).map(([account]) => account);
    expect(await readsNow()).toEqual(['clinic']);
    const { id, version } = await acts.judging.rounds.see(round.id);
    await acts.judging.rounds.act(SECRETARY, 'askStreetOffice', { id, version });
    await acts.judging.rounds.act('zhoupu-steward', 'acceptReturningOffice', { id });
    // Whoever has read the roll reads no scores any more.
    expect(await readsNow()).toEqual(['clinic']);
  });

  it('is printed for whoever reads it, so that it can be worked out again, and for nobody else', async () => {
    const acts = new ResultActs(world);
    const many = { subjects: GROUPS.slice(0, 1), changes: { ...changes, sheetsPerPanel: 8 } };
    const { round } = await acts.published(many, () => ['80', '70']);
    const { currentResult } = await acts.see(SECRETARY, round.id);
    const [standing] = (await acts.standings(SECRETARY, currentResult)) ?? [];
    const count = standing?.account?.panels[0]?.sheetsCounted ?? 0;
    expect(count).toBeGreaterThan(4);
    const trimmed = (score: string): string =>
      [`（${score}）`, ...Array<string>(count - 2).fill(score), `（${score}）`].join('、');
    const mean = (score: string): string =>
      `（${Array<string>(count - 2)
        .fill(score)
        .join(' + ')}）÷ ${count - 2} = ${score}.00`;
    const url = `/evaluation-standings/${standing?.id}/account.html`;
    const print = (account: string) => world.actingAs(account).send({ method: 'GET', url });
    for (const account of [SECRETARY, 'clinic']) {
      const { statusCode, body, headers } = await print(account);
      expect([statusCode, headers['content-language']]).toEqual([200, 'zh-CN']);
      const { heading, facts, tables } = readPrintedPage(body);
      expect(heading).toBe('得分计算单：一号楼组');
      expect(facts.slice(1, 3)).toEqual(['第1号结果（公示中）', '名次：1']);
      expect(tables[0]?.summary).toBe(
        `权重 100%；计入评分表 ${count} 份，不予计分 0 份；折算权重 = 100 ÷ 100 × 100% = 100.00%`,
      );
      expect(tables[0]?.rows).toEqual([
        ['居民受益', '60%', trimmed('80'), mean('80'), '100% × 60% × 80 = 48.00'],
        ['可持续性', '40%', trimmed('70'), mean('70'), '100% × 40% × 70 = 28.00'],
        ['小计', '', '', '', '48 + 28 = 76.00'],
      ]);
      expect(body).toContain('总分 = 76.00');
    }
    // The food market reads the ranking, and the savings bank knows whose the sheets are.
    for (const account of [
      'food-market',
      'savings-bank',
      'zhoupu-steward',
      'resident-1',
      'riverside-committee',
    ])
      expect([account, (await print(account)).statusCode]).toEqual([account, 404]);
  });

  it('is shown to who leads and who co-hosts, and not to who has only supplied', async () => {
    const acts = new ResultActs(world);
    const { projects } = acts.judging.nominations;
    const need = await projects.claimed(SECRETARY, 'clinic', 'food-market');
    const { id: projectId } = await projects.start('clinic', { needIds: [need.id] });
    const input = {
      offerId: await world.offer('bus-45'),
      networkId: world.network('southeast'),
      requesterId: world.unit('clinic'),
      startsAt: '2026-11-21T02:00:00Z',
      endsAt: '2026-11-21T02:30:00Z',
      purpose: '接送老人体检',
      heads: 20,
    };
    type Recorded = { recordBooking: { id: string } };
    const { recordBooking } = await world.as('bus-639').ask<Recorded>(RECORD, { input });
    await projects.act('clinic', 'linkBookingToProject', { projectId, bookingId: recordBooking.id });
    const { round } = await acts.published({ subjects: [['clinic', { projectId }]], changes });
    expect(await whoReads(acts, round.id, ['clinic', 'food-market', 'bus-639'])).toEqual([
      ['clinic', true],
      ['food-market', true],
      ['bus-639', false],
    ]);
  });
});
