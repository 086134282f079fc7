import { all, convenes, isOwn, isPast, keysOf, speaks, type Thing, type Unit, type Viewer } from './seen.js';

type SeenNomination = Thing & {
  readonly round: {
    readonly id: string;
    readonly state: string;
    readonly nominationsUntil: string | null;
  } | null;
};

interface SeenRound extends Thing {
  readonly isStreetOffice: boolean;
  readonly returningPersonName: string | null;
  readonly nominationsUntil: string | null;
  readonly scoringUntil: string | null;
  readonly currentResult: { readonly noticeUntil: string | null } | null;
}
const ROUND = `state isStreetOffice returningPersonName nominationsUntil scoringUntil network { id } currentResult { noticeUntil }`;
const NOMINATION = `state unit { id } round { id state nominationsUntil }`;

export async function roundsWaiting(viewer: Viewer): Promise<string[]> {
  const { client } = viewer;
  const nominations = await all<SeenNomination>(client, 'nominations', NOMINATION);
  const rounds = await all<SeenRound>(client, 'evaluationRounds', ROUND);
  const objections = await all<SeenObjection>(client, 'evaluationObjections', OBJECTION);
  const contested = new Set(
    objections.filter(({ state }) => state === 'FILED').map(({ round }) => round?.id),
  );
  const found = nominations.flatMap(({ id, state, unit, round }) =>
    keysOf(id, [
      [
        'NOMINATION_RETURNED',
        speaks(viewer) &&
          state === 'RETURNED' &&
          isOwn(viewer, unit) &&
          round?.state === 'NOMINATING' &&
          !isPast(viewer, round.nominationsUntil),
      ],
    ]),
  );
  for (const round of rounds) {
    const isNominated = nominations.some((one) => one.round?.id === round.id && one.state === 'SUBMITTED');
    found.push(...ofRound(viewer, round, { isNominated, isContested: contested.has(round.id) }));
    found.push(...(await ofRoll(viewer, round)));
  }
  for (const objection of objections) found.push(...(await ofObjection(viewer, objection)));
  return found;
}

function ofRound(
  viewer: Viewer,
  round: SeenRound,
  { isNominated, isContested }: { isNominated: boolean; isContested: boolean },
): string[] {
  const { id, state, isStreetOffice, returningPersonName: officer, nominationsUntil, currentResult } = round;
  const decides = viewer.role === 'SECRETARY' && convenes(viewer, round);
  return keysOf(id, [
    [
      'RETURNING_OFFICER_TO_APPOINT',
      decides && ['NOMINATING', 'SCORING'].includes(state) && !officer && !isStreetOffice,
    ],
    [
      'RETURNING_OFFICE_ASKED',
      viewer.role === 'STEWARD' && isStreetOffice && !officer && !['FINAL', 'CANCELLED'].includes(state),
    ],
    [
      'SCORING_TO_BEGIN',
      decides && state === 'NOMINATING' && isPast(viewer, nominationsUntil) && !!officer && isNominated,
    ],
    ['RESULT_TO_PUBLISH', decides && state === 'DELIBERATING' && !isContested],
    [
      'RESULT_TO_FINALISE',
      decides && state === 'PUBLIC_NOTICE' && isPast(viewer, currentResult?.noticeUntil) && !isContested,
    ],
  ]);
}

const ROLL = `query ($roundId: ID!) { judgingRoll(roundId: $roundId) { settledAt assignments(first: 100) { edges { node { state } } } } }`;

async function ofRoll({ client, ...viewer }: Viewer, round: SeenRound): Promise<string[]> {
  type Roll = { settledAt: string | null; assignments: { edges: { node: { state: string } }[] } };
  const { data } = await client.tryAsk<{ judgingRoll: Roll | null }>(ROLL, { roundId: round.id });
  const roll = data?.judgingRoll;
  if (!roll || round.state !== 'SCORING') return [];
  const isMissing = roll.assignments.edges.some(({ node }) => ['PROPOSED', 'SETTLED'].includes(node.state));
  const isSettled = roll.settledAt !== null;
  return keysOf(round.id, [
    ['JUDGES_TO_SETTLE', !isSettled],
    ['SHEETS_MISSING', isSettled && isMissing && isPast({ client, ...viewer }, round.scoringUntil)],
    ['SCORING_TO_CLOSE', isSettled && !isMissing],
  ]);
}

interface SeenObjection extends Thing {
  readonly round: Unit | null;
}
const OBJECTION = 'state version round { id }';
const RULE = `mutation ($id: ID!, $version: Int!) { ruleOnObjection(id: $id, version: $version, upheld: false, reason: "说明", tryOnly: true) { __typename } }`;

/** Who may rule the mutation says itself. */
async function ofObjection(
  { client, role }: Viewer,
  { id, version, state }: SeenObjection,
): Promise<string[]> {
  if (state !== 'FILED' || !['SECRETARY', 'STEWARD'].includes(role)) return [];
  const { data } = await client.tryAsk<{ ruleOnObjection: { __typename: string } }>(RULE, { id, version });
  return keysOf(id, [['RESULT_OBJECTION', data?.ruleOnObjection.__typename === 'EvaluationObjection']]);
}

type SeenAssignment = Thing & { readonly round: { readonly state: string } | null };

/** Through this post alone: what the person judges through another is that one’s. */
export async function sheetsWaiting(viewer: Viewer): Promise<string[]> {
  if (viewer.role === 'STEWARD') return [];
  const mine = await all<SeenAssignment>(viewer.client, 'myAssignments', 'state unit { id } round { state }');
  return mine.flatMap(({ id, state, unit, round }) => {
    const isThisPost = viewer.role === 'REPRESENTATIVE' ? unit === null : isOwn(viewer, unit);
    return keysOf(id, [['SHEET_TO_SCORE', state === 'SETTLED' && round?.state === 'SCORING' && isThisPost]]);
  });
}
