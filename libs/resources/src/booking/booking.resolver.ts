import { Allow, AnyPost, CanBeTried, ConnectionArgs, IdArg, OnBehalf, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { writeBookingChat, writeBookingReminder } from './booking-chat.js';
import { BookingChange } from './booking-change.js';
import { BookingDisplacement } from './booking-displacement.js';
import { findConflictIds } from '../conflict/booking-conflicts.js';
import { BookingRecord } from './booking-record.js';
import type { Booking } from './booking.entity.js';
import {
  BookingAnswer,
  BookingFilter,
  BookingOrder,
  BookingStep,
  ConfirmBookingArgs,
  DisplaceBookingArgs,
  MoveBookingArgs,
  RecordBookingInput,
  RequestBookingInput,
  UpdateBookingInput,
} from './booking.inputs.js';
import {
  AnswerBookingResult,
  BookingConnection,
  BookingObject,
  ConfirmBookingResult,
  DisplaceBookingResult,
  MoveBookingResult,
  RecordBookingResult,
  RequestBookingResult,
} from './booking.object.js';
import { BookingService } from './booking.service.js';
import { expectOrder } from './expect-order.js';
import { Reader, readWithParent, sql } from '#reads';
import { BOOKING_READS, BOOKINGS } from './booking.reads.js';

@Resolver(() => BookingObject)
export class BookingResolver {
  constructor(
    private readonly service: BookingService,
    private readonly reader: Reader,
    private readonly record: BookingRecord,
    private readonly change: BookingChange,
    private readonly displacement: BookingDisplacement,
  ) {}

  @AnyPost()
  @Query(() => BookingConnection, {
    description:
      'Bookings that your unit asked for or lends for; for a committee also those made through its network.',
  })
  async bookings(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: BookingFilter,
    @Args('orderBy', {
      type: () => BookingOrder,
      defaultValue: BookingOrder.STARTS_AT_ASC,
      description: 'In which order.',
    })
    orderBy: BookingOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const conflictIds = await findConflictIds(context, filter);
    return this.reader.page(context, info, BOOKINGS, page, { filter, orderBy, conflictIds });
  }

  @AnyPost()
  @Query(() => BookingObject, {
    nullable: true,
    description: 'One booking; null alike for what does not exist and for what you may not see.',
  })
  booking(
    @IdArg('Booking') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, BOOKING_READS, (row) => sql`${row.id} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => RequestBookingResult, {
    description:
      'Asks for an offer. What clashes with something confirmed is refused at once, with what would work, or joins the waiting list; other requests may stand side by side.',
  })
  requestBooking(
    @Args('input', { description: 'What, when, through which network, what for.' })
    input: RequestBookingInput,
    @Context() context: TenantContext,
  ) {
    const { contactName = null, contactPhone = null, heads = null, ...wish } = input;
    expectOrder(wish);
    const contact = { name: contactName, phone: contactPhone };
    return context.write((tx) => this.service.request(tx, { ...wish, heads, contact }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => RecordBookingResult, {
    description:
      'The owner writes down a use that is over and was not asked for here (补录): it stands as COMPLETED. Hours, lead time and sessions a month do not bind it; other bookings do.',
  })
  recordBooking(
    @Args('input', { description: 'What was used, by whom, when.' })
    { requesterId: requesterUnitId, heads = null, ...use }: RecordBookingInput,
    @Context() context: TenantContext,
  ) {
    expectOrder(use);
    return context.write((tx) => this.record.record(tx, { ...use, requesterUnitId, heads }));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => AnswerBookingResult, {
    description:
      'The committee passes a request on to the owner, for offers confirmed by the owner after the committee.',
  })
  agreeToBooking(@Args() { id, version }: BookingStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.agree(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => ConfirmBookingResult, {
    description: 'The owner says yes: from now on the offer is taken in that span.',
  })
  confirmBooking(@Args() { id, version, rivals }: ConfirmBookingArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.confirm(tx, id, version, rivals));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => AnswerBookingResult, {
    description:
      'The owner says no, also to one that waits; so may the committee while a request waits for its word.',
  })
  declineBooking(@Args() { id, version, remark }: BookingAnswer, @Context() context: TenantContext) {
    return context.write((tx) => this.service.decline(tx, id, version, remark ?? null));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => AnswerBookingResult, {
    description: 'The requester takes back a request that has not been answered, or leaves the waiting list.',
  })
  withdrawBooking(@Args() { id, version }: BookingStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.withdraw(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => AnswerBookingResult, {
    description:
      'Either side calls off a confirmed booking before it begins, or strikes out one recorded after the fact; the time is free again.',
  })
  cancelBooking(@Args() { id, version, remark }: BookingAnswer, @Context() context: TenantContext) {
    return context.write((tx) => this.service.cancel(tx, id, version, remark ?? null));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => MoveBookingResult, {
    description:
      'The requester wants another time. Inside the confirmed span, or at the confirmed time itself, the booking is made shorter or left as it is, stays confirmed, and what was asked for in its place is withdrawn. Any other time is asked for again, by the offer’s rules, and the answer is that new request: what is confirmed holds until the new one is, what is open or waits is withdrawn at once.',
  })
  moveBooking(@Args() { id, version, ...wish }: MoveBookingArgs, @Context() context: TenantContext) {
    expectOrder(wish, 'endsAt');
    return context.write((tx) => this.change.move(tx, id, version, wish));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @Mutation(() => AnswerBookingResult, {
    description: 'The requester says anew what for, how many and whom to ring; no new answer is asked for.',
  })
  updateBooking(
    @Args() { id, version }: BookingStep,
    @Args('input', { description: 'What changes.' }) input: UpdateBookingInput,
    @Context() context: TenantContext,
  ) {
    const { purpose, contactName: name, contactPhone: phone, heads } = input;
    const words = { purpose: purpose ?? undefined, heads, name, phone };
    return context.write((tx) => this.change.update(tx, id, version, words));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => DisplaceBookingResult, {
    description:
      'The committee takes back, in an emergency, what was booked through its own network; of other bookings it must ask the owner. Those on the waiting list are passed over.',
  })
  displaceBooking(
    @Args() { id, version, reason, ownUse }: DisplaceBookingArgs,
    @Context() context: TenantContext,
  ) {
    const own = ownUse ? { purpose: ownUse.purpose, heads: ownUse.heads ?? null } : null;
    return context.write((tx) => this.displacement.displace(tx, id, version, { reason, ownUse: own }));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it; for both sides and the committee of its network. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description:
      'Its request, confirmation, refusal or cancellation in plain Chinese for a group chat, times in the zone of the network; never with contacts or phones.',
  })
  chatText(@Parent() booking: Booking, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeBookingChat(tx, booking));
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'A reminder for a group chat, alike; null unless it is confirmed and still ahead.',
  })
  chatReminder(@Parent() booking: Booking, @Context() context: TenantContext): Promise<string | null> {
    return context.read((tx) => writeBookingReminder(tx, booking));
  }
}
