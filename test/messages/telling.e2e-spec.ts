import { MessageThings } from '#messages';
import { randomUUID } from 'node:crypto';
import { AnswerActs } from '../support/answer-acts.js';
import { MeetingActs, MOVED_SPAN } from '../support/meeting-acts.js';
import { MenuActs } from '../support/menu-acts.js';
import { addressOf, MessageStage, MINUTE } from '../support/message-stage.js';
import { NeedActs } from '../support/need-acts.js';
import { SignUpActs } from '../support/sign-up-acts.js';

const STEP = '$id: ID!, $version: Int!';
const REQUEST = `mutation ($input: RequestBookingInput!, $try: Boolean) {
  done: requestBooking(input: $input, tryOnly: $try) { ... on Booking { id version state } } }`;
const CONFIRM = `mutation (${STEP}) {
  done: confirmBooking(id: $id, version: $version) { ... on BookingConfirmation { booking { id version } } } }`;
const CANCEL = `mutation (${STEP}) { done: cancelBooking(id: $id, version: $version) { ... on Booking { id version } } }`;
const WITHDRAW = `mutation (${STEP}) { done: withdrawBooking(id: $id, version: $version) { ... on Booking { id version } } }`;
const DISPLACE = `mutation (${STEP}) { done: displaceBooking(id: $id, version: $version, reason: "排涝",
  ownUse: { purpose: "抢险" }) { ... on BookingDisplacement { booking { id version } } } }`;
const RECORD = `mutation ($input: RequestBookingInput!, $unit: ID!) {
  done: requestBooking(input: $input, onBehalfOf: $unit) { ... on Booking { id version state } } }`;
const REVOKE = `mutation ($id: ID!) { revokePost(id: $id, version: 1) { ... on Post { id } } }`;
const NEXT = `{ nextMessage { text } }`;

interface Step {
  readonly id: string;
  readonly version: number;
}

