import type { IdType } from './coordinates.js';
import { accessToken } from '../../support/access-token-acts.js';
import { ISSUER, letAccountsBeOpened, linkExternally, proofOf } from '../../support/external-acts.js';
import { PASSWORD } from '../../support/world.js';
import { DOING_CASES } from './doing-cases.js';
import { EVALUATION_CASES } from './evaluation-cases.js';
import { NOTICED_CASES, RESULT_CASES, resultsBeneath } from './result-cases.js';
import { NOMINATION_CASES } from './nomination-cases.js';
import { JUDGING_CASES } from './judging-cases.js';
import { MENU_CASES } from './menu-cases.js';
import { ORDER_CASES } from './order-cases.js';
import { SIGN_UP_CASES } from './sign-up-cases.js';
import { RECOGNITION_CASES } from './recognition-cases.js';
import { FIGURE_CASES } from './figure-cases.js';
import { INBOX_CASES } from './inbox-cases.js';
import { SCHEDULE_CASES } from './schedule-cases.js';
import { LIVE_CASES } from './live-cases.js';
import { MESSAGE_CASES } from './message-cases.js';
import { WEBHOOK_CASES } from './webhook-cases.js';
import { RHYTHM_CASES } from './rhythm-cases.js';
import { ACTION_CASES } from './action-cases.js';
import { MEETING_CASES } from './meeting-cases.js';
import { CATEGORY_CASES } from './category-cases.js';
import { CLAIM_CASES } from './claim-cases.js';
import { NEED_CASES } from './need-cases.js';
import { PROJECT_CASES } from './project-cases.js';
import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const ALL: readonly IdType[] = [
  'Action',
  'AgendaItem',
  'Area',
  'Booking',
  'BookingSeries',
  'Claim',
  'Dish',
  'DishDate',
  'DishFinding',
  'DishHost',
  'DishOutcome',
  'DishOrder',
  'DishOrderRequest',
  'DatePoll',
  'DatePollSpan',
  'EvaluationObjection',
  'EvaluationResult',
  'EvaluationJudge',
  'EvaluationRound',
  'EvaluationStanding',
  'File',
  'JudgeAssignment',
  'JudgeConflict',
  'JudgingRoll',
  'Meeting',
  'MeetingSeries',
  'Membership',
  'Menu',
  'MenuNotice',
  'Motion',
  'Need',
  'NeedCategory',
  'Network',
  'Nomination',
  'Objection',
  'Offer',
  'OfferClosure',
  'Post',
  'Project',
  'ProjectHost',
  'ProjectNote',
  'ProjectStep',
  'Recognition',
  'AccessToken',
  'Session',
  'SignUp',
  'Unit',
  'Webhook',
  'WebhookDelivery',
];
const none = async () => ({});

