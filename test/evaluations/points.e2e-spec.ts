import { ContributionAccount } from '#resources';
import { fromGlobalId } from '#graphql';
import { Tenancy } from '#tenancy';
import * as fc from 'fast-check';
import { queryAsSuperuser } from '../support/cluster.js';
import {
  AWARDS,
  FinalRound,
  PROJECTS,
  type Awarding,
  type AwardName,
  type ProjectName,
} from '../support/final-round.js';
import { propertyRuns } from '../support/property-runs.js';
import { RecognitionActs } from '../support/recognition-acts.js';
import { startWorld, type World } from '../support/world.js';

const ENTRIES = `{ contributions(first: 100) { edges { node { measure amount sixtieths isCounterEntry assumed usedAt unit { code }
  network { code } booking { id } requester { code } recognition { title isCoHost takenBackAt round { name }
  nomination { title recognitions { totalCount } } result { number } takenBackByResult { number } } } } } }`;
const TOTALS = `{ contributionTotals(filter: { from: "2026-01-01", to: "2028-01-01" }, first: 100) {
  edges { node { month measure sixtieths unit { code } } } } }`;
const STORED = `SELECT row_to_json(c)::text AS entry FROM contribution c ORDER BY id`;
const SUMS = `SELECT u.code, sum(c.sixtieths)::int / 60 AS points FROM contribution c JOIN unit u ON u.id = c.unit_id
  WHERE c.measure = 'POINTS' GROUP BY 1 HAVING sum(c.sixtieths) <> 0 ORDER BY 1`;
const WRONG_MONTHS = `
  SELECT unit_id, month FROM contribution_total t WHERE measure = 'POINTS' AND sixtieths <> (
    SELECT coalesce(sum(sixtieths), 0) FROM contribution c
    WHERE c.unit_id = t.unit_id AND c.network_id = t.network_id AND c.measure = t.measure
      AND date_trunc('month', c.used_at AT TIME ZONE 'Asia/Shanghai')::date = t.month)`;
const STANDING = `SELECT u.code || ' ' || r.what || ' ' || r.title AS given FROM recognition r JOIN unit u ON u.id = r.unit_id
  WHERE r.kind = 'AWARD' AND r.taken_back_at IS NULL ORDER BY 1`;

interface Entry {
  readonly amount: string;
  readonly unit: { readonly code: string };
}
interface Entries {
  readonly contributions: { readonly edges: readonly { readonly node: Entry }[] };
}
interface Totals {
  readonly contributionTotals: {
    readonly edges: readonly {
      readonly node: { readonly measure: string; readonly unit: { readonly code: string } };
    }[];
  };
}

