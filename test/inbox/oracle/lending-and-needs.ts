import { all, convenes, isOwn, isPast, keysOf, speaks, type Thing, type Unit, type Viewer } from './seen.js';

interface SeenBooking extends Thing {
  readonly owner: Unit | null;
  readonly requester: Unit | null;
  readonly offer: { readonly confirmation: string } | null;
  readonly expiresAt: string;
  readonly endsAt: string;
  readonly noShow: { readonly standing: string; readonly contestUntil: string } | null;
}
const BOOKING = `state expiresAt endsAt network { id } owner { id } requester { id } offer { confirmation } noShow { standing contestUntil }`;

export async function bookingsWaiting(viewer: Viewer): Promise<string[]> {
  if (!speaks(viewer)) return [];
  const day = 86_400_000;
  return (await all<SeenBooking>(viewer.client, 'bookings', BOOKING)).flatMap((booking) => {
    const { state, offer, owner, requester, noShow } = booking;
    const isAsked = !isPast(viewer, booking.expiresAt);
    const forCommittee = state === 'REQUESTED' && offer?.confirmation === 'OWNER_AFTER_COMMITTEE';
    const ended = new Date(booking.endsAt).getTime();
    const isOver = ended <= viewer.now.getTime() && viewer.now.getTime() < ended + day;
    const toNote = ['CONFIRMED', 'IN_USE'].includes(state) && isOver;
    const contestable = noShow?.standing === 'RECORDED' && !isPast(viewer, noShow.contestUntil);
    return keysOf(booking.id, [
      ['BOOKING_TO_AGREE', isAsked && forCommittee && convenes(viewer, booking)],
      [
        'BOOKING_TO_ANSWER',
        isAsked && isOwn(viewer, owner) && ['REQUESTED', 'AWAITING_OWNER'].includes(state) && !forCommittee,
      ],
      ['LENT_USE_TO_NOTE', toNote && isOwn(viewer, owner)],
      ['BORROWED_USE_TO_NOTE', toNote && isOwn(viewer, requester) && !isOwn(viewer, owner)],
      ['NO_SHOW_TO_CONTEST', state === 'NO_SHOW' && contestable && isOwn(viewer, requester)],
      [
        'NO_SHOW_TO_RULE_ON',
        state === 'NO_SHOW' &&
          noShow?.standing === 'CONTESTED' &&
          viewer.role === 'SECRETARY' &&
          convenes(viewer, booking),
      ],
    ]);
  });
}

interface SeenClaim extends Thing {
  readonly need: {
    readonly id: string;
    readonly state: string;
    readonly endsAt: string | null;
    readonly project: { readonly state: string } | null;
  } | null;
}

export async function needsWaiting(viewer: Viewer): Promise<string[]> {
  if (!speaks(viewer)) return [];
  const { client } = viewer;
  const claims = await all<SeenClaim>(
    client,
    'claims',
    `state unit { id } need { id state endsAt project { state } }`,
  );
  const inState = (...states: string[]) =>
    new Set(claims.filter(({ state }) => states.includes(state)).map(({ need }) => need?.id));
  const [awaited, claimed] = [inState('ASKED', 'ACCEPTED'), inState('ACCEPTED')];
  type SeenNeed = Thing & { readonly endsAt: string | null };
  const needs = await all<SeenNeed>(client, 'needs', 'state endsAt unit { id } network { id }');
  const ofNeeds = needs.flatMap((need) =>
    keysOf(need.id, [
      ['NEED_TO_TAKE', need.state === 'PROPOSED' && convenes(viewer, need)],
      [
        'NEED_RETURNED',
        need.state === 'RETURNED' && isOwn(viewer, need.unit) && viewer.member.has(need.network?.id ?? ''),
      ],
      [
        'NEED_TO_PLACE',
        need.state === 'TAKEN' &&
          convenes(viewer, need) &&
          !isPast(viewer, need.endsAt) &&
          !awaited.has(need.id),
      ],
      [
        'NEED_UNCLAIMED',
        ['TAKEN', 'OPEN'].includes(need.state) &&
          convenes(viewer, need) &&
          isPast(viewer, need.endsAt) &&
          !claimed.has(need.id),
      ],
      ['NEED_LAST_WORD', need.state === 'ANSWERED' && isOwn(viewer, need.unit)],
    ]),
  );
  const ofClaims = claims.flatMap(({ id, state, unit, need }) => {
    const works = ['PLANNED', 'IN_PROGRESS', 'ANSWERED'].includes(need?.project?.state ?? '');
    const isOpen = ['TAKEN', 'OPEN', 'CLAIMED', 'IN_PROGRESS'].includes(need?.state ?? '');
    return keysOf(id, [
      [
        'CLAIM_TO_ANSWER',
        state === 'ASKED' &&
          isOwn(viewer, unit) &&
          ['TAKEN', 'OPEN'].includes(need?.state ?? '') &&
          !isPast(viewer, need?.endsAt),
      ],
      ['CLAIM_TO_FULFIL', state === 'ACCEPTED' && isOwn(viewer, unit) && isOpen && !works],
    ]);
  });
  return [...ofNeeds, ...ofClaims];
}