/** One case for each root field; the test fails for a field or an id argument that has none. */
export const CASES: Readonly<Record<string, WalkCase>> = {
  'Query.me': {
    actor: 'clinic',
    document: (select) => `{ me ${select.of('Me')} }`,
    ids: {},
    own: none,
  },
  'Query.networks': {
    actor: 'clinic',
    document: (select) => `{ networks ${select.of('NetworkConnection', 3)} }`,
    ids: {},
    own: none,
  },
  'Query.node': {
    actor: 'bus-639',
    document: (select) =>
      `query ($id: ID!) { node(id: $id) { __typename ... on Offer ${select.of('Offer', 1)} } unit: node(id: $id) { ... on Unit ${select.of('Unit', 3)} } ${resultsBeneath(select)} }`,
    ids: { id: ALL },
    own: async (stage) => ({ id: stage.offers.bus }),
  },
  'Query.network': {
    actor: 'clinic',
    document: (select) => `query ($id: ID!) { network(id: $id) ${select.of('Network', 2)} }`,
    ids: { id: ['Network'] },
    own: async ({ world }) => ({ id: world.network('southeast') }),
  },
  'Query.offer': {
    actor: 'bus-639',
    document: (select) => `query ($id: ID!) { offer(id: $id) ${select.of('Offer', 2)} }`,
    ids: { id: ['Offer'] },
    own: async (stage) => ({ id: stage.offers.bus }),
  },
  'Query.booking': {
    actor: 'southeast-committee',
    document: (select) => `query ($id: ID!) { booking(id: $id) ${select.of('Booking', 2)} }`,
    ids: { id: ['Booking'] },
    own: async (stage) => ({ id: (await stage.busConfirmed()).id }),
  },
  'Query.memberships': {
    actor: 'clinic',
    document: list('memberships', 'MembershipFilter', 'MembershipConnection'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'] },
    own: async ({ world }) => ({
      filter: { networkId: world.network('southeast'), unitId: world.unit('clinic') },
    }),
  },
  'Query.directory': {
    actor: 'clinic',
    document: list('directory', 'DirectoryFilter', 'DirectoryEntryConnection'),
    ids: { 'filter.networkId': ['Network'] },
    own: async ({ world }) => ({ filter: { networkId: world.network('southeast'), search: 'zpz' } }),
  },
  'Query.posts': {
    actor: 'clinic',
    document: list('posts', 'PostFilter', 'PostConnection'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'] },
    own: async ({ world }) => ({
      filter: { networkId: world.network('southeast'), unitId: world.unit('clinic') },
    }),
  },
  'Query.sessions': {
    actor: 'clinic',
    document: (select) => `{ sessions ${select.of('SessionConnection', 3)} }`,
    ids: {},
    own: none,
  },
  'Query.accessTokens': {
    actor: 'clinic',
    document: (select) => `{ accessTokens ${select.of('AccessTokenConnection', 3)} }`,
    ids: {},
    own: none,
  },
  'Mutation.createAccessToken': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { __typename ${REFUSAL} ... on NewAccessToken ${select.of('NewAccessToken', 2)} } }`,
    ids: {},
    own: async () => ({ input: { name: '大屏', access: 'READ', expiresOn: '2027-06-30' } }),
  },
  'Mutation.revokeAccessToken': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($id: ID!) { revokeAccessToken(id: $id) ${select.of('RevokedAccessToken', 1)} }`,
    ids: { id: ['AccessToken'] },
    own: async ({ world }) => ({ id: (await accessToken(world, 'clinic')).id }),
  },
  'Mutation.signInExternally': {
    actor: null,
    document: (select) =>
      `mutation ($input: SignInExternallyInput!) { signInExternally(input: $input) { __typename ${REFUSAL} ... on Access ${select.of('Access', 1)} } }`,
    ids: {},
    own: async ({ world }) => {
      await linkExternally(world, 'bus-639', 'walker');
      return { input: await proofOf(world, 'walker') };
    },
  },
  'Mutation.openAccountExternally': {
    actor: null,
    document: (select) =>
      `mutation ($input: OpenAccountExternallyInput!) { openAccountExternally(input: $input) { __typename ${REFUSAL} ... on Access ${select.of('Access', 1)} } }`,
    ids: {},
    own: async (stage) => {
      await letAccountsBeOpened(stage.world);
      return {
        input: { ...(await proofOf(stage.world, 'newcomer')), oneTimeCode: await stage.passwordCode() },
      };
    },
  },
  'Mutation.linkExternalAccount': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($input: LinkExternalAccountInput!) { linkExternalAccount(input: $input) { __typename ${REFUSAL} ... on ExternalAccount ${select.of('ExternalAccount', 1)} } }`,
    ids: {},
    own: async ({ world }) => ({ input: { ...(await proofOf(world, 'shopper')), password: PASSWORD } }),
  },
  'Mutation.unlinkExternalAccount': {
    actor: 'fire-squadron',
    document: (select) =>
      `mutation ($issuer: String!) { unlinkExternalAccount(issuer: $issuer) ${select.of('ExternalAccount', 1)} }`,
    ids: {},
    own: async ({ world }) => {
      await linkExternally(world, 'fire-squadron', 'fireman');
      return { issuer: ISSUER };
    },
  },
  'Query.offers': {
    actor: 'clinic',
    document: (select) =>
      `query ($filter: OfferFilter!) { offers(filter: $filter, first: 5) ${select.of('OfferConnection', 3)} }`,
    ids: { 'filter.networkId': ['Network'], 'filter.networkIds': ['Network'], 'filter.unitId': ['Unit'] },
    own: async ({ world }) => ({
      filter: {
        networkId: world.network('southeast'),
        networkIds: [world.network('southeast')],
        unitId: world.unit('bus-639'),
      },
    }),
  },
  'Query.offerAudience': {
    actor: 'bus-639',
    document: (select) =>
      `query ($id: ID!, $networkIds: [ID!]!) { offerAudience(id: $id, networkIds: $networkIds) ${select.of('Audience', 2)} }`,
    ids: { id: ['Offer'], networkIds: ['Network'] },
    own: async ({ world, offers }) => ({ id: offers.bus, networkIds: [world.network('southeast')] }),
  },
  'Query.needAudience': {
    actor: 'clinic',
    document: (select) =>
      `query ($networkId: ID!) { needAudience(networkId: $networkId) ${select.of('Audience', 2)} }`,
    ids: { networkId: ['Network'] },
    own: async ({ world }) => ({ networkId: world.network('southeast') }),
  },
  'Query.bookingAudience': {
    actor: 'clinic',
    document: (select) =>
      `query ($offerId: ID!, $networkId: ID!) { bookingAudience(offerId: $offerId, networkId: $networkId) ${select.of('Audience', 2)} }`,
    ids: { offerId: ['Offer'], networkId: ['Network'] },
    own: async ({ world, offers }) => ({ offerId: offers.bus, networkId: world.network('southeast') }),
  },
  'Query.whatIsFree': {
    actor: 'clinic',
    document: (select) =>
      `query ($filter: SharedOfferFilter!, $from: DateTime!, $to: DateTime!) { whatIsFree(filter: $filter, from: $from, to: $to, first: 10) ${select.of('FreeOffers', 2)} }`,
    ids: { 'filter.networkIds': ['Network'], 'filter.unitId': ['Unit'] },
    own: async ({ world }) => ({
      filter: { networkIds: [world.network('southeast')], unitId: world.unit('bus-639') },
      from: '2026-12-12T11:00:00+08:00',
      to: '2026-12-12T13:00:00+08:00',
    }),
  },
  'Query.bookings': {
    actor: 'bus-639',
    // What hangs on a booking is much, and a page of it costs so many times that.
    document: (select) =>
      `query ($filter: BookingFilter!) { bookings(filter: $filter, first: 5) ${select.of('BookingConnection', 3)} }`,
    ids: { 'filter.networkId': ['Network'], 'filter.offerId': ['Offer'] },
    own: async ({ world, offers }) => ({
      filter: { networkId: world.network('riverside'), offerId: offers.bus },
    }),
  },
  'Query.contributions': {
    actor: 'bus-639',
    document: list('contributions', 'ContributionFilter', 'ContributionConnection'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'] },
    own: (stage) => stage.lent(),
  },
  'Query.contributionTotals': {
    actor: 'bus-639',
    document: list('contributionTotals', 'MonthFilter', 'ContributionTotalConnection'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'] },
    own: (stage) => stage.lent({ from: '2026-11-01', to: '2027-06-01' }),
  },
  'Query.lendingByMonth': {
    actor: 'bus-639',
    document: list('lendingByMonth', 'MonthFilter', 'LendingMonthConnection'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'] },
    own: (stage) => stage.lent({ from: '2026-11-01', to: '2027-06-01' }),
  },

  'Query.calendarYear': {
    actor: 'clinic',
    document: (select) => `query ($year: Int!) { calendarYear(year: $year) ${select.of('CalendarYear', 1)} }`,
    ids: {},
    own: async () => ({ year: 2026 }),
  },
  'Query.calendar': {
    actor: 'clinic',
    document: (select) =>
      `query ($from: Date!, $to: Date!) { calendar(from: $from, to: $to) ${select.of('Calendar', 1)} }`,
    ids: {},
    own: async () => ({ from: '2026-12-31', to: '2027-01-01' }),
  },

  'Query.auditLines': {
    actor: 'clinic',
    document: (select) => `{ auditLines ${select.of('AuditLineConnection', 3)} }`,
    ids: {},
    own: none,
  },
  'Query.recordedForUs': {
    actor: 'clinic',
    document: (select) => `{ recordedForUs ${select.of('AuditLineConnection', 3)} }`,
    ids: {},
    own: none,
  },

  'Mutation.signIn': {
    actor: null,
    document: (select) =>
      `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ${REFUSAL} ... on Access { token expiresAt me ${select.of('Me', 1)} } } }`,
    ids: { 'input.postId': ['Post'] },
    own: async (stage) => ({ input: { ...(await stage.newcomer()), postId: null } }),
  },
  'Mutation.refresh': {
    actor: null,
    document: (select) =>
      `mutation ($token: String!) { refresh(token: $token) { __typename ${REFUSAL} ... on Access { token refreshToken me ${select.of('Me', 1)} } } }`,
    ids: {},
    own: async (stage) => ({ token: await stage.refreshToken() }),
  },
  'Mutation.endSession': {
    actor: 'clinic',
    document: (select) => `mutation ($id: ID!) { endSession(id: $id) ${select.of('Session', 1)} }`,
    ids: { id: ['Session'] },
    own: async (stage) => ({ id: await stage.anotherSession('clinic') }),
  },
  'Mutation.changePassword': {
    actor: 'police-post',
    document: (select) =>
      `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename ${REFUSAL} ... on Session ${select.of('Session', 1)} } }`,
    ids: {},
    own: async () => ({ input: { current: PASSWORD, password: 'another long one' } }),
  },
  'Mutation.openCalendarFeed': {
    actor: 'clinic',
    document: (select) => `mutation { openCalendarFeed ${select.of('CalendarFeed', 1)} }`,
    ids: {},
    own: none,
  },
  'Mutation.revokeCalendarFeed': {
    actor: 'clinic',
    document: (select) => `mutation { revokeCalendarFeed ${select.of('RevokedCalendarFeed', 1)} }`,
    ids: {},
    own: async ({ world }) => {
      await world.as('clinic').ask('mutation { openCalendarFeed { openedAt } }');
      return {};
    },
  },
  'Mutation.issuePasswordCode': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($postId: ID!) { issuePasswordCode(postId: $postId) ${select.of('PasswordCode', 1)} }`,
    ids: { postId: ['Post'] },
    own: async (stage) => ({ postId: await stage.postOf('developer') }),
  },
  'Mutation.setPassword': {
    actor: null,
    document: (select) =>
      `mutation ($input: SetPasswordInput!) { setPassword(input: $input) { __typename ${REFUSAL} ... on Account ${select.of('Account', 1)} } }`,
    ids: {},
    own: async (stage) => ({ input: { code: await stage.passwordCode(), password: 'another long one' } }),
  },
  'Mutation.inviteNewUnit': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($input: InviteNewUnitInput!) { inviteNewUnit(input: $input) ${select.of('UnitInvitation', 1)} }`,
    ids: { 'input.networkId': ['Network'] },
    own: async (stage) => ({ input: stage.newUnit() }),
  },
  'Mutation.renewInvitation': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($membershipId: ID!) { renewInvitation(membershipId: $membershipId) { __typename ${REFUSAL} ... on UnitInvitation ${select.of('UnitInvitation', 1)} } }`,
    ids: { membershipId: ['Membership'] },
    own: async (stage) => ({ membershipId: (await stage.invitation()).membership.id }),
  },
  'Mutation.redeemInvitation': {
    actor: null,
    document: (select) =>
      `mutation ($input: RedeemInvitationInput!) { redeemInvitation(input: $input) { __typename ${REFUSAL} ... on Account ${select.of('Account', 1)} } }`,
    ids: {},
    own: async (stage) => ({
      input: {
        code: (await stage.invitation()).oneTimeCode,
        personName: '新联络员',
        password: 'another long one',
      },
    }),
  },
  'Mutation.handOverPost': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: HandOverInput!) { handOverPost(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on Appointment ${select.of('Appointment', 2)} } }`,
    ids: { id: ['Post'], 'input.person.holderOf': ['Post'] },
    own: async (stage) => ({
      ...(await stage.newPost()),
      input: { person: { holderOf: await stage.postOf('food-market') }, at: stage.later() },
    }),
  },
  'Mutation.takeBackHandOver': {
    actor: 'southeast-committee',
    document: step('takeBackHandOver', 'Post'),
    ids: { id: ['Post'] },
    own: (stage) => stage.handedOver(),
  },
  'Mutation.switchPost': {
    actor: 'clinic',
    document: (select) => `mutation ($id: ID!) { switchPost(id: $id) ${select.of('Access', 1)} }`,
    ids: { id: ['Post'] },
    own: async (stage) => ({ id: await stage.postOf('clinic') }),
  },
  'Mutation.signOut': {
    actor: 'savings-bank',
    document: () => `mutation { signOut }`,
    ids: {},
    own: none,
  },
  'Mutation.inviteUnit': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { __typename ${REFUSAL} ... on Membership ${select.of('Membership', 1)} } }`,
    ids: { 'input.networkId': ['Network'] },
    own: async ({ world }) => ({
      input: { networkId: world.network('southeast'), unitCode: 'riverside-clinic' },
    }),
  },
  'Mutation.acceptInvitation': {
    actor: 'riverside-primary',
    document: step('acceptInvitation', 'Membership'),
    ids: { id: ['Membership'] },
    own: (stage) => stage.invite('riverside-primary'),
  },
  'Mutation.declineInvitation': {
    actor: 'riverside-property',
    document: step('declineInvitation', 'Membership'),
    ids: { id: ['Membership'] },
    own: (stage) => stage.invite('riverside-property'),
  },
  'Mutation.suspendMembership': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!) { suspendMembership(id: $id, version: $version) { __typename ${REFUSAL} ... on Membership ${select.of('Membership', 2)} } }`,
    ids: { id: ['Membership'] },
    own: (stage) => stage.membership('developer'),
  },
  'Mutation.resumeMembership': {
    actor: 'southeast-committee',
    document: step('resumeMembership', 'Membership'),
    ids: { id: ['Membership'] },
    own: (stage) => stage.suspended('party-school'),
  },
  'Mutation.removeMembership': {
    actor: 'southeast-committee',
    document: step('removeMembership', 'Membership'),
    ids: { id: ['Membership'] },
    own: (stage) => stage.membership('secondary-school'),
  },
  'Mutation.appoint': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($input: AppointInput!) { appoint(input: $input) { __typename ${REFUSAL} ... on Appointment ${select.of('Appointment', 2)} } }`,
    ids: { 'input.unitId': ['Unit'], 'input.person.holderOf': ['Post'] },
    own: async (stage) => ({
      input: {
        unitId: stage.world.unit('food-market'),
        role: 'DEPUTY',
        person: { holderOf: await stage.postOf('police-post') },
      },
    }),
  },
  'Mutation.revokePost': {
    actor: 'southeast-committee',
    document: step('revokePost', 'Post'),
    ids: { id: ['Post'] },
    own: (stage) => stage.newPost(),
  },
  'Mutation.setDutyPhone': {
    actor: 'southeast-committee',
    document: step('setDutyPhone', 'Post'),
    ids: { id: ['Post'] },
    own: (stage) => stage.newPost(),
  },
  'Mutation.createOffer': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($input: CreateOfferInput!) { createOffer(input: $input) ${select.of('Offer', 1)} }`,
    ids: {},
    own: async (stage) => ({ input: stage.draft }),
  },
  'Mutation.updateOffer': {
    actor: 'clinic',
    document: () =>
      `mutation ($id: ID!, $version: Int!, $input: UpdateOfferInput!) { updateOffer(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on Offer { id title } } }`,
    ids: { id: ['Offer'] },
    own: async (stage) => ({ ...(await stage.offer()), input: { title: '健康讲座' } }),
  },
  'Mutation.publishOffer': {
    actor: 'clinic',
    document: () =>
      `mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) { publishOffer(id: $id, version: $version, networkIds: $networkIds) { __typename ${REFUSAL} ... on Offer { id } } }`,
    ids: { id: ['Offer'], networkIds: ['Network'] },
    own: async (stage) => ({ ...(await stage.offer()), networkIds: [stage.world.network('southeast')] }),
  },
  'Mutation.withdrawOffer': {
    actor: 'clinic',
    document: () =>
      `mutation ($id: ID!, $version: Int!) { withdrawOffer(id: $id, version: $version) { __typename ${REFUSAL} ... on Offer { id } } }`,
    ids: { id: ['Offer'] },
    own: (stage) => stage.publishedOffer(),
  },
  'Mutation.closeOffer': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($id: ID!, $input: CloseOfferInput!) { closeOffer(id: $id, input: $input) { __typename ${REFUSAL} ... on OfferClosing ${select.of('OfferClosing', 1)} } }`,
    ids: { id: ['Offer'] },
    own: async (stage) => ({ id: (await stage.publishedOffer()).id, input: stage.closure() }),
  },
  'Mutation.liftClosure': {
    actor: 'clinic',
    document: () =>
      `mutation ($id: ID!, $version: Int!) { liftClosure(id: $id, version: $version) { __typename ${REFUSAL} ... on Offer { id } } }`,
    ids: { id: ['OfferClosure'] },
    own: (stage) => stage.closed(),
  },
  'Mutation.setOfferExceptions': {
    actor: 'clinic',
    document: () =>
      `mutation ($id: ID!, $version: Int!, $exceptions: [OfferExceptionInput!]!) { setOfferExceptions(id: $id, version: $version, exceptions: $exceptions) { __typename ${REFUSAL} ... on Offer { id exceptions { day spans { from to } } } } }`,
    ids: { id: ['Offer'] },
    own: async (stage) => ({
      ...(await stage.offer()),
      exceptions: [{ day: '2026-12-12', spans: [{ from: '08:00', to: '24:00' }] }],
    }),
  },
  'Mutation.requestBooking': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($input: RequestBookingInput!, $onBehalfOf: ID) { requestBooking(input: $input, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Booking ${select.of('Booking', 1)} } }`,
    ids: { 'input.offerId': ['Offer'], 'input.networkId': ['Network'], onBehalfOf: ['Unit'] },
    own: async (stage) => ({ input: stage.wish() }),
  },
  'Mutation.recordBooking': {
    actor: 'bus-639',
    document: (select) =>
      `mutation ($input: RecordBookingInput!, $onBehalfOf: ID) { recordBooking(input: $input, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Booking ${select.of('Booking', 1)} } }`,
    ids: {
      'input.offerId': ['Offer'],
      'input.networkId': ['Network'],
      'input.requesterId': ['Unit'],
      onBehalfOf: ['Unit'],
    },
    own: async (stage) => ({ input: stage.pastUse() }),
  },
  'Query.bookingSeries': {
    actor: 'bus-639',
    document: list('bookingSeries', 'SeriesFilter', 'BookingSeriesConnection'),
    ids: { 'filter.networkId': ['Network'], 'filter.offerId': ['Offer'] },
    own: async (stage) => {
      await stage.busSeries();
      return { filter: { networkId: stage.world.network('southeast'), offerId: stage.offers.bus } };
    },
  },
  'Mutation.requestBookings': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($input: RequestBookingsInput!, $onBehalfOf: ID) { requestBookings(input: $input, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on BookingBundle ${select.of('BookingBundle', 2)} } }`,
    ids: { 'input.items.offerId': ['Offer'], 'input.items.networkId': ['Network'], onBehalfOf: ['Unit'] },
    own: async (stage) => {
      const { purpose, ...item } = stage.wish() as { purpose: string };
      return { input: { items: [item], purpose } };
    },
  },
  'Mutation.cancelBookings': {
    actor: 'southeast-committee',
    document: step('cancelBookings', 'BookingBundle', 'onBehalfOf'),
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.bundle(),
  },
  'Mutation.requestSeries': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($input: RequestSeriesInput!, $onBehalfOf: ID) { requestSeries(input: $input, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on SeriesOutcome ${select.of('SeriesOutcome', 2)} } }`,
    ids: { 'input.offerId': ['Offer'], 'input.networkId': ['Network'], onBehalfOf: ['Unit'] },
    own: async (stage) => ({
      input: stage.repeated(stage.offers.bus, stage.world.network('southeast')),
    }),
  },
  'Mutation.requestSeriesDate': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($input: RequestSeriesDateInput!, $onBehalfOf: ID) { requestSeriesDate(input: $input, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Booking ${select.of('Booking', 1)} } }`,
    ids: { 'input.seriesId': ['BookingSeries'], onBehalfOf: ['Unit'] },
    own: async (stage) => ({ input: await stage.fallenDate() }),
  },
  'Mutation.changeSeries': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { changeSeries(id: $id, version: $version, scope: ALL, input: { purpose: "改期" }, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on SeriesOutcome ${select.of('SeriesOutcome', 2)} } }`,
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: async (stage) => ({ ...(await stage.busSeries()).bookings[0] }),
  },
  'Mutation.cancelSeries': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { cancelSeries(id: $id, version: $version, scope: FOLLOWING, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on SeriesOutcome ${select.of('SeriesOutcome', 2)} } }`,
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: async (stage) => ({ ...(await stage.busSeries()).bookings[0] }),
  },
  'Mutation.agreeToSeries': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!) { agreeToSeries(id: $id, version: $version, scope: ALL) { __typename ${REFUSAL} ... on SeriesOutcome ${select.of('SeriesOutcome', 2)} } }`,
    ids: { id: ['Booking'] },
    own: async (stage) => ({ ...(await stage.otherSeries(stage.offers.hall)).bookings[0] }),
  },
  'Mutation.confirmSeries': {
    actor: 'bus-639',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { confirmSeries(id: $id, version: $version, scope: ALL, skipClashes: true, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on SeriesConfirmation ${select.of('SeriesConfirmation', 1)} } }`,
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: async (stage) => ({ ...(await stage.otherSeries(stage.offers.bus)).bookings[0] }),
  },
  'Mutation.declineSeries': {
    actor: 'bus-639',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { declineSeries(id: $id, version: $version, scope: FOLLOWING, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on SeriesOutcome ${select.of('SeriesOutcome', 2)} } }`,
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: async (stage) => ({ ...(await stage.busSeries()).bookings[0] }),
  },
  'Mutation.agreeToBooking': {
    actor: 'southeast-committee',
    document: step('agreeToBooking', 'Booking'),
    ids: { id: ['Booking'] },
    own: (stage) => stage.hallRequest(),
  },
  'Mutation.confirmBooking': {
    actor: 'bus-639',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { confirmBooking(id: $id, version: $version, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on BookingConfirmation ${select.of('BookingConfirmation', 2)} } }`,
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.busRequest(),
  },
  'Mutation.declineBooking': {
    actor: 'bus-639',
    document: step('declineBooking', 'Booking', 'onBehalfOf'),
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.busRequest(),
  },
  'Mutation.withdrawBooking': {
    actor: 'southeast-committee',
    document: step('withdrawBooking', 'Booking', 'onBehalfOf'),
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.busRequest(),
  },
  'Mutation.cancelBooking': {
    actor: 'southeast-committee',
    document: step('cancelBooking', 'Booking', 'onBehalfOf'),
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.busConfirmed(),
  },

  'Mutation.moveBooking': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { moveBooking(id: $id, version: $version, startsAt: "2026-12-12T02:00:00Z", endsAt: "2026-12-12T03:00:00Z", waitIfTaken: true, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Booking ${select.of('Booking', 1)} } }`,
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.busRequest(),
  },
  'Mutation.updateBooking': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { updateBooking(id: $id, version: $version, input: { purpose: "参观" }, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Booking ${select.of('Booking', 1)} } }`,
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.busRequest(),
  },
  'Mutation.displaceBooking': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!) { displaceBooking(id: $id, version: $version, reason: "排涝", ownUse: { purpose: "抢险" }) { __typename ${REFUSAL} ... on BookingDisplacement ${select.of('BookingDisplacement', 2)} } }`,
    ids: { id: ['Booking'] },
    own: (stage) => stage.busConfirmed(),
  },
  'Mutation.noteHandOver': {
    actor: 'bus-639',
    document: step('noteHandOver', 'Booking', 'onBehalfOf'),
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.begun(),
  },
  'Mutation.undoHandOver': {
    actor: 'clinic',
    document: step('undoHandOver', 'Booking', 'onBehalfOf'),
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.used('clinic', 'noteHandOver'),
  },
  'Mutation.noteReturn': {
    actor: 'clinic',
    document: step('noteReturn', 'Booking', 'onBehalfOf'),
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.begun(),
  },
  'Mutation.recordNoShow': {
    actor: 'bus-639',
    document: step('recordNoShow', 'Booking', 'onBehalfOf'),
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.begun(),
  },
  'Mutation.contestNoShow': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $onBehalfOf: ID) { contestNoShow(id: $id, version: $version, remark: "来过", onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Booking ${select.of('Booking', 1)} } }`,
    ids: { id: ['Booking'], onBehalfOf: ['Unit'] },
    own: (stage) => stage.used('bus-639', 'recordNoShow'),
  },
  'Mutation.ruleOnNoShow': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!) { ruleOnNoShow(id: $id, version: $version, ruling: UPHELD, remark: "无人") { __typename ${REFUSAL} ... on Booking ${select.of('Booking', 1)} } }`,
    ids: { id: ['Booking'] },
    own: (stage) => stage.contested(),
  },
  'Mutation.giveFeedback': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!) { giveFeedback(id: $id, version: $version, marks: 5) { __typename ${REFUSAL} ... on Booking ${select.of('Booking', 1)} } }`,
    ids: { id: ['Booking'] },
    own: (stage) => stage.used('bus-639', 'noteReturn'),
  },

  'Mutation.removeFile': {
    actor: 'clinic',
    document: (select) => `mutation ($id: ID!) { removeFile(id: $id) ${select.of('File', 1)} }`,
    ids: { id: ['File'] },
    own: async (stage) => ({ id: await stage.file() }),
  },

  ...CATEGORY_CASES,
  ...CLAIM_CASES,
  ...PROJECT_CASES,
  ...NEED_CASES,
  ...MEETING_CASES,
  // Before a menu is closed.
  ...DOING_CASES,
  ...MENU_CASES,
  ...EVALUATION_CASES,
  ...RECOGNITION_CASES,
  ...JUDGING_CASES,
  ...NOMINATION_CASES,
  ...RESULT_CASES,
  ...ORDER_CASES,
  ...SIGN_UP_CASES,
  ...FIGURE_CASES,
  ...INBOX_CASES,
  ...SCHEDULE_CASES,
  ...LIVE_CASES,
  ...MESSAGE_CASES,
  ...WEBHOOK_CASES,
  ...RHYTHM_CASES,
  ...ACTION_CASES,
  ...NOTICED_CASES,
};
