import type { WalkCase } from './walk-case.js';

function watched(field: string, type: string, thing: string) {
  return (select: { of(type: string, steps: number): string }): string =>
    `subscription ($id: ID!) { ${field}(id: $id) { ${thing} { id } acts ${select.of('ChangeAct', 1)} ...All } }
    fragment All on ${type} ${select.of(type, 1)}`;
}

/** What is told while one watches; walked by what it tells first. */
export const LIVE_CASES: Readonly<Record<string, WalkCase>> = {
  'Subscription.callChanged': {
    actor: 'clinic',
    document: watched('callChanged', 'CallChange', 'need'),
    ids: { id: ['Need'] },
    own: async ({ needs }) => ({ id: (await needs.called()).id }),
  },
  'Subscription.inboxChanged': {
    actor: 'clinic',
    document: (select) => `subscription { inboxChanged ${select.of('InboxChange', 2)} }`,
    ids: {},
    own: async () => ({}),
  },
  'Subscription.meetingChanged': {
    actor: 'southeast-officer',
    document: watched('meetingChanged', 'MeetingChange', 'meeting'),
    ids: { id: ['Meeting'] },
    own: async ({ meetings }) => ({ id: (await meetings.draft()).id }),
  },
  'Subscription.offerChanged': {
    actor: 'bus-639',
    document: watched('offerChanged', 'OfferChange', 'offer'),
    ids: { id: ['Offer'] },
    own: async ({ offers }) => ({ id: offers.bus }),
  },
};
