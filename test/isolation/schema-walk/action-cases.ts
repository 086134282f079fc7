import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const ACTION = { id: ['Action'] } as const;
const OBJECTION = { id: ['Objection'] } as const;
const SAID = 'text: "说明"';

/** The root fields of actions and objections. */
export const ACTION_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.actions': {
    actor: 'clinic',
    document: list('actions', 'ActionFilter', 'ActionConnection', 'first: 5'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'] },
    own: async ({ world, actions }) => {
      await actions.open();
      return { filter: { networkId: world.network('southeast'), unitId: world.unit('clinic') } };
    },
  },
  'Query.action': {
    actor: 'clinic',
    document: (select) =>
      `query ($id: ID!) { action(id: $id) { id notes(first: 2) ${select.of('ActionNoteConnection', 4)} reports ${select.of('ActionReport', 1)} } bare: action(id: $id) ${select.of('Action', 1)} }`,
    ids: ACTION,
    own: async ({ actions }) => ({ id: (await actions.said()).id }),
  },
  'Mutation.createAction': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($meetingId: ID!, $input: CreateActionInput!) { createAction(meetingId: $meetingId, input: $input) { __typename ${REFUSAL} ... on Action ${select.of('Action', 2)} } }`,
    ids: {
      meetingId: ['Meeting'],
      'input.unitId': ['Unit'],
      'input.agendaItemId': ['AgendaItem'],
      'input.motionId': ['Motion'],
    },
    own: async ({ meetings, actions }) => ({
      meetingId: (await meetings.begun()).id,
      input: actions.input(),
    }),
  },
  'Mutation.updateAction': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: UpdateActionInput!) { updateAction(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on Action ${select.of('Action', 1)} } }`,
    ids: { ...ACTION, 'input.agendaItemId': ['AgendaItem'], 'input.motionId': ['Motion'] },
    own: async ({ actions }) => ({ ...(await actions.open()), input: { what: '划线' } }),
  },
  'Mutation.reassignAction': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $unitId: ID!) { reassignAction(id: $id, version: $version, unitId: $unitId, reason: "说明") { __typename ${REFUSAL} ... on Action ${select.of('Action', 1)} } }`,
    ids: { ...ACTION, unitId: ['Unit'] },
    own: async ({ world, actions }) => ({
      ...(await actions.open()),
      unitId: world.unit('southeast-committee'),
    }),
  },
  'Mutation.postponeAction': {
    actor: 'southeast-officer',
    document: step('postponeAction', 'Action', undefined, 'dueOn: "2027-07-31", reason: "说明"'),
    ids: ACTION,
    own: ({ actions }) => actions.open(),
  },
  'Mutation.dropAction': {
    actor: 'southeast-officer',
    document: step('dropAction', 'Action', undefined, 'reason: "说明"'),
    ids: ACTION,
    own: ({ actions }) => actions.open(),
  },
  'Mutation.reopenAction': {
    actor: 'southeast-officer',
    document: step('reopenAction', 'Action', undefined, 'reason: "说明"'),
    ids: ACTION,
    own: ({ actions }) => actions.done(),
  },
  'Mutation.noteActionProgress': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($actionId: ID!) { noteActionProgress(actionId: $actionId, ${SAID}) { __typename ${REFUSAL} ... on Action ${select.of('Action', 1)} } }`,
    ids: { actionId: ['Action'] },
    own: async ({ actions }) => ({ actionId: (await actions.open()).id }),
  },
  'Mutation.finishAction': {
    actor: 'clinic',
    document: step('finishAction', 'Action'),
    ids: ACTION,
    own: ({ actions }) => actions.open(),
  },
  'Mutation.reportOnAction': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($meetingId: ID!, $actionId: ID!) { reportOnAction(meetingId: $meetingId, actionId: $actionId, ${SAID}) { __typename ${REFUSAL} ... on ActionReport ${select.of('ActionReport', 1)} } }`,
    ids: { meetingId: ['Meeting'], actionId: ['Action'] },
    own: ({ actions }) => actions.standing(),
  },

  'Mutation.raiseObjection': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($motionId: ID!) { raiseObjection(motionId: $motionId, ${SAID}) { __typename ${REFUSAL} ... on Objection ${select.of('Objection', 2)} } }`,
    ids: { motionId: ['Motion'] },
    own: ({ actions }) => actions.motion(),
  },
  'Mutation.recordObjections': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($motionId: ID!) { recordObjections(motionId: $motionId, input: { count: 2, ${SAID} }) { __typename ${REFUSAL} ... on RecordedObjections ${select.of('RecordedObjections', 2)} ... on RecordedObjections { objections { motion { objectionCount ${select.of('ObjectionCount', 1)} objections(first: 2) ${select.of('ObjectionConnection', 3)} } } } } }`,
    ids: { motionId: ['Motion'] },
    own: ({ actions }) => actions.followedUp(),
  },
  'Mutation.updateObjection': {
    actor: 'clinic',
    document: step('updateObjection', 'Objection', undefined, `input: { ${SAID} }`),
    ids: OBJECTION,
    own: ({ actions }) => actions.objection(),
  },
  'Mutation.followUpObjection': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($objectionId: ID!) { followUpObjection(objectionId: $objectionId, input: { way: VISITED, ${SAID} }) { __typename ${REFUSAL} ... on Objection { id notes(first: 2) ${select.of('ObjectionNoteConnection', 4)} } } }`,
    ids: { objectionId: ['Objection'] },
    own: async ({ actions }) => ({ objectionId: (await actions.objection()).id }),
  },
  'Mutation.answerObjection': {
    actor: 'southeast-officer',
    document: step('answerObjection', 'Objection', undefined, SAID),
    ids: OBJECTION,
    own: ({ actions }) => actions.objection(),
  },
  'Mutation.settleObjection': {
    actor: 'clinic',
    document: step('settleObjection', 'Objection', undefined, SAID),
    ids: OBJECTION,
    own: ({ actions }) => actions.answered(),
  },
  'Mutation.upholdObjection': {
    actor: 'clinic',
    document: step('upholdObjection', 'Objection', undefined, SAID),
    ids: OBJECTION,
    own: ({ actions }) => actions.answered(),
  },
  'Mutation.reopenObjection': {
    actor: 'clinic',
    document: step('reopenObjection', 'Objection', undefined, SAID),
    ids: OBJECTION,
    own: ({ actions }) => actions.settled(),
  },
  'Mutation.withdrawObjection': {
    actor: 'clinic',
    document: step('withdrawObjection', 'Objection', undefined, SAID),
    ids: OBJECTION,
    own: ({ actions }) => actions.objection(),
  },
};
