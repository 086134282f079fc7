import { queryAsSuperuser } from '../support/cluster.js';
import { MenuActs, onDay, type MenuActName, type SeenDish } from '../support/menu-acts.js';
import { NeedActs } from '../support/need-acts.js';
import { ProjectActs } from '../support/project-acts.js';
import { expectRefused, type RefusedAct } from '../support/refused.js';
import { startWorld, type World } from '../support/world.js';

/** As many units more as are named, members of the network, each taking part in a dish as one unit does already. */
const MORE_HOSTS = `
  WITH asked AS (SELECT h.*, h.unit_id AS model FROM dish_host h JOIN dish d ON d.id = h.dish_id WHERE d.title = '大联欢'),
  units AS (INSERT INTO unit SELECT (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'code', 'guest-' || n))).*
    FROM unit u JOIN asked ON u.id = asked.model, generate_series(1, 18) n RETURNING id, code),
  members AS (INSERT INTO membership SELECT (jsonb_populate_record(m, jsonb_build_object(
      'id', gen_random_uuid(), 'unit_id', units.id, 'unit_code', units.code))).*
    FROM membership m JOIN asked ON (m.unit_id, m.network_id) = (asked.model, asked.network_id), units RETURNING unit_id)
  INSERT INTO dish_host SELECT (jsonb_populate_record(h, jsonb_build_object(
      'id', gen_random_uuid(), 'unit_id', members.unit_id))).*
    FROM dish_host h JOIN asked ON asked.id = h.id, members`;

const long = (length: number): string => '长'.repeat(length);

