import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const PROJECT = { id: ['Project'] } as const;
const HOST = { id: ['ProjectHost'] } as const;
const STEP = { id: ['ProjectStep'] } as const;
const LINK = { projectId: ['Project'], bookingId: ['Booking'] } as const;

/** A step of the project itself, as its lead takes it. */
function lead(
  field: string,
  more = '',
  own: WalkCase['own'] = ({ projects }) => projects.planned(),
): WalkCase {
  return { actor: 'food-market', document: step(field, 'Project', undefined, more), ids: PROJECT, own };
}

function committee(field: string, own: WalkCase['own'], more = ''): WalkCase {
  return { ...lead(field, more, own), actor: 'southeast-committee' };
}

function ofStep(
  field: string,
  more = '',
  own: WalkCase['own'] = ({ projects }) => projects.step(),
): WalkCase {
  return { ...lead(field, more, own), ids: STEP };
}

function link(field: string): WalkCase['document'] {
  return (select) =>
    `mutation ($projectId: ID!, $bookingId: ID!) { ${field}(projectId: $projectId, bookingId: $bookingId) { __typename ${REFUSAL} ... on Project ${select.of('Project', 1)} } }`;
}

/** The root fields of projects. */
export const PROJECT_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.projects': {
    actor: 'food-market',
    document: list('projects', 'ProjectFilter', 'ProjectConnection', 'first: 3'),
    ids: {
      'filter.networkId': ['Network'],
      'filter.unitId': ['Unit'],
      'filter.leadUnitId': ['Unit'],
      'filter.categoryIds': ['NeedCategory'],
    },
    own: ({ projects }) => projects.filter(),
  },
  'Query.project': {
    actor: 'food-market',
    document: (select) =>
      `query ($id: ID!) { project(id: $id) ${select.of('Project', 2)} noted: project(id: $id) { notes(first: 1) ${select.of('ProjectNoteConnection', 3)} } }`,
    ids: PROJECT,
    own: async ({ projects }) => ({ id: (await projects.planned()).id }),
  },
  'Mutation.startProject': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($input: StartProjectInput!) { startProject(input: $input) { __typename ${REFUSAL} ... on Project ${select.of('Project', 1)} } }`,
    ids: {
      'input.networkId': ['Network'],
      'input.needIds': ['Need'],
      'input.leadUnitId': ['Unit'],
      'input.categoryId': ['NeedCategory'],
    },
    own: ({ projects }) => projects.input(),
  },
  'Mutation.updateProject': {
    ...lead('updateProject', 'input: { title: "接送" }'),
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: UpdateProjectInput!) { updateProject(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on Project ${select.of('Project', 1)} } }`,
    ids: { ...PROJECT, 'input.categoryId': ['NeedCategory'] },
    own: async ({ projects }) => ({
      ...(await projects.planned()),
      input: { categoryId: await projects.category(), title: '接送' },
    }),
  },
  'Mutation.takeProject': committee('takeProject', ({ projects }) => projects.proposed()),
  'Mutation.returnProject': committee(
    'returnProject',
    ({ projects }) => projects.proposed(),
    'reason: "请写明日期"',
  ),
  'Mutation.proposeProject': lead('proposeProject', '', ({ projects }) => projects.returned()),
  'Mutation.withdrawProject': lead('withdrawProject', '', ({ projects }) => projects.proposed()),
  'Mutation.nameProjectLead': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $unitId: ID!) { nameProjectLead(id: $id, version: $version, unitId: $unitId) { __typename ${REFUSAL} ... on Project ${select.of('Project', 1)} } }`,
    ids: { ...PROJECT, unitId: ['Unit'] },
    own: async ({ projects, world }) => ({
      ...(await projects.hosted()),
      unitId: world.unit('property-management'),
    }),
  },
  'Mutation.beginProject': {
    ...lead('beginProject'),
    document: step('beginProject', 'Project', 'onBehalfOf'),
    ids: { ...PROJECT, onBehalfOf: ['Unit'] },
  },
  'Mutation.fileProjectResult': {
    ...lead('fileProjectResult'),
    document: step('fileProjectResult', 'Project', 'onBehalfOf', 'result: "已办"'),
    ids: { ...PROJECT, onBehalfOf: ['Unit'] },
  },
  'Mutation.closeProject': committee('closeProject', ({ projects }) => projects.answered()),
  'Mutation.reopenProject': committee(
    'reopenProject',
    ({ projects }) => projects.answered(),
    'reason: "还差一次"',
  ),
  'Mutation.stopProject': lead('stopProject', 'reason: "没有车"'),
  'Mutation.askProjectHost': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $unitId: ID!) { askProjectHost(id: $id, version: $version, unitId: $unitId) { __typename ${REFUSAL} ... on Project ${select.of('Project', 1)} } }`,
    ids: { ...PROJECT, unitId: ['Unit'] },
    own: async ({ projects, world }) => ({ ...(await projects.planned()), unitId: world.unit('clinic') }),
  },
  'Mutation.answerProjectHost': {
    actor: 'clinic',
    document: step('answerProjectHost', 'Project', 'onBehalfOf', 'accept: true'),
    ids: { ...HOST, onBehalfOf: ['Unit'] },
    own: ({ projects }) => projects.asked(),
  },
  'Mutation.withdrawProjectHost': {
    actor: 'food-market',
    document: step('withdrawProjectHost', 'Project'),
    ids: HOST,
    own: ({ projects }) => projects.asked(),
  },
  'Mutation.leaveProject': {
    actor: 'property-management',
    document: step('leaveProject', 'Project', undefined, 'reason: "搬迁"'),
    ids: HOST,
    own: ({ projects }) => projects.host(),
  },
  'Mutation.addProjectStep': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($projectId: ID!, $input: AddProjectStepInput!) { addProjectStep(projectId: $projectId, input: $input) { __typename ${REFUSAL} ... on Project ${select.of('Project', 1)} } }`,
    ids: { projectId: ['Project'], 'input.unitId': ['Unit'] },
    own: async ({ projects, world }) => ({
      projectId: (await projects.planned()).id,
      input: { unitId: world.unit('food-market'), title: '借车', dueOn: '2026-12-01' },
    }),
  },
  'Mutation.updateProjectStep': {
    ...ofStep('updateProjectStep'),
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: UpdateProjectStepInput!) { updateProjectStep(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on Project ${select.of('Project', 1)} } }`,
    ids: { ...STEP, 'input.unitId': ['Unit'] },
    own: async ({ projects, world }) => ({
      ...(await projects.step()),
      input: { unitId: world.unit('food-market'), title: '借车' },
    }),
  },
  'Mutation.moveProjectStep': ofStep('moveProjectStep', 'place: 1'),
  'Mutation.removeProjectStep': ofStep('removeProjectStep'),
  'Mutation.finishProjectStep': {
    ...ofStep('finishProjectStep'),
    document: step('finishProjectStep', 'Project', 'onBehalfOf'),
    ids: { ...STEP, onBehalfOf: ['Unit'] },
  },
  'Mutation.unfinishProjectStep': ofStep('unfinishProjectStep', '', ({ projects }) => projects.doneStep()),
  'Mutation.noteProjectProgress': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($projectId: ID!, $onBehalfOf: ID) { noteProjectProgress(projectId: $projectId, text: "已联系", onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on Project ${select.of('Project', 1)} } }`,
    ids: { projectId: ['Project'], onBehalfOf: ['Unit'] },
    own: async ({ projects }) => ({ projectId: (await projects.planned()).id }),
  },
  'Mutation.bookForProject': {
    actor: 'food-market',
    document: (select) =>
      `mutation ($input: BookForProjectInput!, $onBehalfOf: ID) { bookForProject(input: $input, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on BookingBundle ${select.of('BookingBundle', 2)} } }`,
    ids: { 'input.projectId': ['Project'], 'input.items.offerId': ['Offer'], onBehalfOf: ['Unit'] },
    own: async (stage) => {
      const { offerId, startsAt, endsAt } = stage.wish() as Record<string, string>;
      const { id: projectId } = await stage.projects.planned();
      return { input: { projectId, items: [{ offerId, startsAt, endsAt }] } };
    },
  },
  'Mutation.linkBookingToProject': {
    actor: 'food-market',
    document: link('linkBookingToProject'),
    ids: LINK,
    own: (stage) => stage.projects.booked(stage.wish()),
  },
  'Mutation.unlinkBookingFromProject': {
    actor: 'food-market',
    document: link('unlinkBookingFromProject'),
    ids: LINK,
    own: (stage) => stage.projects.linked(stage.wish()),
  },
};
