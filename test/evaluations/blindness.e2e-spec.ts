import { type Cast, OFFICER } from './blindness/cast.js';
import { byOthers, type Ending, inOrder, playOut, raised, tellEndings } from './blindness/endings.js';
import { compare, type Views } from './blindness/look.js';
import { PLANTS, SHEETS_AS_THEY_LIE, UNREAD_NOTE } from './blindness/plants.js';
import { tracesOf } from './blindness/process-traces.js';
import { Worlds } from './blindness/worlds.js';

const SECRETARY = 'southeast-committee';
const STEWARD = 'zhoupu-steward';
/** Of them nobody is the returning officer, or a judge whose sheets or assignments differ. */
const JUDGES = ['fire-squadron', 'secondary-school', 'resident-1'];
const BESIDE = ['clinic', 'owners-committee', SECRETARY, STEWARD, 'riverside-committee'];

/** Who looks at a round that comes to its end, and when. */
const LOOKERS = {
  closed: [SECRETARY, 'clinic'],
  published: ['southeast-officer'],
  final: ['fire-squadron', 'clinic', SECRETARY, STEWARD, OFFICER],
};
/** Where what is counted is meant to show. */
const IN_ACCOUNT = /\.account\.(panels|score)\.|^table public.evaluation_account /;

/** At the same minute in every world, after all that others do. */
const quiet = async (cast: Cast): Promise<void> => {
  cast.world.clock.set('2026-11-23T14:00:00+08:00');
  await cast.submit('fire-squadron', 0, ['70', '60']);
};
/** All that can become of a sheet and of an assignment, of others. */
const busy =
  (scores: readonly string[]) =>
  async (cast: Cast): Promise<void> => {
    await cast.submit('police-post', 0, scores);
    await cast.save('police-post', 0, scores.toReversed());
    await cast.save('computing-institute', 0, [scores[0] ?? null, null]);
    await cast.submit('southeast-officer', 0, scores);
    await cast.submit('resident-2', 0, scores);
    await cast.declare('developer', 1);
    await cast.assign('bus-639', 1);
    await cast.drop('party-school', 1);
    await cast.submit('southeast-kindergarten', 2, scores);
    await cast.drop('southeast-kindergarten', 2);
    await cast.excuse('resident-3');
    await quiet(cast);
  };
/** One sheet, and one assignment less. */
const brief = async (cast: Cast): Promise<void> => {
  await cast.submit('police-post', 0, ['80', '90']);
  await cast.drop('party-school', 1);
};
const nothing = async (): Promise<void> => {};

describe('judging', () => {
  let worlds: Worlds;

  beforeAll(async () => {
    worlds = await Worlds.begin([...JUDGES, ...BESIDE]);
  });
  afterAll(() => worlds.close());

  let played: Promise<Partial<Ending>> | null = null;
  const inOrderPlayed = () => (played ??= playOut(worlds, inOrder(), LOOKERS));

  it('tells nobody what became of another’s sheet, nor who was dropped, excused or put in place', async () => {
    const all = [...JUDGES, ...BESIDE, null];
    const tried = ['secondary-school', 'clinic', SECRETARY];
    const one = await worlds.look('settled', quiet, all, { tried });
    const other = await worlds.look('settled', busy(['80', '90']), all, { tried });
    expect(compare(one, other)).toEqual([]);
  });

  it('tells it in no other list of the API, of which the committee reads most', async () => {
    const one = await worlds.look('settled', nothing, [SECRETARY], { wanted: /./ });
    const other = await worlds.look('settled', brief, [SECRETARY], { wanted: /./ });
    expect(compare(one, other)).toEqual([]);
  });

  it('tells not even the returning officer, the log or the figures how somebody scored', async () => {
    const scored = async (scores: readonly string[]): Promise<[Views, readonly string[]]> => {
      const cast = await worlds.goOn('settled', nothing);
      const [, traces] = await tracesOf(cast.world, () => busy(scores)(cast));
      return [await worlds.lookAt(cast, [OFFICER, 'resident-1']), traces];
    };
    const [one, traces] = await scored(['80', '90']);
    const [other, otherTraces] = await scored(['35', '60']);
    expect(compare(one, other)).toEqual([]);
    expect(traces.length).toBeGreaterThan(20);
    expect(otherTraces).toEqual(traces);
  });

  it('tells nobody who judges nothing whether there are judges at all', async () => {
    const accounts = ['clinic', SECRETARY, STEWARD];
    const unproposed = await worlds.look('begun', nothing, accounts);
    const proposed = await worlds.look('begun', async (cast) => void (await cast.propose()), accounts);
    expect(compare(unproposed, proposed)).toEqual([]);
    const settled = await worlds.look('settled', brief, accounts);
    expect(compare(unproposed, settled)).toEqual([]);
  });

  it('never tells who judged: the same sheets, by others and in another order, come to the same to the end', async () => {
    const ending = await inOrderPlayed();
    const other = await playOut(worlds, byOthers, {
      ...LOOKERS,
      final: LOOKERS.final.filter((one) => one !== OFFICER),
    });
    expect(tellEndings(ending, other)).toEqual([]);
  });

  it('shows what a sheet said in the account alone, which the committee and, once published, its unit read', async () => {
    const ending = await inOrderPlayed();
    const seen = tellEndings(ending, await playOut(worlds, inOrder(raised), LOOKERS));
    expect(seen.map(({ who }) => who)).toEqual([
      `closed ${SECRETARY}`,
      'published southeast-officer',
      'final clinic',
      `final ${SECRETARY}`,
    ]);
    for (const { differences } of seen) {
      const where = differences.map(({ asked, path }) => `${asked} ${path}`);
      expect(where.filter((one) => !IN_ACCOUNT.test(one))).toEqual([]);
      expect(where.some((one) => one.includes('account.panels'))).toBe(true);
    }
  });

  describe('would not pass with', () => {
    it.each(Object.entries(PLANTS))('%s', async (_, { sql, account, seenIn, isTried }) => {
      const wish = { sql, tried: isTried ? [account] : [], wanted: /^nominations$/ };
      const one = await worlds.look('settled', nothing, [account], wish);
      const other = await worlds.look('settled', brief, [account], wish);
      const asked = compare(one, other).flatMap(([, ...differences]) =>
        differences.map((each) => each.asked),
      );
      expect(asked.filter((each) => seenIn.test(each))).not.toEqual([]);
    });

    it('sheets that are kept as they lie, and read', async () => {
      const lookers = { closed: [SECRETARY] };
      const one = await playOut(worlds, inOrder(), lookers, SHEETS_AS_THEY_LIE);
      const [seen] = tellEndings(one, await playOut(worlds, byOthers, lookers, SHEETS_AS_THEY_LIE));
      expect(seen?.differences.map(({ asked }) => asked)).toContain('table public.counted_sheets');
    });
  });

  it('passes with a note of each sheet that nobody reads, also for an officer who judges', async () => {
    const accounts = ['southeast-officer', 'resident-1'];
    const one = await worlds.look('settled', nothing, accounts, { sql: UNREAD_NOTE });
    const other = await worlds.look('settled', brief, accounts, { sql: UNREAD_NOTE });
    expect(compare(one, other)).toEqual([]);
  });
});
