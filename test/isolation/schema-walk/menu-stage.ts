import { MenuActs, type SeenDish, type SeenMenu } from '../../support/menu-acts.js';
import type { TestRegion } from '../../support/test-region.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { World } from '../../support/world.js';

const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id } } }`;
const HOUR = 3_600_000;
const FIND = `mutation ($input: AddDishFindingInput!) { addDishFinding(input: $input) { ... on Dish { findings { id version } } } }`;

/** Menus of the southeast, as far on as a step asks for; each of a month of its own. */
export class MenuStage {
  private months = 1;

  constructor(private readonly world: World) {}

  month(): { networkId: string; month: string } {
    return { networkId: this.world.network('southeast'), month: this.nextMonth() };
  }

  input(): object {
    const acts = this.acts();
    const leadUnitId = this.world.unit('clinic');
    return acts.input({ dates: this.dates(acts.month), leadUnitId });
  }

  async draft(): Promise<Versioned> {
    const acts = this.acts();
    return versionOf(await acts.draft('clinic', { dates: this.dates(acts.month) }));
  }

  async dated(): Promise<object> {
    const acts = this.acts();
    const { id, version, dates } = await acts.draft('clinic', { dates: this.dates(acts.month) });
    const [date] = dates;
    return { id, version, input: { dates: [{ id: date?.id, ...span(acts.month, 18) }] } };
  }

  async proposed(): Promise<Versioned> {
    return versionOf(await this.act('proposeDish', await this.draft()));
  }

  async taken(): Promise<Versioned> {
    return versionOf(await this.acts().act('southeast-officer', 'takeDish', await this.proposed()));
  }

  async asked(): Promise<Versioned> {
    const acts = this.acts();
    const unitId = this.world.unit('food-market');
    const { hosts } = await acts.act('southeast-officer', 'askDishHost', {
      ...(await this.proposed()),
      unitId,
    });
    return versionOf(hosts[0]);
  }

  async collecting(): Promise<Versioned> {
    const acts = this.acts();
    await acts.taken('clinic', { dates: this.dates(acts.month) });
    return versionOf(await acts.menu());
  }

  /** With something changed since, so that a version has all that it can have. */
  async published(): Promise<SeenMenu> {
    return (await this.servedAnew()).menu;
  }

  async shown(): Promise<SeenDish> {
    return (await this.servedAnew()).dish;
  }

  /** Other dishes may stand on that menu, cancelled ones too: months come round again. */
  private async servedAnew(): Promise<{ menu: SeenMenu; dish: SeenDish }> {
    const acts = this.acts();
    const { id } = await acts.taken('clinic', { dates: this.dates(acts.month) });
    await acts.published();
    const shown = await acts.dish(acts.secretary, id);
    await acts.act(acts.secretary, 'updateDish', { ...shown, input: { place: '活动室' } });
    const menu = await acts.published();
    const dish = await acts.dish(acts.secretary, id);
    if (!dish) throw new Error('What is published cannot be read.');
    return { menu, dish };
  }

  /** All that stands on it is over; the clock of the walk moves on. */
  async over(): Promise<Versioned> {
    const { menu } = await beginSoon(this.world, 'southeast', 'clinic');
    this.world.clock.advance(3 * HOUR);
    return versionOf(menu);
  }

  /** A survey that is being held, by the riverside: the month of the southeast is closed by the walk. Its clock moves on. */
  async surveyed(): Promise<string> {
    const { clock } = this.world;
    const start = clock.now().getTime() + HOUR;
    const month = `${new Date(start + 8 * HOUR).toISOString().slice(0, 8)}01`;
    const acts = new MenuActs(this.world, 'riverside', month);
    const dates = [{ startsAt: new Date(start).toISOString(), endsAt: new Date(start + HOUR).toISOString() }];
    const { id } = await acts.taken('riverside-primary', { kind: 'TOPICAL_SURVEY', dates });
    await acts.published();
    clock.advance(HOUR);
    return id;
  }

  /** What was held in the hour before this by the riverside, for the same reason. */
  past(): object {
    const end = this.world.clock.now().getTime();
    const dates = [{ startsAt: new Date(end - HOUR).toISOString(), endsAt: new Date(end).toISOString() }];
    return new MenuActs(this.world, 'riverside').past({ dates });
  }

  async found(): Promise<Versioned> {
    return find(this.world, 'riverside-primary', await this.surveyed());
  }

  async booked(input: object): Promise<{ dishId: string; bookingId: string }> {
    const { id: dishId } = await this.proposed();
    const clinic = this.world.as('clinic');
    const { requestBooking } = await clinic.ask<{ requestBooking: { id: string } }>(REQUEST, { input });
    return { dishId, bookingId: requestBooking.id };
  }

  async linked(input: object): Promise<object> {
    const wish = await this.booked(input);
    const link = `mutation ($dishId: ID!, $bookingId: ID!) { linkBookingToDish(dishId: $dishId, bookingId: $bookingId) { __typename } }`;
    await this.world.as('clinic').ask(link, wish);
    return wish;
  }

  private act(name: 'proposeDish', variables: object): Promise<SeenDish> {
    return this.acts().act('clinic', name, variables);
  }

  private acts(): MenuActs {
    return new MenuActs(this.world, 'southeast', this.nextMonth());
  }

  private dates(month: string): object[] {
    return [span(month, 12), span(month, 19)];
  }

  /** From February on, over and over: what stands on a menu already is no hindrance. */
  private nextMonth(): string {
    this.months++;
    return `2027-${String(2 + (this.months % 9)).padStart(2, '0')}-01`;
  }
}

function span(month: string, day: number): { startsAt: string; endsAt: string } {
  const date = `${month.slice(0, 8)}${day}`;
  return { startsAt: `${date}T09:00:00+08:00`, endsAt: `${date}T11:00:00+08:00` };
}

async function find(region: TestRegion, account: string, dishId: string): Promise<Versioned> {
  type Found = { addDishFinding: { findings: Versioned[] } };
  const input = { dishId, text: '发现' };
  const { addDishFinding } = await region.actingAs(account).ask<Found>(FIND, { input });
  return versionOf(addDishFinding.findings.at(-1));
}

/** What others may not see of menus: published elsewhere, proposed by another unit, and drafted in another network. */
export async function hideMenus(world: World) {
  const [elsewhere, riverside] = [
    await publishOne(world.other, world, 'southeast', 'clinic'),
    await publishOne(world, world, 'riverside', 'riverside-primary'),
  ];
  const here = new MenuActs(world);
  const proposed = await asked(here, world, 'savings-bank', 'food-market');
  const beside = new MenuActs(world, 'riverside', '2027-01-01');
  const dates = [span('2027-01-01', 12)];
  const draft = await beside.draft('riverside-primary', { dates });
  await beside.onMenu('openMenu', { networkId: world.network('riverside'), month: '2027-01-01' });
  await here.onMenu('openMenu', { networkId: world.network('southeast'), month: '2026-12-01' });
  return {
    otherRegion: elsewhere,
    riverside,
    southeast: { ...idsOf(proposed), Menu: (await here.menu()).id },
    drafts: { Dish: draft.id, DishDate: idOf(draft.dates[0]), Menu: (await beside.menu()).id },
  };
}

/** A published dish that begins in an hour of the world’s clock and lasts one; no service day stands beside it. */
export async function beginSoon(
  world: World,
  network: string,
  account: string,
  region: TestRegion = world,
): Promise<{ menu: SeenMenu; dish: SeenDish }> {
  const start = world.clock.now().getTime() + HOUR;
  const month = `${new Date(start + 8 * HOUR).toISOString().slice(0, 8)}01`;
  const acts = new MenuActs(region, network, month);
  const dates = [{ startsAt: new Date(start).toISOString(), endsAt: new Date(start + HOUR).toISOString() }];
  const dish = await acts.taken(account, { dates });
  for (const { node } of (await acts.menu()).dishes.edges)
    if (node.serviceDay !== null) await acts.act(acts.secretary, 'withdrawDish', node);
  return { menu: await acts.published(), dish };
}

async function publishOne(region: TestRegion, { clock }: World, network: string, account: string) {
  const acts = new MenuActs(region, network);
  const { id, startsAt } = await asked(acts, region, `${network}-committee`, account, true);
  const menu = await acts.published();
  const shown = await acts.dish(acts.secretary, id);
  if (!shown) throw new Error('What is published cannot be read.');
  const before = clock.now();
  clock.set(startsAt);
  const finding = await find(region, acts.secretary, id);
  clock.set(before);
  return { ...idsOf(shown), DishFinding: finding.id, Menu: menu.id };
}

/** A dish in which another unit is asked to take part. */
async function asked(
  acts: MenuActs,
  region: TestRegion,
  account: string,
  host: string,
  says = false,
): Promise<SeenDish> {
  const dish = await acts.proposed(account, { kind: 'TOPICAL_SURVEY' });
  const unitId = region.unit(host);
  const asking = await acts.act(acts.secretary, 'askDishHost', { ...dish, unitId });
  if (!says) return asking;
  return acts.act(host, 'answerDishHost', { ...versionOf(asking.hosts[0]), accept: true });
}

function idsOf({ id, dates, hosts }: SeenDish) {
  return { Dish: id, DishDate: idOf(dates[0]), DishHost: idOf(hosts[0]) };
}

function idOf(thing: { id: string } | undefined): string {
  if (!thing) throw new Error('There is none to hide.');
  return thing.id;
}
