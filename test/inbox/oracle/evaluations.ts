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
  readonly draftResult: Unit | null;
  readonly currentResult: { readonly id: string; readonly noticeUntil: string | null } | null;
}
const ROUND = `state version isStreetOffice returningPersonName nominationsUntil scoringUntil network { id } draftResult { id } currentResult { id noticeUntil }`;
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
    const isUnchanged = await findUnchanged(viewer, round, objections);
    const isNominated = nominations.some((one) => one.round?.id === round.id && one.state === 'SUBMITTED');
    found.push(...ofRound(viewer, round, { isNominated, isUnchanged, isContested: contested.has(round.id) }));
    found.push(...(await ofRoll(viewer, round)));
  }
  for (const objection of objections) found.push(...(await ofObjection(viewer, objection)));
  return found;
}

function ofRound(
  viewer: Viewer,
  round: SeenRound,
  { isNominated, isContested, isUnchanged }: Record<'isNominated' | 'isContested' | 'isUnchanged', boolean>,
): string[] {
  const {
    id,
    state,
    isStreetOffice,
    returningPersonName: officer,
    nominationsUntil,
    currentResult,
    draftResult,
  } = round;
  const isTimeOver = state === 'NOMINATING' && (!nominationsUntil || isPast(viewer, nominationsUntil));
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
    ['SCORING_TO_BEGIN', decides && isTimeOver && !!officer && isNominated],
    ['NOMINATIONS_MISSING', convenes(viewer, round) && isTimeOver && !isNominated],
    [
      'RESULT_TO_PUBLISH',
      decides && state === 'DELIBERATING' && !!draftResult && !isContested && !isUnchanged,
    ],
    ['RESULT_TO_CORRECT', decides && !isContested && isUnchanged],
    [
      'RESULT_TO_FINALISE',
      decides &&
        state === 'PUBLIC_NOTICE' &&
        isPast(viewer, currentResult?.noticeUntil) &&
        !isContested &&
        !isUnchanged,
    ],
  ]);
}

/** Whether an objection to the result on notice was upheld, or the mutation says that the draft is the same. */
async function findUnchanged(
  { client, role, ...viewer }: Viewer,
  { id, version, state, currentResult, draftResult, network }: SeenRound,
  objections: readonly SeenObjection[],
): Promise<boolean> {
  if (role !== 'SECRETARY' || !convenes({ client, role, ...viewer }, { network })) return false;
  if (state === 'PUBLIC_NOTICE')
    return objections.some((one) => one.state === 'UPHELD' && one.result?.id === currentResult?.id);
  if (state !== 'DELIBERATING' || !draftResult) return false;
  const { step } = await client.ask<{ step: { message?: string } }>(PUBLISH, { id, version });
  return /nothing has changed since/.test(step.message ?? '');
}
const PUBLISH = `mutation ($id: ID!, $version: Int!) { step: publishResult(id: $id, version: $version, tryOnly: true) {
  ... on Refusal { message } } }`;

const ROLL = `query ($roundId: ID!) { judgingRoll(roundId: $roundId) { id settledAt assignments(first: 100) { edges { node { state } } } } }`;

async function ofRoll({ client, ...viewer }: Viewer, round: SeenRound): Promise<string[]> {
  type Roll = { id: string; settledAt: string | null; assignments: { edges: { node: { state: string } }[] } };
  const { data } = await client.tryAsk<{ judgingRoll: Roll | null }>(ROLL, { roundId: round.id });
  const roll = data?.judgingRoll;
  if (!roll || round.state !== 'SCORING') return [];
  const isMissing = roll.assignments.edges.some(({ node }) => ['PROPOSED', 'SETTLED'].includes(node.state));
  const isSettled = roll.settledAt !== null;
  return [
    ...keysOf(roll.id, [
      ['JUDGES_TO_PROPOSE', !isSettled && !isMissing],
      ['JUDGES_TO_SETTLE', !isSettled && isMissing],
      ['SHEETS_MISSING', isSettled && isMissing && isPast({ client, ...viewer }, round.scoringUntil)],
    ]),
    ...keysOf(round.id, [['SCORING_TO_CLOSE', isSettled && !isMissing]]),
  ];
}

interface SeenObjection extends Thing {
  readonly round: Unit | null;
  readonly result: Unit | null;
}
const OBJECTION = 'state version round { id } result { id }';
const RULE = `mutation ($id: ID!, $version: Int!) { done: ruleOnObjection(id: $id, version: $version, upheld: false, reason: "说明", tryOnly: true) { __typename } }`;

const PASS_ON = `mutation ($id: ID!, $version: Int!) { done: passObjectionOn(id: $id, version: $version, tryOnly: true) { __typename } }`;

/** Who may rule, and who may pass on, the mutations say themselves. */
async function ofObjection(
  { client, role }: Viewer,
  { id, version, state }: SeenObjection,
): Promise<string[]> {
  if (state !== 'FILED') return [];
  const may = async (roles: string[], document: string) => {
    if (!roles.includes(role)) return false;
    const { data } = await client.tryAsk<{ done: { __typename: string } }>(document, { id, version });
    return data?.done.__typename === 'EvaluationObjection';
  };
  return keysOf(id, [
    ['RESULT_OBJECTION', await may(['SECRETARY', 'STEWARD'], RULE)],
    ['RESULT_OBJECTION_TO_PASS_ON', await may(['SECRETARY', 'OFFICER'], PASS_ON)],
  ]);
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
