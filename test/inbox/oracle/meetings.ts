import { all, convenes, isOwn, isPast, keysOf, speaks, type Thing, type Unit, type Viewer } from './seen.js';

interface SeenMeeting extends Thing {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly minutes: {
    readonly id: string;
    readonly state: string;
    readonly confirmations: readonly {
      id: string;
      answer: string | null;
      reply: string | null;
      unit: Unit;
    }[];
  } | null;
  readonly call: {
    readonly agendaDeadline: string | null;
    readonly answers: readonly { readonly reply: string | null; readonly unit: Unit }[];
    readonly agenda: readonly Thing[];
    readonly attendanceEntries: readonly { unit: Unit; act: string; at: string; struckAt: string | null }[];
    readonly motions: readonly SeenMotion[];
  } | null;
}
interface SeenMotion {
  readonly id: string;
  readonly state: string;
  readonly votes: readonly { readonly unit: Unit }[];
}
const MEETING = `state startsAt endsAt network { id } minutes { id state confirmations { id answer reply unit { id } } }
  call { agendaDeadline answers { reply unit { id } } agenda { id state unit { id } }
    attendanceEntries { unit { id } act at struckAt }
    motions { id state votes { unit { id } } } }`;

export async function meetingsWaiting(viewer: Viewer): Promise<string[]> {
  if (!speaks(viewer)) return [];
  const meetings = await all<SeenMeeting>(viewer.client, 'meetings', MEETING, 5);
  return meetings.flatMap((meeting) => [
    ...ofMeeting(viewer, meeting),
    ...ofAgenda(viewer, meeting),
    ...ofMotions(viewer, meeting),
    ...ofMinutes(viewer, meeting),
  ]);
}

function ofMeeting(viewer: Viewer, meeting: SeenMeeting): string[] {
  const { id, state, startsAt, endsAt, minutes, call } = meeting;
  const ours = convenes(viewer, meeting);
  const opens = new Date(new Date(startsAt).getTime() - 3_600_000).toISOString();
  const hasOpenVote = (call?.motions ?? []).some((motion) => motion.state === 'OPEN');
  const own = call?.answers.find(({ unit }) => isOwn(viewer, unit));
  const deadline = call?.agendaDeadline;
  const hasProposed = call?.agenda.some(({ unit }) => isOwn(viewer, unit));
  return keysOf(id, [
    ['MEETING_TO_ANSWER', state === 'CALLED' && own?.reply === null && !isPast(viewer, endsAt)],
    ['MEETING_TO_BEGIN', state === 'CALLED' && ours && isPast(viewer, opens)],
    ['MEETING_TO_CLOSE', state === 'IN_SESSION' && ours && isPast(viewer, endsAt) && !hasOpenVote],
    ['MINUTES_TO_DRAFT', state === 'CLOSED' && ours && minutes === null],
    [
      'AGENDA_DEADLINE',
      state === 'CALLED' &&
        !ours &&
        own !== undefined &&
        !!deadline &&
        new Date(deadline) >= viewer.now &&
        !hasProposed,
    ],
  ]);
}

function ofAgenda(viewer: Viewer, meeting: SeenMeeting): string[] {
  const isOpen = ['DRAFT', 'CALLED', 'IN_SESSION'].includes(meeting.state);
  return (meeting.call?.agenda ?? []).flatMap(({ id, state }) =>
    keysOf(id, [['AGENDA_ITEM_TO_TAKE', isOpen && state === 'PROPOSED' && convenes(viewer, meeting)]]),
  );
}

