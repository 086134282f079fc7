import { NodeRegistry } from '#graphql';
import { NetworkModule } from '#network';
import { Module, type OnModuleInit } from '@nestjs/common';
import { MeetingCallResolver } from './meeting/meeting-call.resolver.js';
import { Meeting } from './meeting/meeting.entity.js';
import { MeetingRepository } from './meeting/meeting.repository.js';
import { MeetingResolver } from './meeting/meeting.resolver.js';
import { MeetingService } from './meeting/meeting.service.js';
import { NetworkMeetingsResolver } from './meeting/network-meetings.resolver.js';

@Module({
  imports: [NetworkModule],
  providers: [
    MeetingCallResolver,
    MeetingRepository,
    MeetingResolver,
    MeetingService,
    NetworkMeetingsResolver,
  ],
})
export class MeetingsModule implements OnModuleInit {
  constructor(private readonly nodes: NodeRegistry) {}

  onModuleInit(): void {
    this.nodes.register('Meeting', (tx, id) => tx.find(Meeting, id));
  }
}
