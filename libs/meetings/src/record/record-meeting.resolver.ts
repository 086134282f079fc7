import { Allow, CanBeTried, resultUnion, TenantContext, WrongState } from '#graphql';
import { NotRecordable } from '#resources';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { MeetingObject } from '../meeting/meeting.object.js';
import { MeetingRecord } from './meeting-record.js';
import { RecordMeetingInput } from './record-meeting.inputs.js';

const RecordMeetingResult = resultUnion('RecordMeetingResult', [MeetingObject, NotRecordable, WrongState]);

@Resolver(() => MeetingObject)
export class RecordMeetingResolver {
  constructor(private readonly records: MeetingRecord) {}

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => RecordMeetingResult, {
    description:
      'The committee writes down a meeting that was held, with who came and what it talked about (补录). It stands CLOSED and is read as if it had been called; minutes can follow, votes are never recorded.',
  })
  recordMeeting(
    @Args('input', { description: 'What meeting, who came, what it talked about.' })
    input: RecordMeetingInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.records.record(tx, input));
  }
}
