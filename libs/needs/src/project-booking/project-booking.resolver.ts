import { Allow, CanBeTried, OnBehalf, resultUnion, TenantContext, WrongState } from '#graphql';
import { BookingBundleObject, expectOrder, ItemsRefused } from '#resources';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ProjectObject, ProjectResult } from '../project/project.object.js';
import { BookForProjectInput, ProjectBookingArgs } from './project-booking.inputs.js';
import { ProjectBookings } from './project-bookings.js';

const BookForProjectResult = resultUnion('BookForProjectResult', [
  BookingBundleObject,
  ItemsRefused,
  WrongState,
]);

@Resolver(() => ProjectObject)
export class ProjectBookingResolver {
  constructor(private readonly service: ProjectBookings) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => BookForProjectResult, {
    description:
      'A unit of the project books several things for it in one act: all of them or none. Each is confirmed or stands as it would alone.',
  })
  bookForProject(
    @Args('input', { description: 'What and when.' })
    { projectId, items, heads = null, purpose, contactName = null, contactPhone = null }: BookForProjectInput,
    @Context() context: TenantContext,
  ) {
    items.forEach((item, at) => expectOrder(item, `input.items.${at}.endsAt`));
    const contact = { name: contactName, phone: contactPhone };
    return context.write(async (tx) => ({
      bookings: await this.service.book(tx, projectId, ({ networkId, title }) =>
        items.map(({ ...item }) => ({ ...item, networkId, purpose: purpose ?? title, heads, contact })),
      ),
    }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description:
      'A unit of the project says that something it has booked serves it. A booking serves one project at most.',
  })
  linkBookingToProject(
    @Args() { projectId, bookingId }: ProjectBookingArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.link(tx, projectId, bookingId));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ProjectResult, {
    description: 'A unit says that something it has booked does not serve the project after all.',
  })
  unlinkBookingFromProject(
    @Args() { projectId, bookingId }: ProjectBookingArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.unlink(tx, projectId, bookingId));
  }
}
