import { startWorld, type World } from './support/world.js';

const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { ... on Booking { id version chatText chatReminder } } }`;
const CONFIRM = `mutation ($id: ID!, $version: Int!) {
  confirmBooking(id: $id, version: $version) { ... on BookingConfirmation { booking { id version chatText chatReminder } } }
}`;
const CANCEL = `mutation ($id: ID!, $version: Int!, $remark: String) {
  cancelBooking(id: $id, version: $version, remark: $remark) { ... on Booking { chatText chatReminder } }
}`;
const BOOKING = `query ($id: ID!) { node(id: $id) { ... on Booking { chatText chatReminder } } }`;
const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id version chatText } } }`;
const INVITE_NEW = `mutation ($input: InviteNewUnitInput!) { inviteNewUnit(input: $input) { oneTimeCode chatText membership { id } } }`;
const MEMBERSHIP = `query ($id: ID!) { node(id: $id) { ... on Membership { chatText } } }`;
const ACCEPT = `mutation ($id: ID!, $version: Int!) { acceptInvitation(id: $id, version: $version) { ... on Membership { id version chatText } } }`;

interface Texts {
  id: string;
  version: number;
  chatText: string;
  chatReminder: string | null;
}

describe('texts for a group chat', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });

  afterAll(() => world.close());

  test('tell of a booking to both sides and the committee, and nobody’s phone', async () => {
    const offerId = await world.offer('bus-45', { confirmation: 'OWNER', contactPhone: '021-5555 0639' });
    const input = {
      offerId,
      networkId: world.network('southeast'),
      startsAt: '2026-12-12T10:00:00+08:00',
      endsAt: '2026-12-12T12:00:00+08:00',
      purpose: '秋游',
      contactName: '王老师',
      contactPhone: '13800000000',
    };
    const school = world.as('zhoupu-no3-primary');
    const { requestBooking } = await school.ask<{ requestBooking: Texts }>(REQUEST, { input });
    expect(requestBooking.chatText).toMatch(
      /^【预约申请】.+借用.+的“.+”：待答复。\n时间：2026年12月12日（星期六）10:00–12:00\n用途：秋游\n请于.+前答复/,
    );
    expect(requestBooking.chatReminder).toBeNull();

    const owner = world.as('bus-639');
    const { booking } = (await owner.ask<{ confirmBooking: { booking: Texts } }>(CONFIRM, requestBooking))
      .confirmBooking;
    expect(booking.chatText).toMatch(/^【预约确认】.+：已确认。/);
    expect(booking.chatReminder).toMatch(/^【预约提醒】/);
    for (const reader of [school, world.as('southeast-committee')]) {
      const { node } = await reader.ask<{ node: Texts }>(BOOKING, { id: booking.id });
      expect(node.chatText).toBe(booking.chatText);
    }
    expect(`${booking.chatText}${booking.chatReminder}`).not.toMatch(/王老师|1380|5555/);
    expect(await world.as('clinic').ask(BOOKING, { id: booking.id })).toEqual({ node: null });

    const remark = '车辆临时检修';
    const { cancelBooking } = await owner.ask<{ cancelBooking: Texts }>(CANCEL, { ...booking, remark });
    expect(cancelBooking.chatText).toMatch(
      /^【预约取消】.+：已取消。\n时间：.+\n用途：秋游\n说明：车辆临时检修$/,
    );
    expect(cancelBooking.chatReminder).toBeNull();
  });

  test('hand an invitation over with its code, times on the network’s clock', async () => {
    const input = {
      networkId: world.network('southeast'),
      unitName: '街角  书店',
      unitKind: 'ENTERPRISE',
      unitCode: 'book-shop',
    };
    type Handed = { inviteNewUnit: { oneTimeCode: string; chatText: string; membership: { id: string } } };
    const secretary = world.as('southeast-committee');
    const { inviteNewUnit } = await secretary.ask<Handed>(INVITE_NEW, { input });
    const { oneTimeCode, chatText, membership } = inviteNewUnit;
    expect(chatText).toBe(
      `【共建邀请】东南社区党总支邀请街角 书店以共建单位身份加入“东南社区共建网络”。
请联络员凭一次性口令登记单位、设置密码：${oneTimeCode}
2026年11月30日（星期一）09:00前有效，只能使用一次。
请单独发给该单位联络员，不要发到群里。`,
    );
    // What can be read again later holds no code.
    const { node } = await secretary.ask<{ node: Texts }>(MEMBERSHIP, { id: membership.id });
    expect(node.chatText).not.toContain(oneTimeCode);
  });

  test('hand a code for a password over, with the account and until when', async () => {
    const issue = `mutation ($id: ID!) { issuePasswordCode(postId: $id) { oneTimeCode chatText } }`;
    type Handed = { issuePasswordCode: { oneTimeCode: string; chatText: string } };
    const { issuePasswordCode } = await world
      .as('southeast-committee')
      .ask<Handed>(issue, { id: world.post('clinic') });
    expect(issuePasswordCode.chatText).toBe(
      `【账号密码】请为账号 clinic（地区代码 310115）设置密码，一次性口令：${issuePasswordCode.oneTimeCode}
2026年11月24日（星期二）09:00前有效，只能使用一次；设置后请用账号和新密码登录。
请单独发给本人，不要发到群里。`,
    );
  });

  test('invite a unit, which does not know the network yet, and tell that it has come', async () => {
    const input = { networkId: world.network('southeast'), unitCode: 'riverside-primary' };
    const { inviteUnit } = await world
      .as('southeast-committee')
      .ask<{ inviteUnit: Texts }>(INVITE, { input });
    expect(inviteUnit.chatText).toMatch(
      /^【共建邀请】.+邀请贵单位（单位代码 riverside-primary）以共建单位身份加入“.+”，请联络员登录平台答复。$/,
    );
    const invited = world.as('riverside-primary');
    const { node } = await invited.ask<{ node: Texts }>(MEMBERSHIP, { id: inviteUnit.id });
    expect(node.chatText).toContain('riverside-primary');
    const { acceptInvitation } = await invited.ask<{ acceptInvitation: Texts }>(ACCEPT, inviteUnit);
    expect(acceptInvitation.chatText).toMatch(
      /^【成员动态】.+自2026年11月23日（星期一）起以共建单位身份参加“.+”。$/,
    );
  });
});
