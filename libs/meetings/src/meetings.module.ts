import { FileCarriers, FilesModule } from '#files';
import { InboxKinds, InboxModule } from '#inbox';
import { ScheduleKinds, ScheduleModule } from '#schedule';
import { MessagesModule, MessageThings } from '#messages';
import { JobsModule } from '#jobs';
import { FigureKinds, FiguresModule } from '#figures';
import { NodeRegistry } from '#graphql';
import { NeedsModule } from '#needs';
import { MembershipEvents, NetworkModule } from '#network';
import { ResourcesModule } from '#resources';
import { Beat, Beats, RhythmModule } from '#rhythm';
import { Module, type OnModuleInit } from '@nestjs/common';
import {
  CallActionsResolver,
  ItemActionsResolver,
  MotionActionsResolver,
  NetworkActionsResolver,
} from './action/action-links.resolver.js';
import { ActionListResolver } from './action/action-list.resolver.js';
import { ActionProgressService } from './action/action-progress.service.js';
import { ActionReportService } from './action/action-report.service.js';
import { Action } from './action/action.entity.js';
import { ACTION_FILES } from './action/action.files.js';
import { ActionRepository } from './action/action.repository.js';
import { ActionResolver } from './action/action.resolver.js';
import { ActionService } from './action/action.service.js';
import { AgendaItem } from './agenda/agenda-item.entity.js';
import {
  CallAgendaResolver,
  ItemMeetingResolver,
  NeedAgendaResolver,
} from './agenda/agenda-links.resolver.js';
import { AGENDA_FILES } from './agenda/agenda.files.js';
import { AgendaResolver } from './agenda/agenda.resolver.js';
import { AgendaRepository } from './agenda/agenda.repository.js';
import { AgendaService } from './agenda/agenda.service.js';
import { AnswerBeginning } from './answer/answer-beginning.js';
import { AnswerEnding } from './answer/answer-ending.js';
import { AnswerRoll } from './answer/answer-roll.js';
import { MeetingAnswerResolver } from './answer/meeting-answer.resolver.js';
import { MeetingAnswerService } from './answer/meeting-answer.service.js';
import { AttendanceSheet } from './attendance/attendance-sheet.js';
import { AttendanceResolver } from './attendance/attendance.resolver.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { CheckIn } from './attendance/check-in.js';
import { MeetingRoom } from './attendance/meeting-room.js';
import { MeetingAudienceResolver } from './audience/meeting-audience.resolver.js';
import { MeetingAudienceService } from './audience/meeting-audience.service.js';
import { MeetingBookings } from './booking/meeting-bookings.js';
import {
  BookingMeetingResolver,
  CallOffersResolver,
  MeetingOffersResolver,
} from './booking/meeting-offer-links.resolver.js';
import { MeetingOffer } from './booking/meeting-offer.entity.js';
import { MeetingOfferResolver } from './booking/meeting-offer.resolver.js';
import { MeetingOfferService } from './booking/meeting-offer.service.js';
import { SeriesVenue } from './booking/series-venue.js';
import { SelfCall } from './booking/self-call.js';
import { MeetingCallResolver } from './meeting/meeting-call.resolver.js';
import { Meeting } from './meeting/meeting.entity.js';
import { MeetingRepository } from './meeting/meeting.repository.js';
import { MeetingResolver } from './meeting/meeting.resolver.js';
import { MeetingService } from './meeting/meeting.service.js';
import { ConfirmationRoll } from './minutes/confirmation-roll.js';
import { ConfirmationResolver } from './minutes/confirmation.resolver.js';
import { ConfirmationService } from './minutes/confirmation.service.js';
import {
  MeetingMinutesResolver,
  MinutesMeetingResolver,
  ConfirmationMinutesResolver,
  MinutesVersionResolver,
} from './minutes/minutes-links.resolver.js';
import { MinutesRecords } from './minutes/minutes-records.js';
import { MinutesConfirmation } from './minutes/minutes-confirmation.entity.js';
import { Minutes } from './minutes/minutes.entity.js';
import { MinutesRepository } from './minutes/minutes.repository.js';
import { MinutesResolver } from './minutes/minutes.resolver.js';
import { MinutesService } from './minutes/minutes.service.js';
import { MeetingPapers } from './paper/meeting-papers.js';
import { MeetingPapersResolver } from './paper/meeting-papers.resolver.js';
import { ConsentResolver } from './motion/consent.resolver.js';
import {
  CallMotionsResolver,
  ItemMotionsResolver,
  MotionMeetingResolver,
} from './motion/motion-links.resolver.js';
import { Motion } from './motion/motion.entity.js';
import { MotionRepository } from './motion/motion.repository.js';
import { MotionResolver } from './motion/motion.resolver.js';
import { MotionService } from './motion/motion.service.js';
import { VoteResolver } from './motion/vote.resolver.js';
import { VoteService } from './motion/vote.service.js';
import { MeetingRecord } from './record/meeting-record.js';
import { watchMeetings } from './rhythm/meeting-rhythm.js';
import { MeetingRhythmResolver } from './rhythm/meeting-rhythm.resolver.js';
import { RecordMeetingResolver } from './record/record-meeting.resolver.js';
import { DatePollSpan } from './poll/date-poll-span.entity.js';
import { DatePoll } from './poll/date-poll.entity.js';
import { DatePollResolver } from './poll/date-poll.resolver.js';
import { DatePollService } from './poll/date-poll.service.js';
import { OpenPolls } from './poll/open-polls.js';
import { PollAnswering } from './poll/poll-answering.js';
import { DatePollSpanResolver, MeetingPollsResolver, PollVenueResolver } from './poll/poll-links.resolver.js';
import { PollRoll } from './poll/poll-roll.js';
import { SpanFacts } from './poll/span-facts.js';
import { MeetingSeries } from './series/meeting-series.entity.js';
import { SeriesDrafts } from './series/series-drafts.js';
import { MeetingOfSeriesResolver, MeetingSeriesResolver } from './series/series.resolver.js';
import { MeetingSeriesService } from './series/series.service.js';
import { NetworkMeetingsResolver } from './meeting/network-meetings.resolver.js';
import { ObjectionFollowUp } from './objection/objection-follow-up.js';
import { MotionObjectionsResolver } from './objection/objection-links.resolver.js';
import { Objection } from './objection/objection.entity.js';
import { ObjectionRepository } from './objection/objection.repository.js';
import { ObjectionResolver } from './objection/objection.resolver.js';
import { ObjectionService } from './objection/objection.service.js';
import { MEETINGS_FIGURES, MEETINGS_PARTS } from './meetings.figures.js';
import { MEETING_SCHEDULE } from './meeting/meeting.schedule.js';
import { MINUTES_MESSAGES } from './minutes/minutes.messages.js';
import { DATE_POLL_MESSAGES } from './poll/date-poll.messages.js';
import { MEETING_MESSAGES } from './meeting/meeting.messages.js';
import { MEETINGS_INBOX } from './meetings.inbox.js';