describe('what is refused while dishes are composed', () => {
  let world: World;
  let acts: MenuActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MenuActs(world);
  });
  beforeEach(() => world.clock.set('2026-11-23T09:00:00+08:00'));
  afterAll(() => world.close());

  const refused = (...cases: RefusedAct[]): Promise<void> => expectRefused(world.api.database, cases);
  const creating = (expected: string, changes: object): RefusedAct => [
    expected,
    () => acts.tryAct('clinic', 'createDish', { input: acts.input(changes) }),
  ];
  const on = (expected: string, account: string, name: MenuActName, variables: object): RefusedAct => [
    expected,
    () => acts.tryAct(account, name, variables),
  ];
  const again = async ({ id }: SeenDish): Promise<SeenDish> => {
    const dish = await acts.dish(acts.secretary, id);
    if (!dish) throw new Error('The committee does not read it.');
    return dish;
  };

  it('is what is too long, too many, too few or too much', async () => {
    const segment = ['ELDERLY', 'FAMILIES', 'NEWCOMERS', 'UNEMPLOYED', 'VOLUNTEERS', 'ALL', 'ALL'];
    const dates = Array.from({ length: 32 }, () => onDay(16));
    await refused(
      creating('input.title: A title has at most 100 characters.', { title: long(101) }),
      creating('input.what: Text may have at most 2000 characters; this has 2001.', { what: long(2001) }),
      creating('input.place: A place has at most 200 characters.', { place: long(201) }),
      creating('input.dates: A course has at most 31 dates.', { dates }),
      creating('input.quota: A quota is one person at least.', { quota: 0 }),
      creating('input.quota: A quota is a million persons at most.', { quota: 1_000_001 }),
      creating('input.quotaPerUnit: A quota is one person at least.', { quotaPerUnit: 0 }),
      creating('input.quotaPerUnit: A quota is a million persons at most.', { quotaPerUnit: 1_000_001 }),
      creating('input.segments: Say for whom it is.', { segments: [] }),
      creating('input.segments: There are six.', { segments: segment }),
    );
    const greatest = { title: long(100), what: long(2000), place: long(200), quota: 1_000_000 };
    const every = Array.from({ length: 31 }, (_, at) => onDay(at + 1));
    const dish = await acts.draft('clinic', { ...greatest, segments: segment.slice(0, 6), dates: every });
    expect([dish.dates.length, dish.segments.length, dish.quota]).toEqual([31, 6, 1_000_000]);
  });

  it('is what comes from two things at once', async () => {
    const need = await new NeedActs(world).open('clinic');
    const project = await new ProjectActs(world).start('clinic');
    const dish = await acts.draft('clinic');
    const origins = { needId: need.id, projectId: project.id, copyOfId: dish.id };
    const one = 'input: It comes from one thing: a project, a need or another activity.';
    await refused(
      ...Object.keys(origins).map((left) => creating(one, { ...origins, [left]: null })),
      creating(one, origins),
    );
  });

  it('is a date of another dish, and one that has begun', async () => {
    const dish = await acts.taken('clinic', { kind: 'COURSE', dates: [onDay(8), onDay(9)] });
    const other = await acts.draft('clinic', { dates: [onDay(10)] });
    const [first, second] = dish.dates.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }));
    const strange = { ...onDay(10), id: other.dates[0]?.id };
    const none = 'The activity has no such date.';
    const update = (expected: string, dates: object[]): RefusedAct =>
      on(expected, acts.secretary, 'updateDish', { ...dish, input: { dates } });
    await refused(
      creating(`input.dates.0.id: ${none}`, { dates: [strange] }),
      update(`input.dates.2.id: ${none}`, [first ?? {}, second ?? {}, strange]),
    );
    world.clock.set(onDay(8).startsAt);
    const begun = 'input.dates.0.startsAt: What has begun is not put to another time.';
    await refused(
      update(begun, [{ ...onDay(11), id: first?.id }, second ?? {}]),
      // Nor made longer while it is held.
      update(begun, [{ ...onDay(8, '09:00', '12:00'), id: first?.id }, second ?? {}]),
    );
    const input = { dates: [first, { ...onDay(12), id: second?.id }] };
    const moved = await acts.act(acts.secretary, 'updateDish', { ...dish, input });
    expect(moved.dates.map(({ id }) => id)).toEqual([first?.id, second?.id]);
  });

  it('is another lead that a unit names', async () => {
    const leadUnitId = world.unit('food-market');
    const dish = await acts.draft('clinic');
    const alone = 'input.leadUnitId: The committee alone names another lead; a unit leads what it proposes.';
    await refused(
      creating(alone, { leadUnitId }),
      on(alone, 'clinic', 'updateDish', { ...dish, input: { leadUnitId } }),
    );
  });

  it('is an end without a reason, and the end of the other half of its life', async () => {
    const draft = await acts.taken('clinic', { title: '未发布', dates: [onDay(17)] });
    const back = 'It is not published: send it back or withdraw it.';
    await refused(
      on('reason: Say why.', acts.secretary, 'returnDish', { ...draft, reason: ' ' }),
      on('reason: A reason has at most 500 characters.', acts.secretary, 'returnDish', {
        ...draft,
        reason: long(501),
      }),
      on(`WrongState: ${back}`, acts.secretary, 'cancelDish', { ...draft }),
    );
    await acts.published();
    const dish = await again(draft);
    const over = 'WrongState: It is published: cancel it, with the reason.';
    await refused(
      on('reason: Say why.', acts.secretary, 'cancelDish', { ...dish, reason: '\u3000' }),
      on('reason: A reason has at most 500 characters.', acts.secretary, 'cancelDish', {
        ...dish,
        reason: long(501),
      }),
      on(over, acts.secretary, 'returnDish', { ...dish }),
      on(over, 'clinic', 'withdrawDish', { ...dish }),
    );
  });

  it('is who leads it, who was asked, and a twenty-first co-host', async () => {
    const dish = await acts.taken('clinic', { title: '大联欢', dates: [onDay(18)] });
    const ask = (unit: string) => ({ unitId: world.unit(unit) });
    const asked = await acts.act(acts.secretary, 'askDishHost', { ...dish, ...ask('food-market') });
    const [host] = asked.hosts;
    await refused(
      on('unitId: This unit leads the activity.', acts.secretary, 'askDishHost', {
        ...asked,
        ...ask('clinic'),
      }),
      on('WrongState: This unit was asked already.', acts.secretary, 'askDishHost', {
        ...asked,
        ...ask('food-market'),
      }),
      on('reason: A reason has at most 500 characters.', 'food-market', 'answerDishHost', {
        ...host,
        accept: false,
        reason: long(501),
      }),
    );
    await queryAsSuperuser(MORE_HOSTS, world.api.database.name);
    const full = await acts.act(acts.secretary, 'askDishHost', { ...asked, ...ask('developer') });
    expect(full.hosts.length).toBe(20);
    const most = 'unitId: An activity has at most 20 co-hosts.';
    const more = (one: SeenDish) => ({ ...one, ...ask('savings-bank') });
    await refused(on(most, acts.secretary, 'askDishHost', more(full)));
    // Who says no makes room.
    const answer = { id: host?.id, version: host?.version, accept: false };
    const left = await acts.act('food-market', 'answerDishHost', answer);
    expect((await acts.act(acts.secretary, 'askDishHost', more(left))).hosts.length).toBe(21);
  });

  it('is a co-host that somebody else no longer wants; the committee and, until it is taken, its unit let it go', async () => {
    const dish = await acts.proposed('clinic', { title: '义诊', dates: [onDay(19)] });
    const unitId = world.unit('food-market');
    const hostOf = ({ hosts }: SeenDish) => {
      const { id = '', version = 0 } = hosts.find(({ state }) => state !== 'WITHDRAWN') ?? {};
      return { id, version };
    };
    const letGo = (expected: string, account: string, host: object): RefusedAct =>
      on(expected, account, 'withdrawDishHost', host);
    const asked = await acts.act('clinic', 'askDishHost', { ...dish, unitId });
    const said = await acts.answer('food-market', asked, true);
    const stale = 'StaleVersion: It was changed in the meantime; look again before you change it.';
    await refused(
      letGo('FORBIDDEN: Your post may not do this.', 'food-market', hostOf(said)),
      letGo('NOT_FOUND: There is no such thing, or it is not yours to see.', 'developer', hostOf(said)),
      letGo(stale, 'clinic', hostOf(asked)),
    );
    const alone = await acts.act('clinic', 'withdrawDishHost', hostOf(said));
    expect(alone.hosts.map(({ state }) => state)).toEqual(['WITHDRAWN']);
    expect(await acts.dish('food-market', dish.id)).toBeNull();
    const gone = { id: said.hosts[0]?.id, version: (said.hosts[0]?.version ?? 0) + 1 };
    await refused(
      on(
        'WrongState: This cannot be done while it is no longer asked.',
        acts.secretary,
        'withdrawDishHost',
        gone,
      ),
    );
    const taken = await acts.act(acts.secretary, 'takeDish', await again(dish));
    const anew = await acts.act(acts.secretary, 'askDishHost', { ...taken, unitId });
    await refused(letGo('FORBIDDEN: Your post may not do this.', 'clinic', hostOf(anew)));
    await acts.act('southeast-officer', 'withdrawDishHost', hostOf(anew));
    expect(await acts.dish('food-market', dish.id)).toBeNull();
  });

  it('is no lead that was let go: the committee leads in its place', async () => {
    const leadUnitId = world.unit('food-market');
    const dish = await acts.taken(acts.secretary, { title: '读书会', dates: [onDay(20)], leadUnitId });
    const said = await acts.answer('food-market', dish, true);
    expect(said.lead?.code).toBe('food-market');
    const host = said.hosts.find(({ isLead }) => isLead);
    const left = await acts.act(acts.secretary, 'withdrawDishHost', { ...host });
    expect([left.lead?.code, left.hosts.map(({ state }) => state)]).toEqual([
      'southeast-committee',
      ['WITHDRAWN'],
    ]);
    expect(await acts.dish('food-market', dish.id)).toBeNull();
  });
});
