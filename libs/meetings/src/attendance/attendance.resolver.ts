import { CheckInCodeObject } from '#checkin';
import { Allow, DateTimeScalar, TenantContext } from '#graphql';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OfMeetingArgs } from '../agenda/agenda.inputs.js';
import type { MeetingCall } from '../meeting/meeting-call.entity.js';
import { MeetingCallObject } from '../meeting/meeting.object.js';
import { AttendanceSheet } from './attendance-sheet.js';
import { CheckInArgs, NoteAttendanceInput, StrikeAttendanceArgs } from './attendance.inputs.js';
import { CheckIn } from './check-in.js';
import {
  AttendanceEntryObject,
  CheckInResult,
  NoteAttendanceResult,
  PresenceObject,
  UnitAttendanceObject,
} from './attendance.object.js';
import { AttendanceService } from './attendance.service.js';

@Resolver(() => MeetingCallObject)
export class AttendanceResolver {
  constructor(
    private readonly service: AttendanceService,
    private readonly door: CheckIn,
    private readonly sheet: AttendanceSheet,
  ) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => CheckInResult, {
    description:
      'A unit that is invited says that it is here, by the code that is shown in the room; once more, with whom else. After ten wrong ones within 15 minutes a post waits.',
  })
  checkIn(@Args() args: CheckInArgs, @Context() context: TenantContext) {
    return this.door.attempt(context, args);
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => NoteAttendanceResult, {
    description:
      'The committee notes that a unit came, went or excused itself, also afterwards, at a time until the end of the meeting.',
  })
  noteAttendance(
    @Args() { meetingId }: OfMeetingArgs,
    @Args('input', { description: 'What is noted.' }) input: NoteAttendanceInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.note(tx, meetingId, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => NoteAttendanceResult, {
    description: 'The committee strikes out what was noted wrongly: it stays to be read, and counts no more.',
  })
  strikeAttendance(@Args() { meetingId, ...args }: StrikeAttendanceArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.strike(tx, meetingId, args));
  }

  @ResolveField(() => [AttendanceEntryObject], {
    description: 'What was noted, the earliest first: all for the committee, for a unit its own.',
  })
  attendanceEntries(): never {
    return readWithParent();
  }

  @ResolveField(() => [UnitAttendanceObject], {
    description: 'How units attended, by code: all invited for the committee, for a unit itself.',
  })
  attendance(
    @Parent() call: MeetingCall,
    @Context() context: TenantContext,
  ): Promise<UnitAttendanceObject[]> {
    return context.read((tx) => this.sheet.list(tx, call));
  }

  @ResolveField(() => PresenceObject, {
    nullable: true,
    description: 'Who was in the room at an instant, as it is known now; for the committee alone.',
  })
  presence(
    @Parent() call: MeetingCall,
    @Args('at', { type: () => DateTimeScalar, nullable: true, description: 'When; now when left out.' })
    at: Date | null,
    @Context() context: TenantContext,
  ): Promise<PresenceObject | null> {
    return context.read((tx) => this.sheet.presenceAt(tx, call, at ?? tx.now));
  }

  @ResolveField(() => CheckInCodeObject, {
    nullable: true,
    description:
      'The code by which units check in now; for the committee alone, from an hour before the start until the end.',
  })
  checkInCode(
    @Parent() call: MeetingCall,
    @Context() context: TenantContext,
  ): Promise<CheckInCodeObject | null> {
    return context.read((tx) => this.sheet.code(tx, call));
  }
}