const awarding = fc.record(
  Object.fromEntries(
    Object.keys(PROJECTS).map((name) => [name, fc.constantFrom(...(Object.keys(AWARDS) as AwardName[]))]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Awarding>;

/** What a result gives when nothing was before it, in the plainest way. */
function dueOf(result: Awarding): { points: Map<string, number>; given: string[] } {
  const points = new Map<string, number>();
  const given: string[] = [];
  for (const [name, award] of Object.entries(result)) {
    const { title, lead, coHosts } = PROJECTS[name as ProjectName];
    for (const unit of [lead, ...coHosts]) {
      const worth = unit === lead ? AWARDS[award].points : AWARDS[award].coHostPoints;
      if (worth > 0) points.set(unit, (points.get(unit) ?? 0) + worth);
      given.push(`${unit} ${title} ${award}`);
    }
  }
  return { points, given: given.toSorted() };
}

describe('points of awards in the account', () => {
  let world: World;
  let round: FinalRound;
  const read = <Row extends object>(sql: string) => queryAsSuperuser<Row>(sql, world.api.database.name);

  beforeAll(async () => {
    world = await startWorld();
    round = await FinalRound.open(world);
  });
  afterAll(() => world.close());

  it('are what the last final result gives, whatever came before, and nothing that was entered changes', async () => {
    const property = fc.asyncProperty(awarding, fc.integer({ min: 0, max: 40 }), async (result, days) => {
      const before = (await read<{ entry: string }>(STORED)).map(({ entry }) => entry);
      world.clock.set(new Date(world.clock.now().getTime() + days * 86_400_000));
      await round.settle(result);
      const { points, given } = dueOf(result);
      const sums = await read<{ code: string; points: number }>(SUMS);
      expect(new Map(sums.map((one) => [one.code, one.points]))).toEqual(points);
      expect((await read<{ given: string }>(STANDING)).map((one) => one.given)).toEqual(given);
      expect(await read(WRONG_MONTHS)).toEqual([]);
      const after = (await read<{ entry: string }>(STORED)).map(({ entry }) => entry);
      expect(after).toEqual(expect.arrayContaining(before));
      await round.grant(result);
      expect(await read(STORED)).toHaveLength(after.length);
    });
    await fc.assert(property, propertyRuns(15));
  });

  it('are read by their unit and the committee, entry by entry; by stewards as sums; by nobody else', async () => {
    await round.settle({ venue: '一等奖' });
    const codesOf = async (account: string): Promise<string[]> => {
      const { contributions } = await world.actingAs(account).ask<Entries>(ENTRIES);
      return [...new Set(contributions.edges.map(({ node }) => node.unit.code))].toSorted();
    };
    const sumsOf = async (account: string): Promise<string[]> => {
      const { contributionTotals } = await world.actingAs(account).ask<Totals>(TOTALS);
      const points = contributionTotals.edges.filter(({ node }) => node.measure === 'POINTS');
      return [...new Set(points.map(({ node }) => node.unit.code))].toSorted();
    };
    const all = ['bus-639', 'clinic', 'food-market'];
    for (const [account, entries, sums] of [
      ['southeast-officer', all, all],
      ['clinic', ['clinic'], ['clinic']],
      ['food-market', ['food-market'], ['food-market']],
      ['riverside-property', [], []],
      ['riverside-committee', [], []],
      ['zhoupu-steward', [], all],
    ] as const) {
      expect([account, await codesOf(account)]).toEqual([account, entries]);
      expect([account, await sumsOf(account)]).toEqual([account, sums]);
    }
  });

  it('say what they were given for, and of no booking', async () => {
    world.clock.set(new Date(world.clock.now().getTime() + 86_400_000));
    await round.settle({ square: '二等奖' });
    const { contributions } = await world.actingAs('bus-639').ask<Entries>(ENTRIES);
    const given = contributions.edges.map(({ node }) => node).find(({ amount }) => amount === '20.00');
    expect(given).toEqual({
      measure: 'POINTS',
      amount: '20.00',
      sixtieths: '1200',
      isCounterEntry: false,
      assumed: false,
      usedAt: world.clock.now().toISOString(),
      unit: { code: 'bus-639' },
      network: { code: 'southeast' },
      booking: null,
      requester: null,
      recognition: {
        title: '二等奖',
        isCoHost: false,
        takenBackAt: null,
        round: { name: '2026年度项目评比' },
        nomination: { title: '喷泉广场', recognitions: { totalCount: expect.any(Number) } },
        result: { number: expect.any(Number) },
        takenBackByResult: null,
      },
    });
  });

  it('are credited by the committee of the network alone: no unit credits itself, no committee another’s', async () => {
    const [award] = await new RecognitionActs(world).list('bus-639', { kinds: ['AWARD'], stands: true });
    const given = {
      recognitionId: fromGlobalId('Recognition', award?.id ?? ''),
      unitId: fromGlobalId('Unit', world.unit('bus-639')),
      networkId: fromGlobalId('Network', world.network('southeast')),
      points: 1000,
    };
    for (const account of ['bus-639', 'riverside-committee']) {
      const { claims } = world.actingAs(account);
      if (!claims) throw new Error(`${account} has no post.`);
      const points = world.api.app.get(ContributionAccount, { strict: false });
      const act = world.api.app.get(Tenancy).write(claims, (tx) => points.settlePoints(tx, [given]));
      await expect(act).rejects.toThrow(/row-level security/);
    }
  });
});
