import { NodeRegistry } from '#graphql';
import { MembershipEvents, NetworkModule } from '#network';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AnswerEnding } from './answer/answer-ending.js';
import { AnswerRoll } from './answer/answer-roll.js';
import { MeetingAnswerResolver } from './answer/meeting-answer.resolver.js';
import { MeetingAnswerService } from './answer/meeting-answer.service.js';
import { MeetingCallResolver } from './meeting/meeting-call.resolver.js';
import { Meeting } from './meeting/meeting.entity.js';
import { MeetingRepository } from './meeting/meeting.repository.js';
import { MeetingResolver } from './meeting/meeting.resolver.js';
import { MeetingService } from './meeting/meeting.service.js';
import { NetworkMeetingsResolver } from './meeting/network-meetings.resolver.js';

@Module({
  imports: [NetworkModule],
  providers: [
    AnswerEnding,
    AnswerRoll,
    MeetingAnswerResolver,
    MeetingAnswerService,
    MeetingCallResolver,
    MeetingRepository,
    MeetingResolver,
    MeetingService,
    NetworkMeetingsResolver,
  ],
})
export class MeetingsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly memberships: MembershipEvents,
    private readonly ending: AnswerEnding,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Meeting', (tx, id) => tx.find(Meeting, id));
    this.memberships.onEnding(async (tx, { unitId, networkId }) => {
      if (unitId) await this.ending.endMembership(tx, unitId, networkId);
    });
  }
}