interface SeenProject extends Thing {
  readonly lead: Unit | null;
  readonly startedBy: Unit | null;
  readonly hosts: readonly { readonly id: string; readonly state: string; readonly unit: Unit | null }[];
  readonly steps: readonly {
    readonly id: string;
    readonly doneAt: string | null;
    readonly unit: Unit | null;
  }[];
  readonly needs: readonly { readonly state: string }[];
}
const PROJECT = `state network { id } lead { id } startedBy { id } hosts { id state unit { id } }
  steps { id doneAt unit { id } } needs { state }`;

export async function projectsWaiting(viewer: Viewer): Promise<string[]> {
  if (!speaks(viewer)) return [];
  return (await all<SeenProject>(viewer.client, 'projects', PROJECT, 20)).flatMap((project) => {
    const { id, state, lead, startedBy, hosts, steps, needs } = project;
    const works = ['PLANNED', 'IN_PROGRESS'].includes(state);
    const own = hosts.filter(({ unit }) => isOwn(viewer, unit));
    const takesPart =
      isOwn(viewer, lead) || convenes(viewer, project) || own.some((host) => host.state === 'ACCEPTED');
    return [
      ...keysOf(id, [
        ['PROJECT_TO_TAKE', state === 'PROPOSED' && convenes(viewer, project)],
        [
          'PROJECT_RETURNED',
          state === 'RETURNED' && isOwn(viewer, startedBy) && viewer.member.has(project.network?.id ?? ''),
        ],
        ['PROJECT_TO_BEGIN', state === 'PLANNED' && isOwn(viewer, lead)],
        ['PROJECT_RESULT', state === 'IN_PROGRESS' && isOwn(viewer, lead)],
        [
          'PROJECT_LAST_WORD',
          state === 'ANSWERED' &&
            convenes(viewer, project) &&
            needs.every((need) => ['WITHDRAWN', 'UNMET'].includes(need.state)),
        ],
      ]),
      ...own.flatMap((host) => keysOf(host.id, [['PROJECT_HOST_ASKED', works && host.state === 'ASKED']])),
      ...steps.flatMap((step) =>
        keysOf(step.id, [['PROJECT_STEP', works && !step.doneAt && isOwn(viewer, step.unit) && takesPart]]),
      ),
    ];
  });
}

export async function invitationsWaiting(viewer: Viewer): Promise<string[]> {
  if (!['SECRETARY', 'LIAISON'].includes(viewer.role)) return [];
  const memberships = await all<Thing & { unitCode: string }>(viewer.client, 'memberships', 'state unitCode');
  return memberships.flatMap(({ id, state, unitCode }) =>
    keysOf(id, [['MEMBERSHIP_INVITATION', state === 'INVITED' && unitCode === viewer.unitCode]]),
  );
}
