import { type Cast, GIVEN, type Give, OFFICER, SEATS } from './cast.js';
import { compare, type Views } from './look.js';
import type { Difference } from './view.js';
import type { Story, Worlds } from './worlds.js';

const STAGES = ['closed', 'published', 'final'] as const;
export type Stage = (typeof STAGES)[number];
export type Ending = Readonly<Record<Stage, Views>>;

/** The points of time at which a round steps on, whatever was done before. */
const CLOSED_AT = '2026-11-23T18:00:00+08:00';
const MINUTE = 60_000;
const ON_TIME: readonly string[] = ['fire-squadron', 'southeast-officer'];

/** Every judge scores, in the order of the seats. */
export function inOrder(give: Give = GIVEN): Story {
  return async (cast) => {
    await scoreOnTime(cast);
    for (const { account, at, seat } of allSeats())
      if (!ON_TIME.includes(account)) await cast.submit(account, at, give(at, seat));
  };
}

/** The same sheets: one judge was replaced, two have said what the other said, and they came the other way round. */
export const byOthers: Story = async (cast) => {
  await scoreOnTime(cast);
  await cast.declare('developer', 1);
  await cast.assign('bus-639', 1);
  const instead: Readonly<Record<string, string>> = { developer: 'bus-639' };
  for (const { account, at, seat } of allSeats().toReversed()) {
    if (ON_TIME.includes(account)) continue;
    const swapped = at === 0 && seat !== 1 && seat < 3 ? 2 - seat : seat;
    await cast.submit(instead[account] ?? account, at, GIVEN(at, swapped));
  }
  await cast.save('police-post', 0, ['10', '10']);
  await cast.save('police-post', 0, GIVEN(0, 2));
};

/** One sheet says more of the first nomination, which stays the first. */
export const raised: Give = (nomination, seat) =>
  nomination === 0 && seat === 0 ? ['95', '85'] : GIVEN(nomination, seat);

/** On to the end of a round, with looks at each stage. */
export async function playOut(
  worlds: Worlds,
  story: Story,
  lookers: Readonly<Partial<Record<Stage, readonly string[]>>>,
  sql = '',
): Promise<Partial<Ending>> {
  const cast = await worlds.goOn('settled', story, sql);
  const { results, world, staged } = cast;
  const ending: Partial<Record<Stage, Views>> = {};
  world.clock.set(CLOSED_AT);
  const step = async (stage: Stage, act: () => Promise<unknown>): Promise<void> => {
    world.clock.advance(MINUTE);
    await act();
    const accounts = lookers[stage];
    if (accounts) ending[stage] = await worlds.lookAt(cast, accounts);
  };
  await step('closed', async () => results.onRound('closeScoring', await roundOf(cast), {}, OFFICER));
  await step('published', async () => results.onRound('publishResult', await roundOf(cast)));
  await step('final', async () => {
    await results.passNotice({ id: staged.roundId });
    await results.onRound('finaliseResult', await roundOf(cast));
  });
  return ending;
}

/** What anybody can tell two endings apart by, and when. */
export function tellEndings(
  one: Partial<Ending>,
  other: Partial<Ending>,
): { readonly who: string; readonly differences: readonly Difference[] }[] {
  return STAGES.flatMap((stage) => {
    const [before, after] = [one[stage], other[stage]];
    if (!before || !after) return [];
    return compare(before, after).map(([account, ...differences]) => ({
      who: `${stage} ${account}`,
      differences,
    }));
  });
}

/** Judges who look at both worlds have scored at the same time in both. */
async function scoreOnTime(cast: Cast): Promise<void> {
  for (const account of ON_TIME) await cast.submit(account, 0, GIVEN(0, SEATS[0]?.indexOf(account) ?? 0));
}

function roundOf({ judging, staged }: Cast): Promise<{ id: string; version: number }> {
  return judging.rounds.see(staged.roundId);
}

function allSeats() {
  return SEATS.flatMap((accounts, at) => accounts.map((account, seat) => ({ account, at, seat })));
}
