import { Allow, ApiError, CanBeTried, expectVersion, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { validateDatedHours, type DatedHours } from '../availability/dated-hours.js';
import { BookingEnding } from '../booking/booking-ending.js';
import { lockOwnOffer } from '../closure/own-offer.js';
import { OccupancyRepository } from '../occupancy/occupancy.repository.js';
import { OFFER_ENTITIES } from '../offer/offer-kinds.entity.js';
import { UpdateOfferResult } from '../offer/offer-kinds.object.js';
import { Offer } from '../offer/offer.entity.js';
import { OfferObject } from '../offer/offer.object.js';
import { SetOfferExceptionsArgs } from './exception.inputs.js';

@Resolver(() => OfferObject)
export class ExceptionResolver {
  constructor(
    private readonly occupancy: OccupancyRepository,
    private readonly ending: BookingEnding,
  ) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @CanBeTried()
  @Mutation(() => UpdateOfferResult, {
    description:
      'Says on which single days an offer of your unit is open otherwise than in other weeks. It binds new requests; what is confirmed stands, and is then listed by `bookings(filter: { conflicting: true })`.',
  })
  setOfferExceptions(
    @Args() { id, version, exceptions }: SetOfferExceptionsArgs,
    @Context() context: TenantContext,
  ) {
    expectSound(exceptions);
    return context.write(async (tx) => {
      const offer = await lockOwnOffer(tx, this.occupancy, id);
      expectVersion(offer, version);
      const changes = { exceptions: inOrder(exceptions), updatedAt: tx.now };
      const updated = await tx.update<Offer>(OFFER_ENTITIES[offer.kind], offer, changes);
      await this.ending.handOnAhead(tx, updated);
      return updated;
    });
  }
}

function expectSound(exceptions: readonly DatedHours[]): void {
  const problems = validateDatedHours(exceptions).map(({ exception, span, message }) => ({
    path: `exceptions.${exception}.${span === null ? 'day' : `spans.${span}`}`,
    message,
  }));
  if (problems.length > 0) throw ApiError.badInput(problems);
}

function inOrder(exceptions: readonly DatedHours[]): DatedHours[] {
  return exceptions
    .map(({ day, spans }) => ({
      day,
      spans: spans.map(({ from, to }) => ({ from, to })).toSorted((a, b) => a.from - b.from),
    }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
