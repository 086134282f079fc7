import { fromGlobalId } from '#graphql';
import { Tenancy } from '#tenancy';
import { MenuActs, onDay, type SeenDish } from '../support/menu-acts.js';
import { OrderActs } from '../support/order-acts.js';
import { startWorld, type World } from '../support/world.js';
import { randomUUID } from 'node:crypto';

const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) {
  __typename ... on BookingBundle { bookings { id } } ... on Refusal { message } } }`;
const LINK = `INSERT INTO dish_booking (region_id, id, dish_id, network_id, dish_unit_id, reader_unit_ids, is_proposed, is_published,
    date_id, booking_id, offer_id, offer_title, requester_unit_id, owner_unit_id, linked_at, standing)
  SELECT region_id, $1, dish_id, network_id, dish_unit_id, reader_unit_ids, is_proposed, is_published,
    NULL, $2, offer_id, offer_title, $3, owner_unit_id, linked_at, standing FROM dish_booking WHERE dish_id = $4`;

const RECORD = `INSERT INTO dish (region_id, id, network_id, month, unit_id, lead_unit_id, kind, state, title, starts_at, ends_at,
    allows_passing, segments, posted_at, proposed_at, taken_at, published_at, recorded_at, updated_at, version)
  SELECT region_id, $1, network_id, month, unit_id, lead_unit_id, kind, $2, title, starts_at, ends_at,
    allows_passing, segments, posted_at, proposed_at, $3, $3, $4, updated_at, 1 FROM dish WHERE id = $5`;

/** What the services never try: each statement is refused by the row policy alone. */
describe('the walls around a dish that is published, and an order that is over', () => {
  let world: World;
  let acts: MenuActs;
  let orders: OrderActs;
  let dish: SeenDish;
  let bookingId: string;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world);
    orders = new OrderActs(world);
    dish = await acts.taken('clinic', { dates: [onDay(12, '10:00', '11:00')] });
    const items = [{ offerId: await world.offer('computer-room'), ...onDay(12, '10:00', '11:00') }];
    type Answer = { bookForDish: { bookings: { id: string }[] } };
    const { bookForDish } = await world.as('clinic').ask<Answer>(BOOK, { input: { dishId: dish.id, items } });
    bookingId = bookForDish.bookings[0]?.id ?? '';
    await acts.published();
  });
  afterAll(() => world.close());

  /** How many rows it wrote. */
  const run = async (account: string, sql: string, ...values: unknown[]): Promise<number> => {
    const { claims } = world.actingAs(account);
    if (!claims) throw new Error('An account acts through a post.');
    const counting = `WITH done AS (${sql} RETURNING id) SELECT count(*)::int AS rows FROM done`;
    const write = world.api.app
      .get(Tenancy)
      .write(claims, (tx) => tx.query<{ rows: number }>(counting, values));
    return (await write)[0]?.rows ?? 0;
  };
  const idOf = (thing: { readonly id: string }): string => fromGlobalId('Dish', thing.id);

  it('its unit writes a draft, and not what the network reads', async () => {
    const rename = `UPDATE dish SET title = '换名' WHERE id = $1`;
    expect(await run('clinic', rename, idOf(await acts.draft('clinic')))).toBe(1);
    expect(await run('clinic', rename, idOf(dish))).toBe(0);
  });

  it.each([
    `UPDATE dish_booking SET is_published = false WHERE dish_id = $1`,
    `DELETE FROM dish_booking WHERE dish_id = $1`,
  ])('its unit does not do away with what is booked for it: %s', async (sql) => {
    expect(await run('clinic', sql, idOf(dish))).toBe(0);
  });

  it('nobody says of the booking of another unit that it serves a dish, not even the committee', async () => {
    const values = [randomUUID(), fromGlobalId('Booking', bookingId)];
    const link = (account: string) =>
      run(account, LINK, ...values, fromGlobalId('Unit', world.unit('clinic')), idOf(dish));
    await expect(link('southeast-committee')).rejects.toThrow('row-level security');
    // As far as its own requester may: the booking serves the dish already.
    await expect(link('clinic')).rejects.toThrow('dish_booking_key');
  });

  it('its unit publishes nothing by recording it, and proposes nothing unseen but what was held', async () => {
    const recorded = await acts.recorded('clinic');
    const write = (state: string, publishedAt: Date | null, recordedAt: Date | null) =>
      run('clinic', RECORD, randomUUID(), state, publishedAt, recordedAt, idOf(recorded));
    const now = world.clock.now();
    expect(await write('PROPOSED', null, now)).toBe(1);
    await expect(write('TAKEN', now, now)).rejects.toThrow('row-level security');
    await expect(write('PROPOSED', null, null)).rejects.toThrow('row-level security');
    await expect(write('PROPOSED', null, new Date(recorded.startsAt))).rejects.toThrow('dish_recorded_check');
  });

  it('whoever ordered does not write an order that is over', async () => {
    const order = await orders.placed('food-market');
    const rename = `UPDATE dish_order SET title = '换名' WHERE id = $1`;
    const id = fromGlobalId('DishOrder', order.id);
    expect(await run('food-market', rename, id)).toBe(1);
    await orders.act('food-market', 'withdrawDishOrder', order);
    expect(await run('food-market', rename, id)).toBe(0);
  });
});
