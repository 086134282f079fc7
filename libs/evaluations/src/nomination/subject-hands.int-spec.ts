import { fromGlobalId } from '#graphql';
import { queryAsSuperuser } from '../../../../test/support/cluster.js';
import { BookingStage } from '../../../../test/support/booking-stage.js';
import { onDay, MenuActs } from '../../../../test/support/menu-acts.js';
import { NominationActs } from '../../../../test/support/nomination-acts.js';
import { listHands } from './subject-hands.js';

const RECORD = `mutation ($input: RecordBookingInput!) { recordBooking(input: $input) { ... on Booking { id } } }`;
const BOOK = `mutation ($input: BookForDishInput!) { bookForDish(input: $input) {
  ... on BookingBundle { bookings { id version } } } }`;
const CANCEL = `mutation ($id: ID!, $version: Int!) { cancelBooking(id: $id, version: $version) { __typename } }`;

describe('who has a hand in what is nominated', () => {
  let stage: BookingStage;
  let acts: NominationActs;

  beforeAll(async () => {
    stage = await BookingStage.open();
    acts = new NominationActs(stage.world);
  });
  afterAll(() => stage.close());

  const codeOf = async (unitId: string): Promise<string> => {
    const sql = `SELECT code FROM unit WHERE id = '${unitId}'`;
    const [row] = await queryAsSuperuser<{ code: string }>(sql, stage.world.api.database.name);
    return row?.code ?? '';
  };
  /** As whoever asks, e.g. `SUPPLIER fire-squadron`; by hand and unit. */
  const hands = async (
    account: string,
    subject: { projectId?: string; subjectUnitId?: string },
    unit = 'food-market',
  ) => {
    const networkId = stage.networkId('southeast');
    const nomination = {
      id: 'it',
      networkId,
      unitId: fromGlobalId('Unit', stage.world.unit(unit)),
      projectId: subject.projectId ? fromGlobalId('Project', subject.projectId) : null,
      subjectUnitId: subject.subjectUnitId ? fromGlobalId('Unit', subject.subjectUnitId) : null,
      responsibleUnitId: null,
      coHostUnitIds: [],
    };
    const found = await stage.read(account, (tx) => listHands(tx, networkId, [nomination]));
    const told = (found.get('it') ?? []).map(async ({ unitId, hand }) => `${hand} ${await codeOf(unitId)}`);
    return (await Promise.all(told)).toSorted();
  };

  it('of a project: its lead, its co-hosts, who supplied it or its activities, and who nominates, whoever asks', async () => {
    const projectId = await acts.project();
    const together = ['CO_HOST bus-639', 'LEAD clinic', 'NOMINATOR food-market'];
    expect(await hands('southeast-officer', { projectId })).toEqual(together);
    const { world } = stage;
    const input = {
      offerId: await world.offer('ladder-truck'),
      networkId: world.network('southeast'),
      requesterId: world.unit('clinic'),
      startsAt: '2026-11-21T10:00:00+08:00',
      endsAt: '2026-11-21T12:00:00+08:00',
      purpose: '演练',
    };
    type Recorded = { recordBooking: { id: string } };
    const recorded = (await world.as('fire-squadron').ask<Recorded>(RECORD, { input })).recordBooking;
    await acts.projects.act('clinic', 'linkBookingToProject', { projectId, bookingId: recorded.id });
    const menus = new MenuActs(world);
    const dish = await menus.taken('clinic', { projectId, dates: [onDay(16)] });
    const items = [{ offerId: await world.offer('warm-home'), ...onDay(16) }];
    type Booked = { bookForDish: { bookings: { id: string; version: number }[] } };
    const { bookForDish } = await world.as('clinic').ask<Booked>(BOOK, { input: { dishId: dish.id, items } });
    const supplied = [...together, 'SUPPLIER fire-squadron', 'SUPPLIER property-management'];
    for (const account of ['southeast-officer', 'food-market', 'clinic'])
      expect([account, await hands(account, { projectId })]).toEqual([account, supplied]);
    await world.as('clinic').ask(CANCEL, { ...bookForDish.bookings[0] });
    expect(await hands('food-market', { projectId })).toEqual(supplied.slice(0, -1));
  });

  it('is as it is now: who leaves the project has none, and who takes the lead over has it', async () => {
    const projectId = await acts.project();
    const project = await acts.projects.see('clinic', projectId);
    const unitId = stage.world.unit('bus-639');
    await acts.projects.act('southeast-committee', 'nameProjectLead', { ...project, unitId });
    expect(await hands('clinic', { projectId })).toEqual([
      'CO_HOST clinic',
      'LEAD bus-639',
      'NOMINATOR food-market',
    ]);
    const led = await acts.projects.see('clinic', projectId);
    const host = led?.hosts.find(({ unit }) => unit.code === 'clinic');
    await acts.projects.act('clinic', 'leaveProject', { id: host?.id, version: host?.version });
    expect(await hands('food-market', { projectId }, 'bus-639')).toEqual([
      'LEAD bus-639',
      'NOMINATOR bus-639',
    ]);
  });

  it('of a unit that unit, and of what has but a name nobody else than who nominates it', async () => {
    const subjectUnitId = stage.world.unit('clinic');
    expect(await hands('clinic', { subjectUnitId })).toEqual(['ITSELF clinic', 'NOMINATOR food-market']);
    expect(await hands('clinic', { subjectUnitId }, 'clinic')).toEqual(['ITSELF clinic', 'NOMINATOR clinic']);
    expect(await hands('clinic', {})).toEqual(['NOMINATOR food-market']);
  });
});
