import { AgendaActs } from '../support/agenda-acts.js';
import { AnswerActs } from '../support/answer-acts.js';
import { attachPicture } from '../support/attached.js';
import { MeetingActs, MOVED_SPAN } from '../support/meeting-acts.js';
import { MembershipActs } from '../support/membership-acts.js';
import { startWorld, type World } from '../support/world.js';

const LINE = `{ edges { node { part manner changes { field before after } } } }`;
const RECORDED = `{ recordedForUs(first: 1) ${LINE} }`;
const LINES = `query ($id: ID!) { meeting(id: $id) { auditLines(first: 50) ${LINE} } }`;

interface Line {
  readonly part: string;
  readonly manner: string;
  readonly changes: readonly { field: string; before: string | null; after: string | null }[];
}
type Lines = { readonly edges: readonly { readonly node: Line }[] };

describe('whether units come', () => {
  let world: World;
  let acts: MeetingActs;
  let memberships: MembershipActs;

  beforeAll(async () => {
    world = await startWorld();
    acts = new MeetingActs(world);
    memberships = new MembershipActs(world);
  });
  afterAll(() => world.close());

  const called = async (changes: object = {}) => {
    const meeting = await acts.called(changes);
    return { meeting, units: new AnswerActs(world, meeting) };
  };
  const linesOf = async (account: string, id: string): Promise<Line[]> => {
    type Seen = { meeting: { auditLines: Lines } };
    const { meeting } = await world.as(account).ask<Seen>(LINES, { id });
    return meeting.auditLines.edges.map(({ node }) => node);
  };
  const recordedFor = async (account: string): Promise<Line | undefined> => {
    const { recordedForUs } = await world.as(account).ask<{ recordedForUs: Lines }>(RECORDED);
    return recordedForUs.edges[0]?.node;
  };
  const proxyIn = (line: Line | undefined) => line?.changes.find(({ field }) => field === 'proxyUnitCode');

  it('is said with names, read whole by the committee, and as counts by others', async () => {
    const { units } = await called();
    const accepted = await units.accept('clinic', { comers: ['李医生'], substitute: '王护士' });
    expect(accepted).toMatchObject({ __typename: 'MeetingAnswer', reply: 'ACCEPTED', comers: ['李医生'] });
    await units.answer('food-market', { reply: 'TENTATIVE' });
    await units.give('developer', 'clinic');
    const ofCommittee = await units.see('southeast-officer');
    expect(ofCommittee.answers).toHaveLength(14);
    expect(ofCommittee.answers.map(({ unit }) => unit)).toEqual(ofCommittee.invitedUnits);
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

  it('is to the time that was read: after a move it is refused, and says when the meeting is', async () => {
    const { meeting } = await called();
    await acts.step('moveMeeting', meeting, { input: { ...MOVED_SPAN, reason: '改期' } });
    const asRead = new AnswerActs(world, meeting, meeting.round);
    expect(await asRead.accept('clinic')).toMatchObject({
      __typename: 'MeetingMoved',
      round: 2,
      startsAt: new Date(MOVED_SPAN.startsAt).toISOString(),
      message: 'The meeting was moved since you read it: answer for its new time.',
    });
    expect((await asRead.see('southeast-committee')).acceptedCount).toBe(0);
    expect((await new AnswerActs(world, meeting, 2).accept('clinic')).__typename).toBe('MeetingAnswer');
  });

  it('is written down by the committee for a unit that telephones, told to it and correctable by it', async () => {
    const { units } = await called();
    const told = await units.answer('southeast-officer', { reply: 'DECLINED' }, world.unit('police-post'));
    expect(told).toMatchObject({ __typename: 'MeetingAnswer', reply: 'DECLINED', onBehalf: true });
    expect(await recordedFor('police-post')).toMatchObject({ part: 'MeetingAnswer', manner: 'ON_BEHALF' });
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
    const lost = '本单位所委托的单位不再参会，委托已失效，请重新委托或派人参会。';
    expect((await units.see('clinic')).reminderText).not.toContain(lost);
    expect(await units.answer('bus-639', { reply: 'DECLINED' })).toMatchObject({
      droppedProxyOf: { code: 'clinic' },
    });
    const { answers, proxyCount, reminderText } = await units.see('clinic');
    expect([proxyCount, answers.map(({ proxyUnit }) => proxyUnit)]).toEqual([0, [null]]);
    expect(answers[0]).toMatchObject({ reply: 'DECLINED', proxyLetGoAt: expect.any(String) as string });
    expect(reminderText?.split('\n').at(-1)).toBe(lost);
    for (const account of ['southeast-officer', 'food-market'])
      expect((await units.see(account)).reminderText).not.toContain(lost);
    // Said again it drops nothing more, and who gives it elsewhere has lost nothing.
    expect(await units.answer('bus-639', { reply: 'DECLINED' })).toMatchObject({ droppedProxyOf: null });
    await units.give('clinic', 'developer');
    const again = await units.see('clinic');
    expect(again.answers[0]).toMatchObject({ proxyUnit: { code: 'developer' }, proxyLetGoAt: null });
    expect(again.reminderText).not.toContain(lost);
    await memberships.step('suspendMembership', 'developer');
    expect((await units.see('clinic')).reminderText).toContain(lost);
    await memberships.step('resumeMembership', 'developer');
  });

  it('is not said once it has begun or is cancelled', async () => {
    const { meeting, units } = await called();
    await acts.step('cancelMeeting', meeting);
    expect((await units.accept('clinic')).__typename).toBe('WrongState');
  });

  it('of a unit that leaves the network counts no more; who comes back is invited like all, and need not answer first', async () => {
    const { units } = await called();
    await units.accept('fire-squadron');
    await units.give('clinic', 'fire-squadron');
    await memberships.step('suspendMembership', 'fire-squadron');
    const without = await units.see('southeast-committee');
    expect(without).toMatchObject({ acceptedCount: 0, proxyCount: 0 });
    expect([without.invitedUnits.length, without.answers.length]).toEqual([13, 13]);
    expect((await units.accept('fire-squadron')).__typename).toBe('NOT_FOUND');
    await memberships.step('resumeMembership', 'fire-squadron');
    const again = await units.see('southeast-committee');
    expect([again.invitedUnits.length, again.answers.length, again.acceptedCount]).toEqual([14, 14, 0]);
    expect((await units.give('clinic', 'fire-squadron')).proxyUnit).toEqual({ code: 'fire-squadron' });
    expect((await units.accept('fire-squadron')).__typename).toBe('MeetingAnswer');
  });

  it('is asked of a unit that joins, of each joint meeting ahead and of no other; of a guest it is not', async () => {
    const [joint, working] = [await called(), await called(acts.working(['clinic']))];
    const agenda = new AgendaActs(world, joint.meeting);
    const item = await agenda.propose('southeast-officer');
    const paper = await attachPicture(world.as('southeast-officer'), item.id);
    const fileOf = async () =>
      (await world.as('riverside-primary').send({ method: 'GET', url: `/files/${paper}` })).statusCode;
    const guest = await memberships.join('riverside-primary', 'GUEST');
    expect((await joint.units.see('southeast-committee')).invitedUnits).toHaveLength(14);
    expect(await fileOf()).toBe(404);
    await memberships.remove(guest);
    const member = await memberships.join('riverside-primary');
    expect((await joint.units.see('southeast-committee')).invitedUnits).toHaveLength(15);
    expect(await joint.units.see('riverside-primary')).toMatchObject({
      answers: [{ unit: { code: 'riverside-primary' }, reply: null, isCounted: true }],
    });
    expect(await fileOf()).toBe(200);
    expect((await working.units.see('southeast-committee')).invitedUnits).toHaveLength(2);
    expect((await joint.units.give('clinic', 'riverside-primary')).__typename).toBe('MeetingAnswer');
    await memberships.remove(member);
    expect((await joint.units.see('southeast-committee')).invitedUnits).toHaveLength(14);
  });

  it('of a unit that comes back in another role counts as that role does', async () => {
    const { units } = await called(acts.working(['clinic', 'owners-committee']));
    expect((await units.accept('owners-committee')).isCounted).toBe(false);
    await memberships.step('removeMembership', 'owners-committee');
    const member = await memberships.join('owners-committee');
    const seen = await acts.seen(units.meeting.id);
    const unitIds = ['clinic', 'owners-committee'].map((code) => world.unit(code));
    await acts.step('updateMeeting', seen, { input: { unitIds } });
    expect((await units.accept('owners-committee')).isCounted).toBe(true);
    await memberships.remove(member);
    await memberships.join('owners-committee', 'GUEST');
  });

  it('tells in its lines to which unit a vote was given, on whose word, and that it was lost', async () => {
    const { meeting, units } = await called();
    await units.give('clinic', 'bus-639');
    const toBank = { reply: 'DECLINED', proxyUnitId: world.unit('savings-bank') };
    const told = await units.answer('southeast-officer', toBank, world.unit('clinic'));
    expect(told).toMatchObject({ onBehalf: true, proxyUnit: { code: 'savings-bank' } });
    const recorded = await recordedFor('clinic');
    expect(recorded).toMatchObject({ part: 'MeetingAnswer', manner: 'ON_BEHALF' });
    expect(proxyIn(recorded)).toMatchObject({ before: 'bus-639', after: 'savings-bank' });
    await units.answer('savings-bank', { reply: 'DECLINED' });
    expect((await linesOf('clinic', meeting.id)).map(proxyIn)).toContainEqual({
      field: 'proxyUnitCode',
      before: 'savings-bank',
      after: null,
    });
    const toItself = { reply: 'DECLINED', proxyUnitId: world.unit('southeast-committee') };
    expect(await units.answer('southeast-officer', toItself, world.unit('clinic'))).toEqual({
      __typename: 'BAD_USER_INPUT',
      message: 'input.proxyUnitId',
    });
    expect((await units.answer('clinic', toItself)).__typename).toBe('MeetingAnswer');
  });

  it('has a remark for the committee, which a unit that votes for it reads nowhere', async () => {
    const { meeting, units } = await called();
    const given = { reply: 'DECLINED', proxyUnitId: world.unit('bus-639'), remark: '站长住院' };
    expect((await units.answer('clinic', given)).remark).toBe('站长住院');
    const remarkFor = async (account: string) =>
      (await units.see(account)).answers.find(({ unit }) => unit.code === 'clinic')?.remark;
    expect(await remarkFor('clinic')).toBe('站长住院');
    expect(await remarkFor('southeast-officer')).toBe('站长住院');
    expect(await remarkFor('bus-639')).toBeNull();
    expect(JSON.stringify(await linesOf('bus-639', meeting.id))).not.toContain('站长住院');
    expect(JSON.stringify(await linesOf('southeast-officer', meeting.id))).toContain('站长住院');
  });

  it('names people or nobody, and says something or nothing', async () => {
    const { units } = await called();
    for (const [input, path] of [
      [{ comers: ['李医生', ' '] }, 'input.comers'],
      [{ substitute: '' }, 'input.substitute'],
      [{ remark: '　' }, 'input.remark'],
    ] as const) {
      expect(await units.accept('clinic', input)).toEqual({ __typename: 'BAD_USER_INPUT', message: path });
    }
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
