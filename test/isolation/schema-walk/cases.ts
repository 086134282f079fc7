import type { IdType } from './coordinates.js';
import type { FullSelection } from './selection.js';
import type { Stage } from './stage.js';

/** How one root field is asked so that it succeeds, and what its ids are ids of. */
export interface WalkCase {
  /** The account for which `own` succeeds; none for a field that is open to everybody. */
  readonly actor: string | null;
  readonly document: (select: FullSelection) => string;
  /** For every path of an id in the variables, the types that are looked up there. */
  readonly ids: Readonly<Record<string, readonly IdType[]>>;
  /** Variables with which the field succeeds once for the actor; sets up what it needs. */
  readonly own: (stage: Stage) => Promise<object>;
}

const ALL: readonly IdType[] = ['Area', 'Booking', 'Membership', 'Network', 'Offer', 'Post', 'Unit'];
const REFUSAL = '... on Refusal { code message }';
const none = async () => ({});

function step(field: string, result: string) {
  return (select: FullSelection) =>
    `mutation ($id: ID!, $version: Int!) { ${field}(id: $id, version: $version) { __typename ${REFUSAL} ... on ${result} ${select.of(result, 1)} } }`;
}

function list(field: string, filter: string, connection: string) {
  return (select: FullSelection) =>
    `query ($filter: ${filter}!) { ${field}(filter: $filter) ${select.of(connection, 3)} }`;
}

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
      `query ($id: ID!) { node(id: $id) { __typename ... on Offer ${select.of('Offer', 1)} } }`,
    ids: { id: ALL },
    own: async (stage) => ({ id: stage.offers.bus }),
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
  'Query.offers': {
    actor: 'clinic',
    document: list('offers', 'OfferFilter', 'OfferConnection'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'] },
    own: async ({ world }) => ({
      filter: { networkId: world.network('southeast'), unitId: world.unit('bus-639') },
    }),
  },
  'Query.bookings': {
    actor: 'bus-639',
    document: list('bookings', 'BookingFilter', 'BookingConnection'),
    ids: { 'filter.networkId': ['Network'], 'filter.offerId': ['Offer'] },
    own: async ({ world, offers }) => ({
      filter: { networkId: world.network('riverside'), offerId: offers.bus },
    }),
  },

  'Mutation.signIn': {
    actor: null,
    document: (select) =>
      `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ${REFUSAL} ... on Access { token expiresAt me ${select.of('Me', 1)} } } }`,
    ids: { 'input.postId': ['Post'] },
    own: async (stage) => ({ input: { ...(await stage.newcomer()), postId: null } }),
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
    document: step('suspendMembership', 'Membership'),
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
        person: { holderOf: await stage.postOf('food-market') },
      },
    }),
  },
  'Mutation.revokePost': {
    actor: 'southeast-committee',
    document: step('revokePost', 'Post'),
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
  'Mutation.requestBooking': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($input: RequestBookingInput!) { requestBooking(input: $input) { __typename ${REFUSAL} ... on Booking ${select.of('Booking', 1)} } }`,
    ids: { 'input.offerId': ['Offer'], 'input.networkId': ['Network'] },
    own: async (stage) => ({ input: stage.wish() }),
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
      `mutation ($id: ID!, $version: Int!) { confirmBooking(id: $id, version: $version) { __typename ${REFUSAL} ... on BookingConfirmation ${select.of('BookingConfirmation', 2)} } }`,
    ids: { id: ['Booking'] },
    own: (stage) => stage.busRequest(),
  },
  'Mutation.declineBooking': {
    actor: 'bus-639',
    document: step('declineBooking', 'Booking'),
    ids: { id: ['Booking'] },
    own: (stage) => stage.busRequest(),
  },
  'Mutation.withdrawBooking': {
    actor: 'southeast-committee',
    document: step('withdrawBooking', 'Booking'),
    ids: { id: ['Booking'] },
    own: (stage) => stage.busRequest(),
  },
  'Mutation.cancelBooking': {
    actor: 'southeast-committee',
    document: step('cancelBooking', 'Booking'),
    ids: { id: ['Booking'] },
    own: (stage) => stage.busConfirmed(),
  },
};