describe('what a post is told', () => {
  let stage: MessageStage;
  let meetings: MeetingActs;
  let offerId: string;
  let day = 10;

  beforeAll(async () => {
    stage = await MessageStage.open();
    meetings = new MeetingActs(stage.world);
    offerId = await stage.world.offer('bus-45');
    for (const account of ['clinic', 'bus-639', 'food-market']) await stage.tell(account);
    await stage.pass();
    stage.post.drain();
  });
  afterAll(async () => {
    expect(stage.world.api.failures).toEqual([]);
    await stage.close();
  });

  /** One each day, so that none clashes. */
  const wish = () => {
    day++;
    const span = { startsAt: `2026-12-${day}T10:00:00+08:00`, endsAt: `2026-12-${day}T12:00:00+08:00` };
    return { offerId, networkId: stage.world.network('southeast'), ...span, purpose: '接送' };
  };
  const request = async (isTried = false): Promise<Step> =>
    (await stage.world.as('clinic').ask<{ done: Step }>(REQUEST, { input: wish(), try: isTried })).done;
  const confirm = async ({ id, version }: Step): Promise<Step> => {
    type Done = { done: { booking: Step } };
    // Acts of one instant have no order.
    stage.world.clock.advance(1_000);
    return (await stage.world.as('bus-639').ask<Done>(CONFIRM, { id, version })).done.booking;
  };
  /** Both sides of the booking; everybody else hears nothing. */
  const hearing = async () => {
    await stage.pass();
    const mails = stage.post.drain();
    const of = (account: string) =>
      mails.filter(({ to }) => to.includes(addressOf(account))).map(({ text }) => text);
    return { clinic: of('clinic'), bus: of('bus-639'), market: of('food-market') };
  };

  it('is what waits, and what others did; in one mail for several things, and nobody else hears of it', async () => {
    const [one, other] = [await request(), await request()];
    const asked = await hearing();
    expect(asked).toMatchObject({ clinic: [], market: [] });
    expect(asked.bus).toHaveLength(1);
    expect(asked.bus[0]).toMatch(/^新的待办：\n· .*（.*，2026年11月26日（星期四）09:0\d）：.+\n· .+$/);

    await confirm(one);
    await stage.pass(MINUTE);
    await confirm(other);
    const answered = await hearing();
    expect(answered).toMatchObject({ bus: [], market: [] });
    expect(answered.clinic).toHaveLength(1);
    expect(answered.clinic[0]?.match(/预约已确认。/g)).toHaveLength(2);
    expect(await hearing()).toEqual({ clinic: [], bus: [], market: [] });
  });

  it('is nothing of what was made and taken back before anybody heard, and the end of what was heard of', async () => {
    const unheard = await request();
    stage.world.clock.advance(1_000);
    await stage.world.as('clinic').ask(WITHDRAW, unheard);
    expect(await hearing()).toEqual({ clinic: [], bus: [], market: [] });

    const heard = await request();
    expect((await hearing()).bus).toHaveLength(1);
    await stage.world.as('clinic').ask(WITHDRAW, heard);
    expect((await hearing()).bus).toEqual([expect.stringMatching(/^有变动：\n· .*：申请已撤回。$/)]);

    const confirmed = await confirm(await request());
    expect((await hearing()).clinic).toEqual([expect.stringContaining('预约已确认。')]);
    await stage.world.as('bus-639').ask(CANCEL, confirmed);
    expect((await hearing()).clinic).toEqual([expect.stringContaining('预约已取消。')]);
  });

  it('is that the committee displaced a booking, to both its sides', async () => {
    const confirmed = await confirm(await request());
    await hearing();
    await stage.world.as('southeast-committee').ask(DISPLACE, confirmed);
    const { clinic, bus, market } = await hearing();
    expect(clinic).toEqual([expect.stringMatching(/^有变动：\n· .*因紧急情况.*$/)]);
    expect(bus).toEqual([expect.stringMatching(/因紧急情况/)]);
    expect(market).toEqual([]);
  });

  it('is what the committee wrote down for its unit, whatever became of it since', async () => {
    const unit = stage.world.unit('clinic');
    const record = async () =>
      (await stage.world.as('southeast-officer').ask<{ done: Step }>(RECORD, { input: wish(), unit })).done;
    const one = await record();
    expect((await hearing()).clinic).toEqual([
      expect.stringContaining('居委会已为贵单位代办，如有不符请更正。'),
    ]);
    await confirm(one);
    expect((await hearing()).clinic).toEqual([expect.stringMatching(/：预约已确认。$/)]);
    await confirm(await record());
    expect((await hearing()).clinic).toEqual([
      expect.stringMatching(/：预约已确认。居委会已为贵单位代办，如有不符请更正。$/),
    ]);

    const meeting = await meetings.called({ title: '代为答复' });
    await hearing();
    await new AnswerActs(stage.world, meeting).answer('southeast-officer', { reply: 'ACCEPTED' }, unit);
    expect(await hearing()).toMatchObject({
      clinic: [expect.stringMatching(/代为答复.*：居委会已为贵单位代办，如有不符请更正。$/)],
      bus: [],
      market: [],
    });
  });

  it('is what the committee wrote down for its unit of whatever else', async () => {
    const needs = new NeedActs(stage.world);
    const unit = stage.world.unit('clinic');
    const told = (title: string): RegExp => new RegExp(`${title}.*：居委会已为贵单位代办，如有不符请更正。$`);
    await needs.draft('southeast-officer', { title: '夜间照明' }, 'southeast', unit);
    expect(await hearing()).toMatchObject({ clinic: [expect.stringMatching(told('夜间照明'))], market: [] });
  });

  it('has a title for whatever can be told of', async () => {
    const things = stage.world.api.app.get(MessageThings, { strict: false }).list();
    for (const { thing, titles } of things) {
      const columns = `SELECT thing_id, network_id, title, starts_at FROM (${titles}) AS told`;
      expect({ thing, rows: await stage.world.api.dataSource.query(columns, [randomUUID(), []]) }).toEqual({
        thing,
        rows: [],
      });
    }
    expect(things.length).toBeGreaterThan(12);
  });

  it('is nothing of what was only tried', async () => {
    await request(true);
    expect(await hearing()).toEqual({ clinic: [], bus: [], market: [] });
  });

  it('is one mail of many edits, the first of which is not put off by those after it', async () => {
    let meeting = await meetings.called({ title: '多次改期' });
    const heard: string[] = [];
    for (let edit = 0; edit < 10; edit++) {
      const startsAt = `2026-12-10T${String(9 + edit)}:00:00+08:00`.replace('T9', 'T09');
      const endsAt = `2026-12-10T${String(10 + edit)}:00:00+08:00`;
      const input = { startsAt, endsAt, reason: '调整' };
      await meetings.step('moveMeeting', meeting, { input });
      meeting = await meetings.seen(meeting.id);
      stage.world.clock.advance(10_000);
      await stage.work();
      heard.push(...stage.mailsOf('clinic').map(({ text }) => text));
    }
    expect(heard).toEqual([]);
    stage.world.clock.advance(MINUTE);
    await stage.work();
    const [mail, more] = stage.mailsOf('clinic').map(({ text }) => text);
    expect(more).toBeUndefined();
    expect(mail).toMatch(/^新的待办：\n· 多次改期（.*，2026年12月10日（星期四）18:00）：.*$/);
    await stage.pass();
    stage.post.drain();
  });

  it('tells of a meeting called, moved and cancelled, each once; a draft is silent', async () => {
    const draft = await meetings.draft({ title: '专题讨论' });
    expect((await hearing()).market).toEqual([]);
    await meetings.step('callMeeting', draft);
    expect((await hearing()).market).toEqual([expect.stringContaining('专题讨论')]);
    await meetings.step('moveMeeting', await meetings.seen(draft.id), {
      input: { ...MOVED_SPAN, reason: '调整' },
    });
    expect((await hearing()).market).toEqual([
      expect.stringMatching(/有变动：\n· 专题讨论.*09:00.*会议已改期/),
    ]);
    await meetings.step('cancelMeeting', await meetings.seen(draft.id), { reason: '不开了' });
    expect((await hearing()).market).toEqual([expect.stringMatching(/有变动：\n· 专题讨论.*会议已取消。$/)]);
    const unheard = await meetings.called({ title: '没有开成' });
    stage.world.clock.advance(1_000);
    await meetings.step('cancelMeeting', unheard, { reason: '不开了' });
    expect(await hearing()).toEqual({ clinic: [], bus: [], market: [] });
  });

  it('tells of a menu, and of a place that fell free for the unit that waited', async () => {
    const signUps = new SignUpActs(stage.world, new MenuActs(stage.world));
    const dish = await signUps.published({ quota: 5, title: '义诊' }, 'clinic');
    expect((await hearing()).market).toEqual([expect.stringContaining('菜单已发布。')]);
    const first = await signUps.act('bus-639', 'signUpForDish', { dishId: dish.id, heads: 5 });
    await signUps.act('food-market', 'signUpForDish', { dishId: dish.id, heads: 2 });
    expect(await hearing()).toMatchObject({ bus: [], market: [] });
    await signUps.act('bus-639', 'cancelSignUp', { id: first.id, version: first.version });
    const { market, bus, clinic } = await hearing();
    expect(market).toEqual([expect.stringMatching(/义诊.*贵单位已获得该活动名额。$/)]);
    expect([bus, clinic]).toEqual([[], []]);
  });

  it('can be read before it is sent, to be copied into a chat', async () => {
    const next = async () => {
      type Read = { nextMessage: { text: string | null } };
      return (await stage.world.as('bus-639').ask<Read>(NEXT)).nextMessage.text;
    };
    expect(await next()).toBeNull();
    await request();
    const text = await next();
    expect(text).toContain('新的待办：');
    const { bus } = await hearing();
    expect(bus).toEqual([text]);
    expect(await next()).toBeNull();
  });

  it('is nothing once the post is revoked, nor once nobody wants it', async () => {
    await request();
    await stage.set('bus-639', { topics: [] });
    expect((await hearing()).bus).toEqual([]);
    await stage.tell('police-post');
    await meetings.called({ title: '派出所参加' });
    await stage.work();
    await stage.world.as('southeast-committee').ask(REVOKE, { id: stage.world.post('police-post') });
    await stage.pass();
    expect(stage.mailsOf('police-post')).toEqual([]);
  });
});
