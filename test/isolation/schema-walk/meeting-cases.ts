import { list, REFUSAL, step, type WalkCase } from './walk-case.js';

const MEETING = { id: ['Meeting'] } as const;
const MINUTES = { id: ['Minutes'] } as const;
const ITEM = { id: ['AgendaItem'] } as const;
const MOTION = { id: ['Motion'] } as const;
const POLL = { id: ['DatePoll'] } as const;
const POLL_SPAN = { ...POLL, spanId: ['DatePollSpan'] } as const;

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
      `query ($id: ID!) { meeting(id: $id) { id call ${select.of('MeetingCall', 2)} inRoom: call { presence ${select.of('Presence', 2)} } } bare: meeting(id: $id) ${select.of('Meeting', 1)} }`,
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

  'Query.datePolls': {
    actor: 'clinic',
    document: list('datePolls', 'DatePollFilter', 'DatePollConnection', 'first: 5'),
    ids: { 'filter.networkId': ['Network'] },
    own: async ({ world, meetings }) => {
      await meetings.answeredPoll();
      return { filter: { networkId: world.network('southeast') } };
    },
  },
  'Mutation.openDatePoll': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: OpenDatePollInput!) { openDatePoll(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on DatePoll ${select.of('DatePoll', 2)} ... on DatePoll { spans { venue ${select.of('PollVenue', 2)} } } } }`,
    ids: { ...MEETING, 'input.venueOfferId': ['Offer'] },
    own: async ({ world, meetings }) => ({
      ...(await meetings.draft()),
      input: { ...meetings.asking(), venueOfferId: await world.offer('warm-home') },
    }),
  },
  'Mutation.updateDatePoll': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: UpdateDatePollInput!) { updateDatePoll(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on DatePoll ${select.of('DatePoll', 1)} } }`,
    ids: { ...POLL, 'input.venueOfferId': ['Offer'] },
    own: async ({ world, meetings }) => ({
      ...(await meetings.poll()),
      input: { zone: 'Asia/Urumqi', venueOfferId: await world.offer('warm-home') },
    }),
  },
  'Mutation.addDatePollSpans': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $spans: [PollSpanInput!]!) { addDatePollSpans(id: $id, version: $version, spans: $spans) { __typename ${REFUSAL} ... on DatePoll ${select.of('DatePoll', 1)} } }`,
    ids: POLL,
    own: async ({ meetings }) => ({ ...(await meetings.poll()), spans: [meetings.span(500)] }),
  },
  'Mutation.strikeDatePollSpan': {
    actor: 'southeast-officer',
    document: pollSpanStep('strikeDatePollSpan'),
    ids: POLL_SPAN,
    own: ({ meetings }) => meetings.poll(),
  },
  'Mutation.answerDatePoll': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($id: ID!, $input: AnswerDatePollInput!, $onBehalfOf: ID) { answerDatePoll(id: $id, input: $input, onBehalfOf: $onBehalfOf) { __typename ${REFUSAL} ... on DatePollAnswer ${select.of('DatePollAnswer', 2)} } }`,
    ids: { ...POLL, 'input.answers.spanId': ['DatePollSpan'], onBehalfOf: ['Unit'] },
    own: async ({ meetings }) => {
      const { id, spanId } = await meetings.poll();
      return { id, input: { answers: [{ spanId, choice: 'YES' }], remark: '上午最好' } };
    },
  },
  'Mutation.settleDatePoll': {
    actor: 'southeast-officer',
    document: pollSpanStep('settleDatePoll'),
    ids: POLL_SPAN,
    own: ({ meetings }) => meetings.poll(),
  },
  'Mutation.closeDatePoll': {
    actor: 'southeast-officer',
    document: step('closeDatePoll', 'DatePoll'),
    ids: POLL,
    own: async ({ meetings }) => {
      const { id, version } = await meetings.poll();
      return { id, version };
    },
  },
  'Mutation.planMeetingOffers': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $items: [MeetingOfferInput!]!) { planMeetingOffers(id: $id, version: $version, items: $items) { __typename ${REFUSAL} ... on Meeting { offers ${select.of('MeetingOffer', 1)} } } }`,
    ids: { ...MEETING, 'items.offerId': ['Offer'] },
    own: async ({ meetings }) => ({ ...(await meetings.draft()), items: [await meetings.venues.room()] }),
  },
  'Mutation.requestMeetingOffers': {
    actor: 'southeast-officer',
    document: step('requestMeetingOffers', 'Meeting'),
    ids: MEETING,
    own: ({ meetings }) => meetings.venues.noted(),
  },
  'Mutation.dropMeetingOffer': {
    actor: 'southeast-officer',
    document: step('dropMeetingOffer', 'Meeting'),
    ids: { id: ['MeetingOffer'] },
    own: async ({ meetings }) => meetings.venues.wanted(await meetings.draft()),
  },
  'Mutation.letMeetingCallItself': {
    actor: 'southeast-committee',
    document: step('letMeetingCallItself', 'Meeting', undefined, 'callsItself: true'),
    ids: MEETING,
    own: async ({ meetings }) => meetings.venues.asking(await meetings.draft()),
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

  'Mutation.draftMinutes': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($meetingId: ID!) { draftMinutes(meetingId: $meetingId) { __typename ${REFUSAL} ... on Minutes ${select.of('Minutes', 2)} } }`,
    ids: { meetingId: ['Meeting'] },
    own: async ({ meetings }) => ({ meetingId: (await meetings.begun()).id }),
  },
  'Mutation.editMinutes': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: EditMinutesInput!) { editMinutes(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on Minutes ${select.of('Minutes', 2)} ... on Minutes { contents ${select.of('MinutesContents', 3)} versions ${select.of('MinutesVersion', 2)} } ... on Minutes { versions { text { items ${select.of('WrittenItemText', 1)} } } } } }`,
    ids: { ...MINUTES, 'input.items.agendaItemId': ['AgendaItem'] },
    own: ({ meetings }) => meetings.minutesToEdit(),
  },
  'Mutation.publishMinutes': {
    actor: 'southeast-committee',
    document: step('publishMinutes', 'Minutes'),
    ids: MINUTES,
    own: ({ meetings }) => meetings.minutesToPublish(),
  },
  'Mutation.correctMinutes': {
    actor: 'southeast-committee',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: CorrectMinutesInput!) { correctMinutes(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on Minutes ${select.of('Minutes', 1)} } }`,
    ids: { ...MINUTES, 'input.unitIds': ['Unit'] },
    own: async ({ world, meetings }) => ({
      ...(await meetings.contestedMinutes()),
      input: { what: '实到 9 家', why: '漏记', unitIds: [world.unit('clinic')] },
    }),
  },
  'Mutation.confirmMinutes': {
    actor: 'clinic',
    document: step('confirmMinutes', 'MinutesConfirmation', 'onBehalfOf'),
    ids: { ...MINUTES, onBehalfOf: ['Unit'] },
    own: ({ meetings }) => meetings.publishedMinutes(),
  },
  'Mutation.askForCorrection': {
    actor: 'clinic',
    document: step('askForCorrection', 'MinutesConfirmation', undefined, 'request: "少记一家"'),
    ids: MINUTES,
    own: ({ meetings }) => meetings.publishedMinutes(),
  },
  'Mutation.declineCorrection': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $unitId: ID!) { declineCorrection(id: $id, unitId: $unitId, reason: "签到表如此") { __typename ${REFUSAL} ... on MinutesConfirmation ${select.of('MinutesConfirmation', 1)} } }`,
    ids: { ...MINUTES, unitId: ['Unit'] },
    own: async ({ world, meetings }) => ({
      id: (await meetings.contestedMinutes()).id,
      unitId: world.unit('clinic'),
    }),
  },

  'Query.motions': {
    actor: 'clinic',
    document: list('motions', 'MotionFilter', 'MotionConnection', 'first: 5'),
    ids: { 'filter.networkId': ['Network'], 'filter.meetingId': ['Meeting'] },
    own: async ({ world, meetings }) => {
      const { meetingId } = await meetings.votedOn();
      return { filter: { networkId: world.network('southeast'), meetingId } };
    },
  },
  'Query.motion': {
    actor: 'clinic',
    document: (select) =>
      `query ($id: ID!) { motion(id: $id) ${select.of('Motion', 2)} of: motion(id: $id) { meeting { call { motions { id } } } } }`,
    ids: MOTION,
    own: async ({ meetings }) => ({ id: (await meetings.voted()).id }),
  },
  'Mutation.createMotion': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($meetingId: ID!, $input: CreateMotionInput!) { createMotion(meetingId: $meetingId, input: $input) { __typename ${REFUSAL} ... on Motion ${select.of('Motion', 1)} } }`,
    ids: { meetingId: ['Meeting'], 'input.agendaItemId': ['AgendaItem'] },
    own: async ({ meetings }) => {
      const { meetingId, itemIds } = await meetings.agenda();
      return { meetingId, input: { text: '停车方案', agendaItemId: itemIds[0] } };
    },
  },
  'Mutation.updateMotion': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!) { updateMotion(id: $id, version: $version, input: { text: "停车方案二" }) { __typename ${REFUSAL} ... on Motion ${select.of('Motion', 1)} } }`,
    ids: MOTION,
    own: ({ meetings }) => meetings.motion(),
  },
  'Mutation.withdrawMotion': {
    actor: 'southeast-officer',
    document: step('withdrawMotion', 'Motion'),
    ids: MOTION,
    own: ({ meetings }) => meetings.motion(),
  },
  'Mutation.openVote': {
    actor: 'southeast-officer',
    document: step('openVote', 'Motion'),
    ids: MOTION,
    own: ({ meetings }) => meetings.motion(),
  },
  'Mutation.castVote': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($motionId: ID!, $forUnitId: ID) { castVote(motionId: $motionId, choice: YES, forUnitId: $forUnitId) { __typename ${REFUSAL} ... on VoteReceipt ${select.of('VoteReceipt', 1)} } }`,
    ids: { motionId: ['Motion'], forUnitId: ['Unit'] },
    own: async ({ world, meetings }) => ({
      motionId: (await meetings.vote()).id,
      forUnitId: world.unit('clinic'),
    }),
  },
  'Mutation.closeVote': {
    actor: 'southeast-officer',
    document: step('closeVote', 'Motion'),
    ids: MOTION,
    own: ({ meetings }) => meetings.vote(),
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
    ids: { 'input.networkId': ['Network'], 'input.venueId': ['Offer'] },
    own: async ({ meetings }) => ({ input: meetings.rule() }),
  },
  'Mutation.updateMeetingSeries': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($id: ID!, $version: Int!, $input: UpdateMeetingSeriesInput!) { updateMeetingSeries(id: $id, version: $version, input: $input) { __typename ${REFUSAL} ... on MeetingSeries ${select.of('MeetingSeries', 1)} } }`,
    ids: { id: ['MeetingSeries'], 'input.venueId': ['Offer'] },
    own: async ({ meetings }) => ({ ...(await meetings.series()), input: { nth: 3 } }),
  },
  'Mutation.endMeetingSeries': {
    actor: 'southeast-officer',
    document: step('endMeetingSeries', 'MeetingSeries'),
    ids: { id: ['MeetingSeries'] },
    own: ({ meetings }) => meetings.series(),
  },
};

function pollSpanStep(field: string): WalkCase['document'] {
  return (select) =>
    `mutation ($id: ID!, $version: Int!, $spanId: ID!) { ${field}(id: $id, version: $version, spanId: $spanId) { __typename ${REFUSAL} ... on DatePoll ${select.of('DatePoll', 1)} } }`;
}
