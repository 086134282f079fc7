import { AnswerActs } from '../support/answer-acts.js';
import { MeetingActs, MOVED_SPAN } from '../support/meeting-acts.js';
import { startWorld, type World } from '../support/world.js';

const SUSPEND = `mutation ($id: ID!, $version: Int!) { suspendMembership(id: $id, version: $version) { ... on Membership { state version } } }`;
const RESUME = SUSPEND.replace('suspend', 'resume').replace('suspend', 'resume');
const MEMBERSHIP = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;
const RECORDED = `{ recordedForUs(first: 1) { edges { node { part manner } } } }`;

describe('whether units come', () => {
  let world: World;
  let acts: MeetingActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MeetingActs(world);
  });
  afterAll(() => world.close());

  const called = async (changes: object = {}) => {
    const meeting = await acts.called(changes);
    return { meeting, units: new AnswerActs(world, meeting) };
  };
  const changeMembership = async (document: string, unit: string) => {
    const secretary = world.as('southeast-committee');
    const id = world.membership(unit, 'southeast');
    const { node } = await secretary.ask<{ node: { id: string; version: number } }>(MEMBERSHIP, { id });
    await secretary.ask(document, node);
  };

  it('is said with names, read whole by the committee, and as counts by others', async () => {
    const { units } = await called();
    const accepted = await units.accept('clinic', { comers: ['李医生'], substitute: '王护士' });
    expect(accepted).toMatchObject({ __typename: 'MeetingAnswer', reply: 'ACCEPTED', comers: ['李医生'] });
    await units.answer('food-market', { reply: 'TENTATIVE' });
    await units.give('developer', 'clinic');
    const ofCommittee = await units.see('southeast-officer');
    expect(ofCommittee.answers).toHaveLength(14);
    const ofMarket = await units.see('food-market');
    expect(ofMarket.answers.map(({ unit }) => unit.code)).toEqual(['food-market']);
    for (const seen of [ofCommittee, ofMarket]) {
      expect(seen).toMatchObject({ acceptedCount: 1, declinedCount: 1, tentativeCount: 1, proxyCount: 1 });
    }
    // Who votes for another has to know.
    const ofClinic = await units.see('clinic');
    expect(new Map(ofClinic.answers.map(({ unit, proxyUnit }) => [unit.code, proxyUnit?.code]))).toEqual(
      new Map([
        ['clinic', undefined],
        ['developer', 'clinic'],
      ]),
    );
  });

  it('is asked again with each move, and proxies are given anew', async () => {
    const { meeting, units } = await called();
    await units.accept('clinic', { comers: ['李医生'] });
    await units.give('developer', 'clinic');
    await acts.step('moveMeeting', meeting, { input: { ...MOVED_SPAN, reason: '改期' } });
    const seen = await units.see('southeast-committee');
    expect(seen).toMatchObject({ acceptedCount: 0, declinedCount: 0, proxyCount: 0 });
    expect(seen.answers.filter(({ reply, proxyUnit }) => reply ?? proxyUnit)).toEqual([]);
    expect((await units.give('clinic', 'developer')).__typename).toBe('MeetingAnswer');
  });

  it('is written down by the committee for a unit that telephones, told to it and correctable by it', async () => {
    const { units } = await called();
    const told = await units.answer('southeast-officer', { reply: 'DECLINED' }, world.unit('police-post'));
    expect(told).toMatchObject({ __typename: 'MeetingAnswer', reply: 'DECLINED', onBehalf: true });
    const { recordedForUs } = await world
      .as('police-post')
      .ask<{ recordedForUs: { edges: { node: object }[] } }>(RECORDED);
    expect(recordedForUs.edges[0]?.node).toEqual({ part: 'MeetingAnswer', manner: 'ON_BEHALF' });
    const corrected = await units.accept('police-post');
    expect(corrected).toMatchObject({ reply: 'ACCEPTED', onBehalf: false });
    expect(await units.see('clinic')).toMatchObject({ acceptedCount: 1, declinedCount: 0 });
  });

  it('is said by guests of a working meeting too, who have no vote to give or to hold', async () => {
    const { units } = await called(acts.working(['clinic', 'food-market', 'owners-committee']));
    expect(await units.accept('owners-committee')).toMatchObject({ reply: 'ACCEPTED', isCounted: false });
    expect(await units.give('clinic', 'owners-committee')).toEqual({
      __typename: 'BAD_USER_INPUT',
      message: 'input.proxyUnitId',
    });
    expect((await units.give('owners-committee', 'clinic')).__typename).toBe('BAD_USER_INPUT');
    expect((await units.give('clinic', 'developer')).__typename).toBe('NOT_FOUND');
    expect((await units.accept('developer')).__typename).toBe('NOT_FOUND');
  });

  it('gives a vote to one other invited unit that comes, and to nobody outside the network', async () => {
    const { units } = await called();
    expect(await units.give('clinic', 'clinic')).toEqual({
      __typename: 'BAD_USER_INPUT',
      message: 'input.proxyUnitId',
    });
    const accepting = { reply: 'ACCEPTED', proxyUnitId: world.unit('bus-639') };
    expect((await units.answer('clinic', accepting)).message).toBe('input.proxyUnitId');
    expect((await units.answer('clinic', { reply: 'DECLINED', comers: ['谁'] })).message).toBe(
      'input.comers',
    );
    expect((await units.give('clinic', 'riverside-clinic')).__typename).toBe('NOT_FOUND');
    expect((await units.give('clinic', 'bus-639')).proxyUnit).toEqual({ code: 'bus-639' });
    expect((await units.give('developer', 'bus-639')).obstacle).toBe('HOLDS_ONE');
    expect((await units.give('developer', 'clinic')).obstacle).toBe('GIVEN_AWAY');
    expect((await units.give('bus-639', 'developer')).obstacle).toBe('GIVER_HOLDS');
    await units.answer('party-school', { reply: 'DECLINED' });
    expect(await units.give('developer', 'party-school')).toMatchObject({
      __typename: 'ProxyRefused',
      obstacle: 'DECLINED',
      message: 'That unit does not come either: choose one that does.',
    });
    // The same again is no second one; another takes its place.
    expect((await units.give('clinic', 'bus-639')).__typename).toBe('MeetingAnswer');
    expect((await units.give('clinic', 'savings-bank')).__typename).toBe('MeetingAnswer');
    expect((await units.give('developer', 'bus-639')).__typename).toBe('MeetingAnswer');
  });

  it('lets go what it held for another when it does not come', async () => {
    const { units } = await called();
    await units.give('clinic', 'bus-639');
    await units.answer('bus-639', { reply: 'DECLINED' });
    const { answers, proxyCount } = await units.see('clinic');
    expect([proxyCount, answers.map(({ proxyUnit }) => proxyUnit)]).toEqual([0, [null]]);
  });

  it('is not said once it has begun or is cancelled', async () => {
    const { meeting, units } = await called();
    await acts.step('cancelMeeting', meeting);
    expect((await units.accept('clinic')).__typename).toBe('WrongState');
  });

  it('of a unit that leaves the network counts no more; who comes back, or comes late, is invited like all', async () => {
    const { units } = await called();
    await units.accept('fire-squadron');
    await units.give('clinic', 'fire-squadron');
    await changeMembership(SUSPEND, 'fire-squadron');
    const without = await units.see('southeast-committee');
    expect(without).toMatchObject({ acceptedCount: 0, proxyCount: 0 });
    expect([without.invitedUnits.length, without.answers.length]).toEqual([13, 13]);
    expect((await units.accept('fire-squadron')).__typename).toBe('NOT_FOUND');
    await changeMembership(RESUME, 'fire-squadron');
    expect((await units.accept('fire-squadron')).__typename).toBe('MeetingAnswer');
    const again = await units.see('southeast-committee');
    expect([again.invitedUnits.length, again.answers.length, again.acceptedCount]).toEqual([14, 14, 1]);
  });

  it('proxies given crosswise at once make no circle, and nobody holds two', async () => {
    const { units } = await called();
    const ring = ['clinic', 'food-market', 'developer', 'party-school', 'savings-bank', 'police-post'];
    const wishes = ring.flatMap((giver, at) => [
      [giver, ring[(at + 1) % ring.length]],
      [giver, ring[(at + ring.length - 1) % ring.length]],
    ]);
    const outcomes = await Promise.all(wishes.map(([giver = '', to = '']) => units.give(giver, to)));
    expect(new Set(outcomes.map(({ __typename }) => __typename))).toEqual(
      new Set(['MeetingAnswer', 'ProxyRefused']),
    );
    const { answers, proxyCount } = await units.see('southeast-committee');
    const given = answers.filter(({ proxyUnit }) => proxyUnit);
    const holders = given.map(({ proxyUnit }) => proxyUnit?.code ?? '');
    expect(given.length).toBeGreaterThan(0);
    expect(proxyCount).toBe(given.length);
    expect(new Set(holders).size).toBe(holders.length);
    expect(given.filter(({ unit }) => holders.includes(unit.code))).toEqual([]);
  });
});
