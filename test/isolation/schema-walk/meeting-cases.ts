import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const MEETING = { id: ['Meeting'] } as const;
const ITEM = { id: ['AgendaItem'] } as const;

/** The root fields of meetings. */
export const MEETING_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.meetings': {
    actor: 'clinic',
    document: list('meetings', 'MeetingFilter', 'MeetingConnection', 'first: 5'),
    ids: { 'filter.networkId': ['Network'] },
    own: async ({ world, meetings }) => {
      await meetings.moved();
      return { filter: { networkId: world.network('southeast') } };
    },
  },
  'Query.meeting': {
    actor: 'southeast-officer',
    document: (select) =>
      `query ($id: ID!) { meeting(id: $id) { id call ${select.of('MeetingCall', 3)} } bare: meeting(id: $id) ${select.of('Meeting', 1)} }`,
    ids: MEETING,
    own: async ({ meetings }) => ({ id: (await meetings.attended()).id }),
  },
  'Query.meetingAudience': {
    actor: 'southeast-officer',
    document: (select) => `query ($id: ID!) { meetingAudience(id: $id) ${select.of('Audience', 2)} }`,
    ids: MEETING,
    own: async ({ meetings }) => ({ id: (await meetings.draft()).id }),
  },
  'Mutation.createMeeting': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) ${select.of('Meeting', 2)} }`,
    ids: { 'input.networkId': ['Network'], 'input.unitIds': ['Unit'] },
    own: async ({ meetings }) => ({ input: meetings.input() }),
  },
  'Mutation.recordMeeting': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($input: RecordMeetingInput!) { recordMeeting(input: $input) { __typename ${REFUSAL} ... on Meeting ${select.of('Meeting', 2)} } }`,
    ids: {
      'input.networkId': ['Network'],
      'input.unitIds': ['Unit'],
      'input.attendance.unitId': ['Unit'],
      'input.draftId': ['Meeting'],
    },
    own: async ({ meetings }) => ({ input: await meetings.held() }),
  },
  'Mutation.updateMeeting': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: UpdateMeetingInput!) { updateMeeting(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on Meeting ${select.of('Meeting', 1)} } }`,
    ids: { ...MEETING, 'input.unitIds': ['Unit'] },
    own: async ({ meetings }) => ({ ...(await meetings.draft()), input: { title: '专题会' } }),
  },
  'Mutation.callMeeting': {
    actor: 'southeast-committee',
    document: step('callMeeting', 'Meeting'),
    ids: MEETING,
    own: ({ meetings }) => meetings.draft(),
  },
  'Mutation.moveMeeting': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: MoveMeetingInput!) { moveMeeting(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on Meeting ${select.of('Meeting', 1)} } }`,
    ids: MEETING,
    own: async ({ meetings }) => ({ ...(await meetings.called()), input: meetings.moving() }),
  },
  'Mutation.cancelMeeting': {
    actor: 'southeast-committee',
    document: step('cancelMeeting', 'Meeting', undefined, 'reason: "台风"'),
    ids: MEETING,
    own: ({ meetings }) => meetings.called(),
  },
  'Mutation.answerMeeting': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($id: ID!, $round: Int!, $input: AnswerMeetingInput!, $onBehalfOf: ID) { answerMeeting(id: $id, round: $round, input: $input, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on MeetingAnswer ${select.of('MeetingAnswer', 1)} } }`,
    ids: { ...MEETING, 'input.proxyUnitId': ['Unit'], onBehalfOf: ['Unit'] },
    own: async ({ world, meetings }) => ({
      id: (await meetings.called()).id,
      round: 1,
      input: { reply: 'DECLINED', proxyUnitId: world.unit('food-market') },
    }),
  },
  'Mutation.beginMeeting': {
    actor: 'southeast-officer',
    document: step('beginMeeting', 'Meeting'),
    ids: MEETING,
    own: ({ meetings }) => meetings.soon(),
  },
  'Mutation.closeMeeting': {
    actor: 'southeast-officer',
    document: step('closeMeeting', 'Meeting'),
    ids: MEETING,
    own: ({ meetings }) => meetings.begun(),
  },

  'Mutation.proposeItem': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($meetingId: ID!, $input: ProposeItemInput!) { proposeItem(meetingId: $meetingId, input: $input) { __typename ${REFUSAL} ... on AgendaItem ${select.of('AgendaItem', 2)} } }`,
    ids: { meetingId: ['Meeting'] },
    own: async ({ meetings }) => ({ meetingId: (await meetings.called()).id, input: { title: '停车' } }),
  },
  'Mutation.putNeedOnAgenda': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($meetingId: ID!, $needId: ID!) { putNeedOnAgenda(meetingId: $meetingId, needId: $needId) { __typename ${REFUSAL} ... on AgendaItem ${select.of('AgendaItem', 1)} } }`,
    ids: { meetingId: ['Meeting'], needId: ['Need'] },
    own: async ({ meetings, needs }) => ({
      meetingId: (await meetings.draft()).id,
      needId: (await needs.unmet()).id,
    }),
  },
  'Mutation.updateItem': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: UpdateItemInput!) { updateItem(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on AgendaItem ${select.of('AgendaItem', 1)} } }`,
    ids: ITEM,
    own: async ({ meetings }) => ({ ...(await meetings.proposal()), input: { minutes: 10 } }),
  },
  'Mutation.takeItem': {
    actor: 'southeast-officer',
    document: step('takeItem', 'AgendaItem'),
    ids: ITEM,
    own: ({ meetings }) => meetings.proposal(),
  },
  'Mutation.postponeItem': {
    actor: 'southeast-officer',
    document: step('postponeItem', 'AgendaItem', undefined, 'reason: "时间不够"'),
    ids: ITEM,
    own: ({ meetings }) => meetings.proposal(),
  },
  'Mutation.refuseItem': {
    actor: 'southeast-officer',
    document: step('refuseItem', 'AgendaItem', undefined, 'reason: "不属本网络"'),
    ids: ITEM,
    own: ({ meetings }) => meetings.proposal(),
  },
  'Mutation.withdrawItem': {
    actor: 'clinic',
    document: step('withdrawItem', 'AgendaItem'),
    ids: ITEM,
    own: ({ meetings }) => meetings.proposal(),
  },
  'Mutation.carryOverItem': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $meetingId: ID!) { carryOverItem(id: $id, version: $version, meetingId: $meetingId) { __typename ${REFUSAL} ... on AgendaItem ${select.of('AgendaItem', 1)} } }`,
    ids: { ...ITEM, meetingId: ['Meeting'] },
    own: async ({ meetings }) => ({
      ...(await meetings.postponed()),
      meetingId: (await meetings.draft()).id,
    }),
  },
  'Mutation.orderAgenda': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($meetingId: ID!, $itemIds: [ID!]!) { orderAgenda(meetingId: $meetingId, itemIds: $itemIds) { __typename ${REFUSAL} ... on Agenda ${select.of('Agenda', 2)} } }`,
    ids: { meetingId: ['Meeting'], itemIds: ['AgendaItem'] },
    own: ({ meetings }) => meetings.agenda(),
  },

  'Mutation.checkIn': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($meetingId: ID!, $code: String!) { checkIn(meetingId: $meetingId, code: $code) { __typename ${REFUSAL} ... on AttendanceEntry ${select.of('AttendanceEntry', 1)} } }`,
    ids: { meetingId: ['Meeting'] },
    own: ({ meetings }) => meetings.door(),
  },
  'Mutation.noteAttendance': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($meetingId: ID!, $input: NoteAttendanceInput!) { noteAttendance(meetingId: $meetingId, input: $input) { __typename ${REFUSAL} ... on AttendanceEntry ${select.of('AttendanceEntry', 1)} } }`,
    ids: { meetingId: ['Meeting'], 'input.unitId': ['Unit'] },
    own: async ({ world, meetings }) => ({
      meetingId: (await meetings.soon()).id,
      input: { unitId: world.unit('clinic'), act: 'ARRIVED' },
    }),
  },
  'Mutation.strikeAttendance': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($meetingId: ID!, $unitId: ID!, $at: DateTime!) { strikeAttendance(meetingId: $meetingId, unitId: $unitId, at: $at, reason: "看错了") { __typename ${REFUSAL} ... on AttendanceEntry ${select.of('AttendanceEntry', 1)} } }`,
    ids: { meetingId: ['Meeting'], unitId: ['Unit'] },
    own: async ({ world, meetings }) => ({ ...(await meetings.entered()), unitId: world.unit('clinic') }),
  },

  'Query.meetingSeries': {
    actor: 'southeast-officer',
    document: list('meetingSeries', 'MeetingSeriesFilter', 'MeetingSeriesConnection', 'first: 5'),
    ids: { 'filter.networkId': ['Network'] },
    own: async ({ world, meetings }) => {
      await meetings.series();
      return { filter: { networkId: world.network('southeast') } };
    },
  },
  'Mutation.createMeetingSeries': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($input: CreateMeetingSeriesInput!) { createMeetingSeries(input: $input) ${select.of('MeetingSeries', 1)} }`,
    ids: { 'input.networkId': ['Network'] },
    own: async ({ meetings }) => ({ input: meetings.rule() }),
  },
  'Mutation.updateMeetingSeries': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!) { updateMeetingSeries(id: $id, version: $version, input: { nth: 3 }) { __typename ${REFUSAL} ... on MeetingSeries ${select.of('MeetingSeries', 1)} } }`,
    ids: { id: ['MeetingSeries'] },
    own: ({ meetings }) => meetings.series(),
  },
  'Mutation.endMeetingSeries': {
    actor: 'southeast-officer',
    document: step('endMeetingSeries', 'MeetingSeries'),
    ids: { id: ['MeetingSeries'] },
    own: ({ meetings }) => meetings.series(),
  },
};
