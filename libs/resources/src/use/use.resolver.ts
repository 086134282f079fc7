import { Allow, OnBehalf, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { BookingAnswer, BookingStep } from '../booking/booking.inputs.js';
import { AnswerBookingResult } from '../booking/booking.object.js';
import { NoShowStanding } from './no-show.entity.js';
import { NoShows } from './no-shows.js';
import { ContestNoShowArgs, NoteHandOverArgs, NoteReturnArgs, RuleOnNoShowArgs } from './use.inputs.js';
import { UseService } from './use.service.js';

/** The steps of a booking from its start on. */
@Resolver()
export class UseResolver {
  constructor(
    private readonly uses: UseService,
    private readonly noShows: NoShows,
  ) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => AnswerBookingResult, {
    description:
      'Either side notes that it was handed over: it is IN_USE. Again while it is in use, to correct the time.',
  })
  noteHandOver(@Args() { id, version, at }: NoteHandOverArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.uses.noteHandOver(tx, id, version, at));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => AnswerBookingResult, {
    description:
      'Takes back a hand-over that your unit has noted by mistake, as long as no return is noted: it is CONFIRMED again. What both sides have noted the owner takes back.',
  })
  undoHandOver(@Args() { id, version }: BookingStep, @Context() context: TenantContext) {
    return context.write((tx) => this.uses.undoHandOver(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => AnswerBookingResult, {
    description:
      'Either side notes the return and what really happened: it is COMPLETED, and counts in the owner’s account; what is left of its span is free again. Again within 90 days after the booked end, to correct what was noted or assumed; from the owner it takes a no-show back that was not upheld.',
  })
  noteReturn(@Args() { id, version, ...note }: NoteReturnArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.uses.noteReturn(tx, id, version, note));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => AnswerBookingResult, {
    description:
      'The owner records that nobody came: from the start on, also against a hand-over that the requester alone has noted, or within three working days after the use was assumed. Once. The span is free again.',
  })
  recordNoShow(@Args() { id, version, remark }: BookingAnswer, @Context() context: TenantContext) {
    return context.write((tx) => this.noShows.record(tx, id, version, remark ?? null));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => AnswerBookingResult, {
    description:
      'The requester says that it was used after all, within three working days after the no-show was recorded; the committee of the network rules.',
  })
  contestNoShow(@Args() { id, version, remark }: ContestNoShowArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.noShows.contest(tx, id, version, remark));
  }

  @Allow('SECRETARY')
  @Mutation(() => AnswerBookingResult, {
    description:
      'The committee of the network rules on a contested no-show: it stands, or the booking is COMPLETED and counts as it was booked.',
  })
  ruleOnNoShow(@Args() { id, version, ruling, remark }: RuleOnNoShowArgs, @Context() context: TenantContext) {
    const standing = NoShowStanding[ruling];
    return context.write((tx) => this.noShows.rule(tx, id, version, standing, remark));
  }
}
