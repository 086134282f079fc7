import { ExtraPosts } from '../support/extra-posts.js';
import { MenuActs, onDay } from '../support/menu-acts.js';
import { ResultActs, type SeenObjection } from '../support/result-acts.js';
import { startWorld, type World } from '../support/world.js';
import { readInbox } from './read-inbox.js';

const [SECRETARY, OFFICER, SECOND] = ['southeast-committee', 'southeast-officer', 'resident-5'];
const RECORD = `mutation ($input: RecordBookingInput!) { recordBooking(input: $input) { ... on Booking { id } } }`;
const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) { __typename } }`;
/** Each has a hand of its own in the project, and the last none. */
const UNITS = ['clinic', 'bus-639', 'fire-squadron', 'property-management', 'police-post', 'developer'];

/** Who may rule is said twice: by the statement of the inbox, and by the acts that it names. */
describe('Who is told of an objection', () => {
  let world: World;
  let acts: ResultActs;
  let posts: ExtraPosts;
  let objection: SeenObjection;

  beforeAll(async () => {
    world = await startWorld();
    acts = new ResultActs(world);
    posts = new ExtraPosts(world);
    const projectId = await acts.judging.nominations.project();
    await supply(projectId);
    const { round, nominations } = await acts.published({ subjects: [['clinic', { projectId }]] });
    objection = await acts.file('police-post', round, { nominationId: nominations[0]?.id });
  }, 120_000);
  afterEach(() => posts.revoke());
  afterAll(() => world.close());

  /** Lent to the project by one unit, and to an activity of it by another. */
  async function supply(projectId: string): Promise<void> {
    const input = {
      offerId: await world.offer('ladder-truck'),
      networkId: world.network('southeast'),
      requesterId: world.unit('clinic'),
      startsAt: '2026-11-21T10:00:00+08:00',
      endsAt: '2026-11-21T12:00:00+08:00',
      purpose: '演练',
    };
    type Recorded = { recordBooking: { id: string } };
    const { recordBooking } = await world.as('fire-squadron').ask<Recorded>(RECORD, { input });
    const link = { projectId, bookingId: recordBooking.id };
    await acts.judging.nominations.projects.act('clinic', 'linkBookingToProject', link);
    const dish = await new MenuActs(world).taken('clinic', { projectId, dates: [onDay(16)] });
    const items = [{ offerId: await world.offer('warm-home'), ...onDay(16) }];
    await world.as('clinic').ask(BOOK, { input: { dishId: dish.id, items } });
  }

  const isTold = async (account: string, kind: string): Promise<boolean> =>
    (await readInbox(world.actingAs(account), [kind])).some(({ thing }) => thing?.id === objection.id);
  const may = async (account: string, name: 'ruleOnObjection' | 'passObjectionOn'): Promise<boolean> =>
    (await acts.tryAct(account, name, { ...objection, upheld: false, tryOnly: true })).__typename ===
    'EvaluationObjection';
  /** Who rules, and whether it is passed on: as the inbox says it, and as the acts do. */
  const said = async () => ({
    told: [await isTold(SECRETARY, 'RESULT_OBJECTION'), await isTold(OFFICER, 'RESULT_OBJECTION_TO_PASS_ON')],
    done: [await may(SECRETARY, 'ruleOnObjection'), await may(OFFICER, 'passObjectionOn')],
  });

  it.each(UNITS)('is as the acts are, where the secretary has a post in %s', async (unit) => {
    const isFree = unit === 'developer';
    await posts.give(SECRETARY, { role: 'DEPUTY', unit });
    const alone = [isFree, !isFree];
    expect(await said()).toEqual({ told: alone, done: alone });
    await posts.give(SECOND, { role: 'SECRETARY', unit: SECRETARY });
    const beside = [isFree, false];
    expect(await said()).toEqual({ told: beside, done: beside });
  });
});
