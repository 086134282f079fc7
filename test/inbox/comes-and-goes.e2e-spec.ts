import { ClaimActs } from '../support/claim-acts.js';
import { EvaluationActs } from '../support/evaluation-acts.js';
import { MeetingActs } from '../support/meeting-acts.js';
import { MenuActs, onDay } from '../support/menu-acts.js';
import { NeedActs } from '../support/need-acts.js';
import { NominationActs } from '../support/nomination-acts.js';
import { OrderActs } from '../support/order-acts.js';
import { startWorld, type World } from '../support/world.js';
import { readInbox } from './read-inbox.js';
import { DAY, dayAhead, HOUR, instantAhead, MINUTE, spanAhead } from './scenes/scene.js';

const SECRETARY = 'southeast-committee';
const OFFICER = 'southeast-officer';

/** Where a kind begins and ends, beyond the act that settles it. */
describe('What waits, and no longer', () => {
  let world: World;

  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.close());

  const kindsOf = async (account: string, id: string): Promise<string[]> =>
    (await readInbox(world.as(account))).filter(({ thing }) => thing?.id === id).map(({ kind }) => kind);

  describe('a menu', () => {
    const menus = () => new MenuActs(world);
    const waits = async () =>
      (await kindsOf(SECRETARY, (await menus().menu()).id)).includes('MENU_TO_PUBLISH');

    it('waits to be published while a dish is in the way, which the mutation names', async () => {
      await menus().taken('clinic');
      const dish = await menus().taken(SECRETARY, { title: '义诊', dates: [onDay(20)] });
      await menus().act(SECRETARY, 'updateDish', {
        id: dish.id,
        version: dish.version,
        input: { leadUnitId: world.unit('clinic') },
      });
      expect(await waits()).toBe(true);
      const { __typename } = await menus().tryAct(SECRETARY, 'publishMenu', await menus().menu());
      expect(__typename).toBe('WrongState');
    });

    it.each<[string, object]>([
      ['another title', { title: '健康讲座二' }],
      ['another day', { dates: [onDay(18)] }],
      ['another place', { place: '二楼' }],
      ['a quota', { quota: 30 }],
      ['another audience', { segments: ['ELDERLY'] }],
      ['other words', { what: '带好病历' }],
      ['a contact', { contactName: '王' }],
      ['a deadline', { signUpDeadline: onDay(10).startsAt }],
    ])('waits again for its next version with %s, until that is published', async (_what, input) => {
      const { id } = await menus().taken('clinic');
      await menus().published();
      expect(await waits()).toBe(false);
      const dish = await menus().dish(SECRETARY, id);
      await menus().act(SECRETARY, 'updateDish', { id, version: dish?.version, input });
      expect(await waits()).toBe(true);
      await menus().published();
      expect(await waits()).toBe(false);
    });

    it('waits again once a unit has joined a dish, and once a dish is cancelled', async () => {
      const taken = await menus().taken('clinic');
      await menus().published();
      const { version } = (await menus().dish(SECRETARY, taken.id)) ?? taken;
      await menus().act(SECRETARY, 'askDishHost', { id: taken.id, version, unitId: world.unit('bus-639') });
      expect(await waits()).toBe(false);
      const joined = await menus().answer('bus-639', taken, true);
      expect(await waits()).toBe(true);
      await menus().published();
      expect(await waits()).toBe(false);
      await menus().act(SECRETARY, 'cancelDish', { id: joined.id, version: joined.version, reason: '有雨' });
      expect(await waits()).toBe(true);
    });

    it('is called by its month, in the language of the request', async () => {
      await menus().taken('clinic');
      const [entry] = await readInbox(world.as(SECRETARY), ['MENU_TO_PUBLISH']);
      expect(entry?.title).toBe('Activity menu of 2026-12');
      const document =
        '{ inbox(kinds: [MENU_TO_PUBLISH]) { entries(first: 1) { edges { node { title } } } } }';
      const { data } = await world.as(SECRETARY).tryAsk<object>(document, {}, { 'accept-language': 'zh' });
      expect(JSON.stringify(data)).toContain('2026年12月活动菜单');
    });

    it('takes its proposed and returned dishes with it when its month is over', async () => {
      const proposed = await menus().proposed('clinic');
      const returned = await menus().proposed('clinic', { title: '义诊' });
      await menus().act(SECRETARY, 'returnDish', { ...returned, reason: '改期' });
      const kinds = async () => [
        ...(await kindsOf(OFFICER, proposed.id)),
        ...(await kindsOf('clinic', returned.id)),
      ];
      world.clock.set('2026-12-31T12:00:00+08:00');
      expect(await kinds()).toEqual(['DISH_TO_TAKE', 'DISH_RETURNED']);
      world.clock.set('2027-01-01T00:00:00+08:00');
      expect(await kinds()).toEqual([]);
    });
  });

  it('an order without a time for the answer is unanswered from the end of its last day on', async () => {
    const days = { fromDay: dayAhead(world, 0), toDay: dayAhead(world, 1) };
    const { id } = await new OrderActs(world).named('clinic', 'fire-squadron', days);
    world.clock.advance(DAY);
    expect(await kindsOf(OFFICER, id)).toEqual([]);
    world.clock.advance(DAY);
    const [entry] = await readInbox(world.as(OFFICER), ['DISH_ORDER_UNANSWERED']);
    expect([entry?.thing?.id, entry?.isOverdue]).toEqual([id, true]);
  });

  it('a meeting that nobody began is answered by nobody after its end, and begun or cancelled by the committee', async () => {
    const meetings = new MeetingActs(world);
    const { id } = await meetings.called(meetings.working(['clinic'], spanAhead(world, 30 * MINUTE)));
    world.clock.advance(40 * MINUTE);
    expect(await kindsOf('clinic', id)).toEqual(['MEETING_TO_ANSWER']);
    world.clock.advance(2 * HOUR);
    expect(await kindsOf('clinic', id)).toEqual([]);
    const settledBy = async (account: string) =>
      (await readInbox(world.as(account), ['MEETING_TO_BEGIN'])).map((entry) => entry.settledBy);
    expect(await settledBy(OFFICER)).toEqual([['beginMeeting']]);
    expect(await settledBy(SECRETARY)).toEqual([['beginMeeting', 'cancelMeeting']]);
  });

  it('a claim is answered by nobody once the time of its need is over', async () => {
    const needs = new NeedActs(world);
    const proposed = await needs.step(
      'food-market',
      'proposeNeed',
      await needs.draft('food-market', spanAhead(world, HOUR)),
    );
    const need = await needs.step(SECRETARY, 'takeNeed', proposed);
    const asked = await new ClaimActs(world).askFor(need.id, 'clinic');
    const claim = asked.get('clinic')?.id ?? '';
    expect([await kindsOf('clinic', claim), await kindsOf(OFFICER, need.id)]).toEqual([
      ['CLAIM_TO_ANSWER'],
      [],
    ]);
    world.clock.advance(2 * HOUR);
    expect([await kindsOf('clinic', claim), await kindsOf(OFFICER, need.id)]).toEqual([
      [],
      ['NEED_UNCLAIMED'],
    ]);
  });

  it('a round that has no end of nominations waits from its opening on', async () => {
    const rounds = new EvaluationActs(world);
    const open = await rounds.nominating({ subjectKind: 'BUILDING_GROUP' });
    expect(await kindsOf(OFFICER, open.id)).toEqual(['NOMINATIONS_MISSING']);
    const subject = { subjectLabel: '三号楼组' };
    await new NominationActs(world).submitted('clinic', open.id, subject);
    expect(await kindsOf(OFFICER, open.id)).toEqual([]);
    await rounds.appointed(open, 'savings-bank');
    expect(await kindsOf(SECRETARY, open.id)).toEqual(['SCORING_TO_BEGIN']);
    const later = await rounds.nominating({ nominationsUntil: instantAhead(world, DAY) });
    expect(await kindsOf(OFFICER, later.id)).toEqual([]);
  });
});
