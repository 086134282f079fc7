import { MenuActs, onDay } from '../support/menu-acts.js';
import { NeedActs } from '../support/need-acts.js';
import { ProjectActs } from '../support/project-acts.js';
import { startWorld, type World } from '../support/world.js';

const OFFERS = `query ($id: ID!) { dish(id: $id) { offers { title booking { state startsAt purpose } } } }`;
const BOOK = `mutation ($input: BookForDishInput!, $tryOnly: Boolean) { bookForDish(input: $input, tryOnly: $tryOnly) {
  __typename ... on BookingBundle { bookings { id state } } ... on Refusal { message } } }`;

const REMOVE = `mutation ($id: ID!, $version: Int!) { removeMembership(id: $id, version: $version) { __typename } }`;

interface Booked {
  readonly title: string;
  readonly booking: { readonly state: string; readonly startsAt: string; readonly purpose: string } | null;
}

describe('a dish', () => {
  let world: World;
  let acts: MenuActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world);
  });
  afterAll(() => world.close());

  const faultOf = async (changes: object, account = 'clinic') => {
    const { __typename, fields } = await acts.tryAct(account, 'createDish', { input: acts.input(changes) });
    return [__typename, fields?.map(({ path, message }) => `${path}: ${message}`).join()];
  };

  it.each([
    [{ month: '2026-10-01' }, 'input.month: This month is over.'],
    [{ month: '2026-12-02' }, 'input.month: A month is given by its first day.'],
    [{ month: '2028-01-01' }, 'input.month: A menu lies 12 months ahead at most.'],
    [{ month: '2027-01-01' }, 'input.dates.0.startsAt: It is held within the month of its menu.'],
    [
      {
        dates: [onDay(31, '22:00', '23:00'), { ...onDay(31, '23:30'), endsAt: '2027-01-01T00:30:00+08:00' }],
      },
      'input.dates.1.endsAt: It is held within the month of its menu.',
    ],
    [{ dates: [onDay(6, '11:00', '09:00')] }, 'input.dates.0.endsAt: It must end after it starts.'],
    [{ dates: [onDay(6), onDay(6, '10:00', '12:00')] }, 'input.dates: Its dates overlap.'],
    [{ dates: [] }, 'input.dates: Say when it is held.'],
    [
      { signUpDeadline: onDay(16, '09:01').startsAt },
      'input.signUpDeadline: Sign-up ends when it starts, at the latest.',
    ],
    [{ quota: 5, quotaPerUnit: 6 }, 'input.quotaPerUnit: The quota of one unit is no more than that of all.'],
    [{ title: null }, 'input.title: Give the activity a title.'],
    [{ kind: null }, 'input.kind: Say what kind of activity it is.'],
  ])('is refused with %j', async (changes, fault) => {
    expect(await faultOf(changes)).toEqual(['BAD_USER_INPUT', fault]);
  });

  it('is refused by the field that was said', async () => {
    const dish = await acts.draft('clinic', {
      quota: 20,
      quotaPerUnit: 10,
      signUpDeadline: onDay(15).startsAt,
    });
    const fieldOf = async (input: object) =>
      (await acts.tryAct('clinic', 'updateDish', { ...dish, input })).fields?.map(({ path }) => path);
    expect(await fieldOf({ quota: 5 })).toEqual(['input.quota']);
    expect(await fieldOf({ quotaPerUnit: 21 })).toEqual(['input.quotaPerUnit']);
    expect(await fieldOf({ dates: [onDay(14)] })).toEqual(['input.dates']);
    expect(await fieldOf({ signUpDeadline: onDay(17).startsAt })).toEqual(['input.signUpDeadline']);
  });

  it('may lie in the month that has begun, as far as it is ahead', async () => {
    const november = { month: '2026-11-01' };
    const [over, ahead] = ['2026-11-20', '2026-11-28'].map((day) => [
      { startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T10:00:00+08:00` },
    ]);
    expect(await faultOf({ ...november, dates: over })).toEqual([
      'BAD_USER_INPUT',
      'input.dates.0.startsAt: An activity lies ahead.',
    ]);
    expect((await acts.draft('clinic', { ...november, dates: ahead })).month).toBe('2026-11-01');
  });

  it('is led by its unit; only the committee names another, which belongs to the network', async () => {
    const leadUnitId = world.unit('food-market');
    expect((await faultOf({ leadUnitId }))[1]).toMatch(/^input.leadUnitId: The committee alone/);
    const stranger = world.unit('riverside-primary');
    expect((await faultOf({ leadUnitId: stranger }, acts.secretary))[1]).toMatch(/No active unit/);
    expect((await acts.draft(acts.secretary, { leadUnitId })).lead?.code).toBe('food-market');
  });

  it('can come from a need, a project or a dish of last month, and says only what it is told otherwise', async () => {
    const need = await new NeedActs(world).open('clinic', { heads: 12, location: '三楼' });
    const blank = { title: null, kind: 'CARE_VISIT' };
    const ofNeed = await acts.draft('food-market', { ...blank, needId: need.id });
    expect(ofNeed).toMatchObject({ kind: 'CARE_VISIT', quota: 12, place: '三楼' });
    const project = await new ProjectActs(world).start(acts.secretary);
    const ofProject = await acts.draft(acts.secretary, { ...blank, projectId: project.id });
    expect(ofProject).toMatchObject({ title: '体检接送', what: '每周三接送老人。' });
    const january = [{ startsAt: '2027-01-06T09:00:00+08:00', endsAt: '2027-01-06T10:00:00+08:00' }];
    const wish = { title: null, kind: null, month: '2027-01-01', dates: january, copyOfId: ofNeed.id };
    const copy = await acts.draft('food-market', { ...wish, quota: 20 });
    expect(copy).toMatchObject({
      title: ofNeed.title,
      kind: 'CARE_VISIT',
      quota: 20,
      place: '三楼',
      month: '2027-01-01',
    });
    const hidden = await acts.tryAct('clinic', 'createDish', { input: acts.input({ copyOfId: ofNeed.id }) });
    expect(hidden.__typename).toBe('NOT_FOUND');
  });

  it('is read by a unit that is asked, until that says no; others read a yes once it is published', async () => {
    const dish = await acts.taken('clinic');
    const unitId = world.unit('food-market');
    expect(await acts.dish('food-market', dish.id)).toBeNull();
    const asked = await acts.act(acts.secretary, 'askDishHost', { ...dish, unitId });
    expect((await acts.tryAct(acts.secretary, 'askDishHost', { ...asked, unitId })).message).toMatch(
      /asked already/,
    );
    expect((await acts.dish('food-market', dish.id))?.dates.length).toBe(1);
    const [host] = asked.hosts;
    const refused = await acts.act('food-market', 'answerDishHost', {
      ...host,
      accept: false,
      reason: '没空',
    });
    expect(await acts.dish('food-market', dish.id)).toBeNull();
    const anew = await acts.act(acts.secretary, 'askDishHost', { ...refused, unitId });
    const now = anew.hosts.find(({ state }) => state === 'ASKED');
    await acts.act('food-market', 'answerDishHost', { id: now?.id, version: now?.version, accept: true });
    await acts.published();
    expect((await acts.dish('developer', dish.id))?.hosts).toMatchObject([
      { state: 'ACCEPTED', reason: null },
    ]);
    const states = (await acts.dish('clinic', dish.id))?.hosts.map(({ state }) => state);
    // Asked twice at one instant of the world's clock.
    expect(states?.toSorted()).toEqual(['ACCEPTED', 'DECLINED']);
  });

  it('of a unit that leaves is withdrawn before it is published; what is published goes on, led by the committee', async () => {
    const [draft, proposed] = [await acts.draft('developer'), await acts.proposed('developer')];
    const led = await acts.taken('developer');
    const asked = await acts.act(acts.secretary, 'askDishHost', {
      ...(await acts.taken('clinic')),
      unitId: world.unit('developer'),
    });
    const [host] = asked.hosts;
    await acts.act('developer', 'answerDishHost', { ...host, accept: true });
    await acts.published();
    const id = world.membership('developer', 'southeast');
    const find = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;
    const committee = world.actingAs(acts.secretary);
    const { node } = await committee.ask<{ node: object }>(find, { id });
    await committee.ask(REMOVE, node);
    const states = [draft, proposed].map(async (dish) => (await acts.dish('developer', dish.id))?.state);
    expect(await Promise.all(states)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    expect(await acts.dish(acts.secretary, led.id)).toMatchObject({
      state: 'TAKEN',
      lead: { code: 'southeast-committee' },
    });
    const left = await acts.dish(acts.secretary, asked.id);
    expect(left?.hosts.map(({ state }) => state)).toEqual(['WITHDRAWN']);
    expect(await acts.dish('developer', asked.id)).toBeNull();
  });

  describe('with what is booked for it', () => {
    const bookedFor = async (account: string, id: string): Promise<readonly Booked[]> => {
      const { dish } = await world
        .actingAs(account)
        .ask<{ dish: { offers: Booked[] } | null }>(OFFERS, { id });
      return dish?.offers ?? [];
    };
    const book = async (
      dishId: string,
      offers: readonly string[],
      spans: readonly object[],
      more: object = {},
    ) => {
      const items = spans.flatMap((span) => offers.map((offerId) => ({ offerId, ...span })));
      const variables = { input: { dishId, items }, ...more };
      type Answer = { bookForDish: { __typename: string; bookings?: { state: string }[] } };
      return (await world.actingAs('clinic').ask<Answer>(BOOK, variables)).bookForDish;
    };

    it('has it in one act, all or none, moves it with its dates and gives it up when it is cancelled', async () => {
      const [hall, bus] = await world.offers('computer-room', 'bus-45');
      const dates = [onDay(12, '10:00', '11:00'), onDay(19, '10:00', '11:00')];
      const dish = await acts.proposed('clinic', { kind: 'COURSE', title: '电脑课', dates });
      const offers = [hall, bus].flatMap((id) => id ?? []);
      expect((await book(dish.id, offers, dates, { tryOnly: true })).__typename).toBe('BookingBundle');
      expect(await bookedFor('clinic', dish.id)).toEqual([]);
      expect((await book(dish.id, [hall ?? ''], [onDay(13, '03:00', '04:00')])).__typename).toBe(
        'ItemsRefused',
      );
      await book(dish.id, offers, dates);
      const booked = await bookedFor('clinic', dish.id);
      expect(booked.map(({ booking }) => booking?.purpose)).toEqual(Array(4).fill('电脑课'));
      const seen = await acts.dish('clinic', dish.id);
      const [first, second] = seen?.dates ?? [];
      const moved = [
        { id: first?.id, ...dates[0] },
        { id: second?.id, ...onDay(19, '12:00', '13:00') },
      ];
      await acts.act('clinic', 'updateDish', { ...seen, input: { dates: moved } });
      const after = await bookedFor('clinic', dish.id);
      const standing = after.filter(({ booking }) =>
        ['REQUESTED', 'CONFIRMED'].includes(booking?.state ?? ''),
      );
      const starts = standing.map(({ booking }) => new Date(booking?.startsAt ?? '').toISOString());
      expect(new Set(starts)).toEqual(
        new Set([onDay(12, '10:00'), onDay(19, '12:00')].map((at) => new Date(at.startsAt).toISOString())),
      );
      await acts.act(acts.secretary, 'takeDish', (await acts.dish('clinic', dish.id)) ?? dish);
      await acts.published();
      expect(
        (await bookedFor('food-market', dish.id)).every(
          ({ title, booking }) => title !== '' && booking === null,
        ),
      ).toBe(true);
      const cancelled = (await acts.dish(acts.secretary, dish.id)) ?? dish;
      await acts.act(acts.secretary, 'cancelDish', { ...cancelled, reason: '台风' });
      const ended = (await bookedFor('clinic', dish.id)).map(({ booking }) => booking?.state);
      expect(ended.every((state) => state === 'CANCELLED' || state === 'WITHDRAWN')).toBe(true);
    });
  });
});
