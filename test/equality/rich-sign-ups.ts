import { MenuActs, onDay } from '../support/menu-acts.js';
import { SignUpActs } from '../support/sign-up-acts.js';
import type { TestRegion } from '../support/test-region.js';
import type { World } from '../support/world.js';

const MONTH = '2027-02-01';

/** Sign-ups in every state, of several units and in several networks, and every kind of what units are told. */
export async function signUp(world: World): Promise<void> {
  const acts = new SignUpActs(world, new MenuActs(world, 'southeast', MONTH));
  const open = { quota: null, title: '不限名额' };
  const [full, free, lost] = [
    await acts.published({ quota: 6, title: '满员', dates: [inMonth(12), inMonth(19)] }),
    await acts.published({ ...open, dates: [inMonth(14)] }, 'food-market'),
    await acts.published({ ...open, dates: [inMonth(16)] }, acts.menus.secretary),
  ];
  const bank = await acts.sign('savings-bank', full, 4);
  for (const [unit, heads] of [
    ['clinic', 3],
    ['food-market', 2],
    ['developer', 4],
    ['police-post', 1],
  ] as const)
    await acts.sign(unit, full, heads);
  await acts.cancel('savings-bank', bank);
  const onBehalfOf = world.unit('party-school');
  await acts.act('southeast-officer', 'signUpForDish', { dishId: free.id, heads: 12, onBehalfOf });
  for (const unit of ['clinic', 'food-market', 'southeast-committee']) {
    await acts.sign(unit, free, 2);
    await acts.sign(unit, lost, 2);
  }
  const [date] = (await acts.dish(full.id)).dates;
  const { id, startsAt, endsAt } = date ?? {};
  await acts.change(full, { dates: [{ id, startsAt, endsAt }] });
  for (const dish of [full, free]) await acts.change(dish, { place: '小学操场', segments: ['FAMILIES'] });
  await acts.menus.act(acts.menus.secretary, 'cancelDish', await acts.dish(lost.id));
  await acts.menus.published();
  await letInAt(world, 'riverside', 'riverside-property', 'riverside-primary');
  await letInAt(world.other, 'southeast', 'clinic', 'bus-639');
}

async function letInAt(region: TestRegion, network: string, first: string, second: string): Promise<void> {
  const acts = new SignUpActs(region, new MenuActs(region, network, MONTH));
  const dish = await acts.published({ quota: 2, dates: [inMonth(12)] }, first);
  const before = await acts.sign(first, dish, 2);
  await acts.sign(second, dish, 1);
  await acts.cancel(first, before);
}

function inMonth(day: number): object {
  const { startsAt, endsAt } = onDay(day);
  const move = (at: string): string => at.replace('2026-12', MONTH.slice(0, 7));
  return { startsAt: move(startsAt), endsAt: move(endsAt) };
}
