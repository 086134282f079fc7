import type { World } from '../../support/world.js';
import type { Versioned } from '../../support/versioned.js';
import { HOUR, MINUTE, type Scene } from './scene.js';

const REQUEST = `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { __typename ... on Booking { id version state } } }`;
const NO_SHOW = `mutation ($id: ID!, $version: Int!) { recordNoShow(id: $id, version: $version) { __typename ... on Booking { id version } } }`;
const CONTEST = `mutation ($id: ID!, $version: Int!) { contestNoShow(id: $id, version: $version, remark: "到过") { __typename ... on Booking { id version } } }`;
const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id } } }`;
const TERMS = {
  hours: [{ days: 'EVERY', from: '00:00', to: '24:00' }],
  leadTimeMinutes: 0,
  longestMinutes: 240,
  slotMinutes: 5,
};

/** Invitations, bookings and what really happened. */
export function bookingScenes(world: World): readonly Scene[] {
  const ask = async (confirmation: string, ahead = 48 * HOUR): Promise<Versioned> => {
    const offerId = await world.offer('bus-45', { ...TERMS, confirmation });
    const step = 5 * MINUTE;
    const startsAt = Math.ceil((world.clock.now().getTime() + ahead) / step) * step;
    const input = {
      offerId,
      networkId: world.network('southeast'),
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + HOUR).toISOString(),
      purpose: '体检',
      heads: 9,
    };
    const { requestBooking } = await world
      .as('clinic')
      .ask<{ requestBooking: Versioned }>(REQUEST, { input });
    if (!requestBooking.id) throw new Error(JSON.stringify(requestBooking));
    return requestBooking;
  };
  const used = async (): Promise<Versioned> => {
    const booking = await ask('AUTOMATIC', HOUR);
    world.clock.advance(3 * HOUR);
    return booking;
  };
  const missed = async (): Promise<Versioned> =>
    (await world.as('bus-639').ask<{ recordNoShow: Versioned }>(NO_SHOW, await used())).recordNoShow;
  const invited = ['riverside-primary', 'riverside-property'];
  return [
    {
      kind: 'MEMBERSHIP_INVITATION',
      stage: async () => {
        const by = invited.shift() ?? '';
        const input = { networkId: world.network('southeast'), unitCode: by, role: 'PARTNER' };
        type Made = { inviteUnit: Versioned };
        const { id } = (await world.as('southeast-committee').ask<Made>(INVITE, { input })).inviteUnit;
        return { by, id };
      },
      settle: { acceptInvitation: {}, declineInvitation: {} },
    },
    {
      kind: 'BOOKING_TO_AGREE',
      stage: async () => ({ by: 'southeast-officer', ...(await ask('OWNER_AFTER_COMMITTEE')) }),
      settle: { agreeToBooking: {}, declineBooking: {} },
    },
    {
      kind: 'BOOKING_TO_ANSWER',
      stage: async () => ({ by: 'bus-639', ...(await ask('OWNER')) }),
      settle: { confirmBooking: { rivals: 'DECLINE' }, declineBooking: {} },
    },
    {
      kind: 'LENT_USE_TO_NOTE',
      stage: async () => ({ by: 'bus-639', ...(await used()) }),
      settle: { noteReturn: {}, recordNoShow: {} },
    },
    {
      kind: 'BORROWED_USE_TO_NOTE',
      stage: async () => ({ by: 'clinic', ...(await used()) }),
      settle: { noteReturn: {} },
    },
    {
      kind: 'NO_SHOW_TO_CONTEST',
      stage: async () => ({ by: 'clinic', ...(await missed()) }),
      settle: { contestNoShow: { remark: '到过' } },
    },
    {
      kind: 'NO_SHOW_TO_RULE_ON',
      stage: async () => {
        const { id } = (await world.as('clinic').ask<{ contestNoShow: Versioned }>(CONTEST, await missed()))
          .contestNoShow;
        return { by: 'southeast-committee', id };
      },
      settle: { ruleOnNoShow: { ruling: 'UPHELD', remark: '核实' } },
    },
  ];
}