@Module({
  imports: [
    FilesModule,
    JobsModule,
    InboxModule,
    FiguresModule,
    ScheduleModule,
    MessagesModule,
    NetworkModule,
    NeedsModule,
    ResourcesModule,
    RhythmModule,
  ],
  providers: [
    ActionListResolver,
    ActionProgressService,
    ActionReportService,
    ActionRepository,
    ActionResolver,
    ActionService,
    AgendaResolver,
    AgendaRepository,
    AgendaService,
    AnswerBeginning,
    AnswerEnding,
    AnswerRoll,
    AttendanceResolver,
    AttendanceService,
    AttendanceSheet,
    BookingMeetingResolver,
    CallActionsResolver,
    CallAgendaResolver,
    CallMotionsResolver,
    CallOffersResolver,
    CheckIn,
    ConfirmationResolver,
    ConfirmationRoll,
    ConfirmationService,
    ConsentResolver,
    DatePollResolver,
    DatePollService,
    DatePollSpanResolver,
    ItemActionsResolver,
    ItemMeetingResolver,
    ItemMotionsResolver,
    MeetingAnswerResolver,
    MeetingAnswerService,
    MeetingAudienceResolver,
    MeetingAudienceService,
    MeetingBookings,
    MeetingCallResolver,
    MeetingMinutesResolver,
    MeetingOfSeriesResolver,
    MeetingOfferResolver,
    MeetingOfferService,
    MeetingOffersResolver,
    MeetingPapers,
    MeetingPapersResolver,
    MeetingPollsResolver,
    MeetingRecord,
    MeetingRepository,
    MeetingResolver,
    MeetingRhythmResolver,
    MeetingRoom,
    MeetingSeriesResolver,
    MeetingSeriesService,
    MeetingService,
    MinutesMeetingResolver,
    MinutesRecords,
    MinutesRepository,
    MinutesResolver,
    MinutesService,
    ConfirmationMinutesResolver,
    MinutesVersionResolver,
    MotionActionsResolver,
    MotionMeetingResolver,
    MotionObjectionsResolver,
    MotionRepository,
    MotionResolver,
    MotionService,
    NeedAgendaResolver,
    NetworkActionsResolver,
    NetworkMeetingsResolver,
    ObjectionFollowUp,
    ObjectionRepository,
    ObjectionResolver,
    ObjectionService,
    OpenPolls,
    PollAnswering,
    PollRoll,
    PollVenueResolver,
    RecordMeetingResolver,
    SelfCall,
    SeriesDrafts,
    SeriesVenue,
    SpanFacts,
    VoteResolver,
    VoteService,
  ],
  exports: [MeetingPapers],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly memberships: MembershipEvents,
    private readonly carriers: FileCarriers,
    private readonly beginning: AnswerBeginning,
    private readonly ending: AnswerEnding,
    private readonly polls: OpenPolls,
    private readonly beats: Beats,
    private readonly inbox: InboxKinds,
    private readonly figures: FigureKinds,
    private readonly schedule: ScheduleKinds,
    private readonly messages: MessageThings,
  ) {}

  onModuleInit(): void {
    this.inbox.register(MEETINGS_INBOX);
    this.figures.register(MEETINGS_FIGURES);
    this.figures.registerParts(MEETINGS_PARTS);
    this.schedule.register([MEETING_SCHEDULE]);
    this.messages.register([...MEETING_MESSAGES, DATE_POLL_MESSAGES, MINUTES_MESSAGES]);
    this.nodes.register('Meeting', (tx, id) => tx.find(Meeting, id));
    this.nodes.register('DatePoll', (tx, id) => tx.find(DatePoll, id));
    this.nodes.register('DatePollSpan', (tx, id) => tx.find(DatePollSpan, id));
    this.nodes.register('Action', (tx, id) => tx.find(Action, id));
    this.nodes.register('AgendaItem', (tx, id) => tx.find(AgendaItem, id));
    this.nodes.register('MeetingOffer', (tx, id) => tx.find(MeetingOffer, id));
    this.nodes.register('Minutes', (tx, id) => tx.find(Minutes, id));
    this.nodes.register('MinutesConfirmation', (tx, id) => tx.find(MinutesConfirmation, id));
    this.nodes.register('Motion', (tx, id) => tx.find(Motion, id));
    this.nodes.register('MeetingSeries', (tx, id) => tx.find(MeetingSeries, id));
    this.nodes.register('Objection', (tx, id) => tx.find(Objection, id));
    this.carriers.register(ACTION_FILES);
    this.carriers.register(AGENDA_FILES);
    this.beats.register(Beat.MEETING, watchMeetings);
    this.memberships.onBeginning((tx, newcomer) => this.beginning.welcome(tx, newcomer));
    this.memberships.onEnding({
      list: (tx, of) => this.ending.listEnding(tx, of),
      clearUp: async (tx, { unitId, networkId }) => {
        await this.ending.endMembership(tx, unitId, networkId);
        await this.polls.endMembership(tx, unitId, networkId);
      },
    });
  }
}
