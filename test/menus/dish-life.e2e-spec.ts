import { EXAMPLE } from '../support/example-file.js';
import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { startWorld, type World } from '../support/world.js';

void EXAMPLE;

describe('a dish, from the proposal to its end', () => {
  let world: World;
  let acts: MenuActs;

  beforeAll(async () => {
    world = await startWorld({ now: '2026-11-20T09:00:00+08:00' });
    acts = new MenuActs(world);
  });
  afterAll(async () => { for (const f of world.api.failures) console.error(f); await world.close(); });

  const seenBy = async (id: string): Promise<string[]> => {
    const all = ['clinic', 'southeast-officer', 'food-market', 'zhoupu-steward', 'resident-1', 'owners-committee', 'riverside-committee'];
    const seen = await Promise.all(all.map(async (account) => ((await acts.dish(account, id)) ? [account] : [])));
    return seen.flat();
  };

  it('is read by its unit, then by the committee, and by the network once it is published', async () => {
    const draft = await acts.draft('clinic');
    expect(await seenBy(draft.id)).toEqual(['clinic']);
    const proposed = await acts.act('clinic', 'proposeDish', draft);
    expect(await seenBy(draft.id)).toEqual(['clinic', 'southeast-officer']);
    const taken = await acts.act('southeast-officer', 'takeDish', proposed);
    expect([taken.state, await seenBy(draft.id)]).toEqual(['TAKEN', ['clinic', 'southeast-officer']]);
    expect(await acts.findMenu('clinic')).toBeNull();
    await acts.published();
    expect(await seenBy(draft.id)).toEqual(['clinic', 'southeast-officer', 'food-market', 'zhoupu-steward', 'resident-1']);
    expect((await acts.menu('food-market')).edition).toBe(1);
    const dates = (await acts.dish('food-market', draft.id))?.dates ?? [];
    expect(dates.map(({ startsAt }) => new Date(startsAt))).toEqual([new Date(onDay(16).startsAt)]);
  });

  it('goes back to its unit alone, dates and all, and can be proposed anew', async () => {
    const taken = await acts.taken('clinic');
    const returned = await acts.act('southeast-officer', 'returnDish', { ...taken, reason: '请改时间' });
    void returned;
    const back = (await acts.dish('clinic', taken.id)) as SeenDish;
    expect([back.state, back.reason, back.dates.length]).toEqual(['RETURNED', '请改时间', 1]);
    expect(await seenBy(taken.id)).toEqual(['clinic']);
    const again = await acts.act('clinic', 'proposeDish', back);
    expect([again.state, again.reason]).toEqual(['PROPOSED', null]);
  });
});
