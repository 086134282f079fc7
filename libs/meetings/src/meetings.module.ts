import { FileCarriers, FilesModule } from '#files';
import { JobsModule } from '#jobs';
import { NodeRegistry } from '#graphql';
import { NeedsModule } from '#needs';
import { MembershipEvents, NetworkModule } from '#network';
import { ResourcesModule } from '#resources';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AgendaItem } from './agenda/agenda-item.entity.js';
import {
  CallAgendaResolver,
  ItemMeetingResolver,
  NeedAgendaResolver,
} from './agenda/agenda-links.resolver.js';
import { AGENDA_FILES } from './agenda/agenda.files.js';
import { AgendaResolver } from './agenda/agenda.resolver.js';
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
import { MeetingCallResolver } from './meeting/meeting-call.resolver.js';
import { Meeting } from './meeting/meeting.entity.js';
import { MeetingRepository } from './meeting/meeting.repository.js';
import { MeetingResolver } from './meeting/meeting.resolver.js';
import { MeetingService } from './meeting/meeting.service.js';
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

@Module({
  imports: [FilesModule, JobsModule, NetworkModule, NeedsModule, ResourcesModule],
  providers: [
    AgendaResolver,
    AgendaService,
    AnswerBeginning,
    AnswerEnding,
    AnswerRoll,
    AttendanceResolver,
    AttendanceService,
    AttendanceSheet,
    CallAgendaResolver,
    CallMotionsResolver,
    CheckIn,
    ConsentResolver,
    DatePollResolver,
    DatePollService,
    DatePollSpanResolver,
    ItemMeetingResolver,
    ItemMotionsResolver,
    MeetingAnswerResolver,
    MeetingAnswerService,
    MeetingAudienceResolver,
    MeetingAudienceService,
    MeetingCallResolver,
    MeetingRecord,
    MeetingPollsResolver,
    MeetingRepository,
    MeetingResolver,
    MeetingRoom,
    MeetingOfSeriesResolver,
    MeetingSeriesResolver,
    MeetingSeriesService,
    MeetingService,
    MotionMeetingResolver,
    MotionRepository,
    MotionResolver,
    MotionService,
    NeedAgendaResolver,
    NetworkMeetingsResolver,
    RecordMeetingResolver,
    SeriesDrafts,
    VoteResolver,
    VoteService,
    OpenPolls,
    PollAnswering,
    PollRoll,
    PollVenueResolver,
    SeriesDrafts,
    SpanFacts,
  ],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly memberships: MembershipEvents,
    private readonly carriers: FileCarriers,
    private readonly beginning: AnswerBeginning,
    private readonly ending: AnswerEnding,
    private readonly polls: OpenPolls,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Meeting', (tx, id) => tx.find(Meeting, id));
    this.nodes.register('DatePoll', (tx, id) => tx.find(DatePoll, id));
    this.nodes.register('DatePollSpan', (tx, id) => tx.find(DatePollSpan, id));
    this.nodes.register('AgendaItem', (tx, id) => tx.find(AgendaItem, id));
    this.nodes.register('Motion', (tx, id) => tx.find(Motion, id));
    this.nodes.register('MeetingSeries', (tx, id) => tx.find(MeetingSeries, id));
    this.carriers.register(AGENDA_FILES);
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
