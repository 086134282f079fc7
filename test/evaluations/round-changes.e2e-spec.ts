import { EvaluationActs } from '../support/evaluation-acts.js';
import { startWorld, type World } from '../support/world.js';

const LONG = '长'.repeat(501);

/** Of what cannot be said of any round: see round-input. */
describe('what is said of a round later', () => {
  let world: World;
  let acts: EvaluationActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new EvaluationActs(world);
  });
  afterAll(() => world.close());

  it('is judged at the field that was said, and what was told is not judged anew', async () => {
    const now = world.clock.now();
    const until = { nominationsUntil: '2026-12-01T00:00:00Z', scoringUntil: '2026-12-08T00:00:00Z' };
    const round = await acts.nominating(until);
    const tryUpdate = async (input: object) =>
      acts.tryAct(acts.secretary, 'updateEvaluationRound', { ...(await acts.see(round.id)), input });
    const pathOf = async (input: object) => (await tryUpdate(input)).fields?.[0]?.path;
    expect(await pathOf({ periodFrom: '2027-01-01' })).toBe('input.periodFrom');
    expect(await pathOf({ nominationsUntil: '2026-12-08T00:00:00Z' })).toBe('input.nominationsUntil');
    expect(await pathOf({ scoringUntil: '2026-12-01T00:00:00Z' })).toBe('input.scoringUntil');
    world.clock.set('2026-12-02T00:00:00Z');
    expect(await pathOf({ nominationsUntil: '2026-12-02T00:00:00Z' })).toBe('input.nominationsUntil');
    expect(await tryUpdate({ name: '新名称' })).toMatchObject({ name: '新名称', version: round.version + 1 });
    // Null empties the two, and leaves what has to be.
    const emptied = await tryUpdate({
      nominationsUntil: null,
      scoringUntil: null,
      name: null,
      criteria: null,
    });
    expect(emptied).toMatchObject({ nominationsUntil: null, scoringUntil: null, name: '新名称' });
    expect(emptied.criteria).toEqual(round.criteria);
    world.clock.set(now);
  });

  it('is neither copied to a period upside down, nor with no finalist or too many, nor cancelled without a reason', async () => {
    const round = await acts.setUp({ subjectKind: 'CONTEST_TEAM' });
    const copyTo = { name: '下一年', periodFrom: '2027-12-31', periodTo: '2027-12-31' };
    const problem = async (input: object) => {
      const { id } = round;
      const said = { id, input: { ...copyTo, ...input } };
      return (await acts.tryAct(acts.secretary, 'copyEvaluationRound', said)).fields?.[0];
    };
    const upsideDown = { path: 'input.periodTo', message: 'The period ends before it begins.' };
    expect(await problem({ periodTo: '2027-12-30' })).toEqual(upsideDown);
    const few = { path: 'input.finalists', message: 'A final has at least one finalist.' };
    expect(await problem({ finalists: 0 })).toEqual(few);
    const many = { path: 'input.finalists', message: 'A final has at most 1,000 finalists.' };
    expect(await problem({ finalists: 1001 })).toEqual(many);
    const reasons = [];
    for (const reason of [' ', LONG]) {
      const cancelled = await acts.tryAct(acts.secretary, 'cancelEvaluationRound', { ...round, reason });
      reasons.push(cancelled.fields?.[0]);
    }
    expect(reasons).toEqual([
      { path: 'reason', message: 'Please say why.' },
      { path: 'reason', message: 'A reason has at most 500 characters.' },
    ]);
  });
});