function ofMotions(viewer: Viewer, meeting: SeenMeeting): string[] {
  const ours = convenes(viewer, meeting);
  const passings = (meeting.call?.attendanceEntries ?? [])
    .filter(({ unit, struckAt, at }) => isOwn(viewer, unit) && !struckAt && isPast(viewer, at))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const isThere = passings.at(-1)?.act === 'ARRIVED';
  return (meeting.call?.motions ?? []).flatMap(({ id, state, votes }) =>
    keysOf(id, [
      [
        'VOTE_TO_CAST',
        state === 'OPEN' &&
          isThere &&
          viewer.member.has(meeting.network?.id ?? '') &&
          !votes.some(({ unit }) => isOwn(viewer, unit)),
      ],
      ['VOTE_TO_CLOSE', state === 'OPEN' && ours],
    ]),
  );
}

interface SeenObjections {
  readonly network: Unit;
  readonly objections: { readonly edges: readonly { readonly node: Thing }[] };
}

export async function objectionsWaiting(viewer: Viewer): Promise<string[]> {
  if (!speaks(viewer)) return [];
  const fields = 'network { id } objections(first: 20) { edges { node { id state unit { id } } } }';
  const motions = await all<SeenObjections>(viewer.client, 'motions', fields, 20);
  return motions.flatMap((motion) =>
    motion.objections.edges.flatMap(({ node }) =>
      keysOf(node.id, [
        ['OBJECTION_TO_ANSWER', node.state === 'OPEN' && convenes(viewer, motion)],
        ['OBJECTION_TO_SETTLE', node.state === 'ANSWERED' && isOwn(viewer, node.unit)],
      ]),
    ),
  );
}

function ofMinutes(viewer: Viewer, meeting: SeenMeeting): string[] {
  const { minutes, state } = meeting;
  if (!minutes) return [];
  const ours = convenes(viewer, meeting);
  const own = minutes.confirmations.find(({ unit }) => isOwn(viewer, unit));
  const isPublished = minutes.state === 'PUBLISHED';
  const ofText = keysOf(minutes.id, [
    ['MINUTES_TO_PUBLISH', !isPublished && state === 'CLOSED' && ours && viewer.role === 'SECRETARY'],
    ['MINUTES_TO_CONFIRM', isPublished && own?.answer === null],
  ]);
  const ofUnits = minutes.confirmations.flatMap(({ id, answer, reply }) =>
    keysOf(id, [['CORRECTION_ASKED', isPublished && ours && answer === 'CORRECTION_ASKED' && !reply]]),
  );
  return [...ofText, ...ofUnits];
}

interface SeenPoll extends Thing {
  readonly until: string;
  readonly askedUnits: readonly Unit[];
  readonly spans: readonly { readonly struckAt: string | null }[];
  readonly answers: readonly {
    readonly unit: Unit;
    readonly unanswered: readonly { struckAt: string | null }[];
  }[];
}
const POLL = `state until network { id } askedUnits { id } spans { struckAt } answers { unit { id } unanswered { struckAt } }`;

export async function pollsWaiting(viewer: Viewer): Promise<string[]> {
  if (!speaks(viewer)) return [];
  return (await all<SeenPoll>(viewer.client, 'datePolls', POLL, 20)).flatMap((poll) => {
    const isOver = isPast(viewer, poll.until);
    const isAsked = convenes(viewer, poll) || poll.askedUnits.some((unit) => isOwn(viewer, unit));
    const own = poll.answers.find(({ unit }) => isOwn(viewer, unit));
    const open = (own ? own.unanswered : poll.spans).filter(({ struckAt }) => !struckAt);
    return keysOf(poll.id, [
      ['DATE_POLL_TO_ANSWER', poll.state === 'OPEN' && !isOver && isAsked && open.length > 0],
      ['DATE_POLL_TO_SETTLE', poll.state === 'OPEN' && isOver && convenes(viewer, poll)],
    ]);
  });
}

export async function actionsWaiting(viewer: Viewer): Promise<string[]> {
  if (!speaks(viewer)) return [];
  return (await all<Thing>(viewer.client, 'actions', 'state unit { id }')).flatMap(({ id, state, unit }) =>
    keysOf(id, [['ACTION', state === 'OPEN' && isOwn(viewer, unit)]]),
  );
}
