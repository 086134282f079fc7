import { MenuActs, onDay, onPastDay, type SeenDish, type SeenMenu } from '../../support/menu-acts.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { World } from '../../support/world.js';
import type { Everything } from './everything.js';

/** A menu from its first dish to its end; dishes that are returned, withdrawn and cancelled, and what is booked for them. */
export async function dineInEveryWay(all: Everything, world: World): Promise<void> {
  const [clinic, market] = [world.as('clinic'), world.as('food-market')];
  const [secretary, officer] = [
    world.as('southeast-committee', { role: 'SECRETARY' }),
    world.as('southeast-officer'),
  ];
  const acts = new MenuActs(world);
  const networkId = world.network('southeast');
  const month = acts.month;
  const menu = await all.ask<SeenMenu>(officer, 'openMenu', { networkId, month });
  const draft = (more: object = {}) => all.ask<SeenDish>(clinic, 'createDish', { input: acts.input(more) });
  const propose = async (more: object = {}) =>
    all.ask<SeenDish>(clinic, 'proposeDish', versionOf(await draft(more)));
  await all.ask(clinic, 'withdrawDish', versionOf(await propose()));
  const reason = '请改时间';
  await all.ask(officer, 'returnDish', { ...versionOf(await propose()), reason });

  const dish = await propose({
    dates: [onDay(12, '10:00', '11:00'), onDay(19, '10:00', '11:00')],
    place: '活动室',
  });
  const ask = (version: Versioned, unit: string) =>
    all.ask<SeenDish>(officer, 'askDishHost', { ...versionOf(version), unitId: world.unit(unit) });
  const asked = await ask(await all.ask<SeenDish>(officer, 'takeDish', versionOf(dish)), 'food-market');
  const said = await all.ask<SeenDish>(market, 'answerDishHost', {
    ...versionOf(hostOf(asked, 'food-market')),
    accept: true,
  });
  const more = await ask(said, 'developer');
  await all.ask(officer, 'withdrawDishHost', versionOf(hostOf(more, 'developer')));
  const offerId = await world.offer('computer-room');
  const items = [{ offerId, ...onDay(19, '10:00', '11:00') }];
  type Bundle = { bookings: { id: string }[] };
  const { bookings } = await all.ask<Bundle>(clinic, 'bookForDish', { input: { dishId: dish.id, items } });
  const link = { dishId: dish.id, bookingId: bookings[0]?.id };
  await all.ask(clinic, 'unlinkBookingFromDish', link);
  const linked = await all.ask<SeenDish>(clinic, 'linkBookingToDish', link);
  const [first, second] = linked.dates;
  const dates = [first, { id: second?.id, ...onDay(19, '12:00', '13:00') }].map((date) => ({
    id: date?.id,
    startsAt: date?.startsAt,
    endsAt: date?.endsAt,
  }));
  await all.ask(officer, 'updateDish', { ...versionOf(linked), input: { dates, quota: 40 } });
  const published = await all.ask<SeenMenu>(secretary, 'publishMenu', versionOf(menu));
  const shown = await all.get<Versioned>(officer, dish.id);
  await all.ask(secretary, 'cancelDish', { ...versionOf(shown), reason: '台风' });
  await all.ask(secretary, 'publishMenu', versionOf(published));
  await recordAfterwards(all, world);
  const before = world.clock.now();
  await survey(all, world);
  world.clock.set(new Date('2027-01-01T00:00:00+08:00'));
  const standing = await all.get<Versioned>(officer, menu.id);
  await all.ask(officer, 'closeMenu', versionOf(standing));
  world.clock.set(before);
}

/** What was held and stood on no menu: by the committee for a unit, and by a unit; and what was not so. */
async function recordAfterwards(all: Everything, world: World): Promise<void> {
  const acts = new MenuActs(world);
  const officer = world.as('southeast-officer');
  const hostUnitIds = [world.unit('food-market')];
  const input = acts.past({ hostUnitIds, place: '活动室' });
  await all.ask(officer, 'recordDish', { input, onBehalfOf: world.unit('clinic') });
  const own = acts.past({ hostUnitIds, dates: [onPastDay(19)] });
  const recorded = await all.ask<SeenDish>(world.as('clinic'), 'recordDish', { input: own });
  const taken = await all.ask<SeenDish>(officer, 'takeDish', versionOf(recorded));
  const secretary = world.as('southeast-committee', { role: 'SECRETARY' });
  await all.ask(secretary, 'cancelDish', { ...versionOf(taken), reason: '日期有误' });
}

/** What is found, said anew and taken away, and how the year then stands. */
async function survey(all: Everything, world: World): Promise<void> {
  const acts = new MenuActs(world);
  const [clinic, secretary] = [world.as('clinic'), world.as('southeast-committee', { role: 'SECRETARY' })];
  const dates = [onDay(22)];
  const { id: dishId } = await acts.taken('clinic', { kind: 'TOPICAL_SURVEY', dates });
  await acts.published();
  world.clock.set(onDay(22).startsAt);
  type Survey = { findings: Versioned[] };
  const add = async () => {
    const input = { dishId, text: '晚间缺车位' };
    const { findings } = await all.ask<Survey>(clinic, 'addDishFinding', { input });
    return versionOf(findings.at(-1));
  };
  await all.ask(clinic, 'updateDishFinding', { ...(await add()), input: { text: '晚间缺三十个车位' } });
  await all.ask(secretary, 'removeDishFinding', await add());
}

function hostOf({ hosts }: SeenDish, code: string): Versioned | undefined {
  return hosts.find(({ unit, state }) => unit?.code === code && state === 'ASKED');
}

/** Every filter of both lists at once. */
export function menuFilters(world: World): [string, object][] {
  const networkId = world.network('southeast');
  const unitId = world.unit('clinic');
  const dishes = {
    networkId,
    unitId,
    leadUnitId: unitId,
    month: '2026-12-01',
    kinds: ['LECTURE'],
    states: ['TAKEN', 'CANCELLED'],
    from: '2026-12-01T00:00:00+08:00',
    to: '2027-01-01T00:00:00+08:00',
  };
  const menus = { networkId, states: ['PUBLISHED'], from: '2026-12-01', to: '2027-01-01' };
  return [
    ['dishes', { filter: dishes }],
    ['menus', { filter: menus }],
  ];
}
