import { FileCarriers, FilesModule } from '#files';
import { JobsModule } from '#jobs';
import { NodeRegistry } from '#graphql';
import { NeedsModule } from '#needs';
import { MembershipEvents, NetworkModule } from '#network';
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
import { AnswerEnding } from './answer/answer-ending.js';
import { AnswerRoll } from './answer/answer-roll.js';
import { MeetingAnswerResolver } from './answer/meeting-answer.resolver.js';
import { MeetingAnswerService } from './answer/meeting-answer.service.js';
import { AttendanceSheet } from './attendance/attendance-sheet.js';
import { AttendanceResolver } from './attendance/attendance.resolver.js';
import { AttendanceService } from './attendance/attendance.service.js';
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
  MinutesVersionResolver,
} from './minutes/minutes-links.resolver.js';
import { MinutesRecords } from './minutes/minutes-records.js';
import { Minutes } from './minutes/minutes.entity.js';
import { MinutesRepository } from './minutes/minutes.repository.js';
import { MinutesResolver } from './minutes/minutes.resolver.js';
import { MinutesService } from './minutes/minutes.service.js';
import { MeetingPapers } from './paper/meeting-papers.js';
import { MeetingPapersResolver } from './paper/meeting-papers.resolver.js';
import { MeetingSeries } from './series/meeting-series.entity.js';
import { SeriesDrafts } from './series/series-drafts.js';
import { MeetingOfSeriesResolver, MeetingSeriesResolver } from './series/series.resolver.js';
import { MeetingSeriesService } from './series/series.service.js';
import { NetworkMeetingsResolver } from './meeting/network-meetings.resolver.js';

@Module({
  imports: [FilesModule, JobsModule, NetworkModule, NeedsModule],
  providers: [
    AgendaResolver,
    AgendaService,
    AnswerEnding,
    AnswerRoll,
    AttendanceResolver,
    AttendanceService,
    AttendanceSheet,
    CallAgendaResolver,
    ConfirmationResolver,
    ConfirmationRoll,
    ConfirmationService,
    ItemMeetingResolver,
    MeetingAnswerResolver,
    MeetingAnswerService,
    MeetingCallResolver,
    MeetingMinutesResolver,
    MeetingPapers,
    MeetingPapersResolver,
    MeetingRepository,
    MeetingResolver,
    MeetingOfSeriesResolver,
    MeetingSeriesResolver,
    MeetingSeriesService,
    MeetingService,
    MinutesMeetingResolver,
    MinutesRecords,
    MinutesRepository,
    MinutesResolver,
    MinutesService,
    MinutesVersionResolver,
    NeedAgendaResolver,
    NetworkMeetingsResolver,
    SeriesDrafts,
  ],
  exports: [MeetingPapers],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly memberships: MembershipEvents,
    private readonly carriers: FileCarriers,
    private readonly ending: AnswerEnding,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Meeting', (tx, id) => tx.find(Meeting, id));
    this.nodes.register('AgendaItem', (tx, id) => tx.find(AgendaItem, id));
    this.nodes.register('Minutes', (tx, id) => tx.find(Minutes, id));
    this.nodes.register('MeetingSeries', (tx, id) => tx.find(MeetingSeries, id));
    this.carriers.register(AGENDA_FILES);
    this.memberships.onEnding(async (tx, { unitId, networkId }) => {
      if (unitId) await this.ending.endMembership(tx, unitId, networkId);
    });
  }
}
