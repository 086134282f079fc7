import { fromGlobalId } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import * as fc from 'fast-check';
import { BookingStage, kindOf } from '../../../../test/support/booking-stage.js';
import { CLAIM_FAULTS } from '../../../../test/support/claim-faults.js';
import { ClaimModel } from '../../../../test/support/claim-model.js';
import { NeedActs } from '../../../../test/support/need-acts.js';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { NeedService } from '../need/need.service.js';
import { ClaimAsking } from './claim-asking.js';
import { ClaimTimes } from './claim-times.js';
import { ClaimService } from './claim.service.js';

const RUNS = Number(process.env.CLAIM_RUNS ?? 25);
const UNITS = ['food-market', 'police-post', 'developer'];
const [HAVER, COMMITTEE] = ['clinic', 'southeast-committee'];

const OF_UNITS = ['ask', 'claim', 'yes', 'no', 'withdraw', 'giveUp', 'arrive', 'answerNeed'] as const;
const OF_ALL = ['open', 'reopenNeed', 'withdrawNeed'] as const;
type Move =
  | { readonly act: (typeof OF_UNITS)[number]; readonly unit: string }
  | { readonly act: (typeof OF_ALL)[number] };

const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ act: fc.constantFrom(...OF_UNITS), unit: fc.constantFrom(...UNITS) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom(...OF_ALL) }) },
);
const plays = fc.record({
  places: fc.integer({ min: 1, max: 3 }),
  opens: fc.boolean(),
  moves: fc.array(moves, { minLength: 4, maxLength: 14 }),
});

const NEED = `SELECT n.state, n.version, ARRAY(SELECT u.code FROM unit u WHERE u.id = ANY (k.reader_unit_ids) ORDER BY u.code) AS readers
  FROM need n JOIN need_contact k ON k.id = n.id WHERE n.id = $1`;
const CLAIMS = `SELECT DISTINCT ON (u.code) u.code AS unit, c.id, c.version, c.state, c.place
  FROM claim c JOIN unit u ON u.id = c.unit_id WHERE c.need_id = $1
  ORDER BY u.code, (c.state IN ('ASKED', 'ACCEPTED')) DESC, c.updated_at DESC, c.version DESC`;

interface StoredClaim {
  readonly unit: string;
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly place: number | null;
}

let stage: BookingStage;
beforeAll(async () => {
  stage = await BookingStage.open();
});
afterAll(() => stage.close());

it(
  'goes as the model does, whatever is done in whatever order',
  async () => {
    const needs = new NeedActs(stage.world);
    const property = fc.asyncProperty(plays, async ({ places, opens, moves: all }) => {
      const drafted = await needs.step(HAVER, 'proposeNeed', await needs.draft(HAVER, { places }));
      const { id } = await needs.step(COMMITTEE, 'takeNeed', drafted);
      const play = new Play(fromGlobalId('Need', id), new ClaimModel(places));
      for (const move of opens ? [{ act: 'open' } as const, ...all] : all) {
        // Each act has its own instant, so that the last claim of a unit is the last one.
        stage.world.clock.advance(1_000);
        const step = await play.step(move);
        expect({ move, ...step.actual }).toEqual({ move, ...step.expected });
      }
      expect(await stage.inspect(CLAIM_FAULTS)).toEqual([]);
    });
    await fc.assert(property, propertyRuns(RUNS));
  },
  20_000 + RUNS * 3_000,
);

/** One need, played on the platform and on the model side by side. */
class Play {
  constructor(
    private readonly needId: string,
    private readonly model: ClaimModel,
  ) {}

  async step(move: Move): Promise<{ actual: object; expected: object }> {
    const actual = await this.act(move);
    const expected = 'unit' in move ? this.model[move.act](move.unit) : this.model[move.act]();
    const isSkipped = actual === 'NONE';
    return {
      actual: { answer: actual, ...(await this.stored()) },
      expected: { answer: isSkipped ? 'NONE' : expected, ...this.said() },
    };
  }

  private async act(move: Move): Promise<string> {
    const [need] = await stage.inspect<{ version: number }>(NEED, [this.needId]);
    const claims = await stage.inspect<StoredClaim>(CLAIMS, [this.needId]);
    const [id, version] = [this.needId, need?.version ?? 0];
    if (!('unit' in move)) {
      const service = stage.get(NeedService);
      if (move.act === 'open') return attempt(COMMITTEE, (tx) => service.open(tx, id, version));
      if (move.act === 'reopenNeed')
        return attempt(HAVER, (tx) => service.reopen(tx, id, version, '没有人来'));
      return attempt(HAVER, (tx) => service.withdraw(tx, id, version, null));
    }
    const { act, unit } = move;
    const service = stage.get(ClaimService);
    if (act === 'ask') {
      const unitId = fromGlobalId('Unit', stage.world.unit(unit));
      return attempt(COMMITTEE, (tx) => stage.get(ClaimAsking).askAll(tx, id, [unitId]));
    }
    if (act === 'claim') return attempt(unit, (tx) => service.claim(tx, id));
    if (act === 'answerNeed') {
      return attempt(unit, (tx) => stage.get(NeedService).answer(tx, id, version, '已办好'));
    }
    const claim = claims.find((one) => one.unit === unit);
    return claim ? this.move(act, unit, claim) : 'NONE';
  }

  private move(
    act: 'yes' | 'no' | 'withdraw' | 'giveUp' | 'arrive',
    unit: string,
    { id, version }: StoredClaim,
  ): Promise<string> {
    const service = stage.get(ClaimService);
    const answer = (accept: boolean) => (tx: TenantTransaction) =>
      service.answer(tx, id, version, { accept, reason: null });
    const acts = {
      yes: () => attempt(unit, answer(true)),
      no: () => attempt(unit, answer(false)),
      withdraw: () => attempt(COMMITTEE, (tx) => service.withdraw(tx, id, version)),
      giveUp: () => attempt(unit, (tx) => service.giveUp(tx, id, version, '来不了')),
      arrive: () => attempt(unit, (tx) => stage.get(ClaimTimes).noteArrival(tx, id, version, tx.now)),
    };
    return acts[act]();
  }

  private async stored(): Promise<object> {
    const [need] = await stage.inspect<{ state: string; readers: string[] }>(NEED, [this.needId]);
    const claims = await stage.inspect<StoredClaim>(CLAIMS, [this.needId]);
    return {
      state: need?.state,
      readers: need?.readers,
      claims: claims.map(({ unit, state, place }) => ({ unit, state, place })),
    };
  }

  private said(): object {
    const { state, accepted: readers } = this.model;
    const claims = [...this.model.claims].map(([unit, claim]) => ({ unit, ...claim }));
    return { state, readers, claims: claims.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)) };
  }
}

function attempt(unit: string, act: (tx: TenantTransaction) => Promise<unknown>): Promise<string> {
  return stage.write(unit, act).then(() => 'GRANTED', kindOf);
}
