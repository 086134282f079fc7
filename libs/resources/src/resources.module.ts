import { FileCarriers, FilesModule } from '#files';
import { NodeRegistry } from '#graphql';
import { JobsModule } from '#jobs';
import { MembershipEvents, NetworkModule } from '#network';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AudienceResolver } from './audience/audience.resolver.js';
import { AudienceService } from './audience/audience.service.js';
import { BOOKING_FILES } from './booking/booking.files.js';
import { BookingContacts } from './booking/booking-contacts.js';
import { BookingExpiry } from './booking/booking-expiry.js';
import { BookingJudge } from './booking/booking-judge.js';
import { BookingSettlement } from './booking/booking-settlement.js';
import { Booking } from './booking/booking.entity.js';
import { BookingRecord } from './booking/booking-record.js';
import { BookingResolver } from './booking/booking.resolver.js';
import { BookingService } from './booking/booking.service.js';
import { OfferBookingsResolver } from './booking/offer-bookings.resolver.js';
import { CalendarYearResolver } from './calendar-year/calendar-year.resolver.js';
import { BookingDaysResolver } from './closure/booking-days.resolver.js';
import { OfferClosure } from './closure/closure.entity.js';
import { ClosureResolver } from './closure/closure.resolver.js';
import { ClosureService } from './closure/closure.service.js';
import { OfferClosuresResolver } from './closure/offer-closures.resolver.js';
import { ExceptionResolver } from './exception/exception.resolver.js';
import { OccupancyRepository } from './occupancy/occupancy.repository.js';
import { OfferPoolResolver } from './occupancy/offer-pool.resolver.js';
import { OverCommitment } from './occupancy/over-commitment.js';
import { PoolShares } from './occupancy/pool-shares.js';
import { SpanResolver } from './occupancy/span.resolver.js';
import { OfferAvailability } from './offer/offer-availability.js';
import { Offer } from './offer/offer.entity.js';
import { offerFiles } from './offer/offer.files.js';
import { NetworkOffersResolver } from './offer/network-offers.resolver.js';
import { OfferResolver } from './offer/offer.resolver.js';
import { OfferService } from './offer/offer.service.js';
import { FreeOffersResolver } from './search/free-offers.resolver.js';
import { FreeOffersService } from './search/free-offers.service.js';
import { OfferCandidates } from './search/offer-candidates.js';
import { SimilarOffers } from './search/similar-offers.js';
import {
  AboveCapacityResolver,
  NotEnoughFreeResolver,
  RuleBrokenResolver,
  SpanTakenResolver,
} from './search/similar-offers.resolver.js';

@Module({
  imports: [FilesModule, JobsModule, NetworkModule],
  providers: [
    BookingContacts,
    BookingDaysResolver,
    BookingExpiry,
    BookingJudge,
    BookingRecord,
    BookingResolver,
    BookingService,
    BookingSettlement,
    CalendarYearResolver,
    ClosureResolver,
    ClosureService,
    ExceptionResolver,
    OccupancyRepository,
    OfferAvailability,
    OfferPoolResolver,
    OverCommitment,
    PoolShares,
    NetworkOffersResolver,
    OfferBookingsResolver,
    OfferClosuresResolver,
    OfferResolver,
    OfferService,
    SpanResolver,
    AudienceResolver,
    AudienceService,
    FreeOffersResolver,
    FreeOffersService,
    OfferCandidates,
    AboveCapacityResolver,
    NotEnoughFreeResolver,
    RuleBrokenResolver,
    SimilarOffers,
    SpanTakenResolver,
  ],
  exports: [BookingService, OfferService],
})
export class ResourcesModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly memberships: MembershipEvents,
    private readonly offers: OfferService,
    private readonly settlement: BookingSettlement,
    private readonly occupancy: OccupancyRepository,
    private readonly carriers: FileCarriers,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Offer', (tx, id) => tx.find<Offer>(Offer, id));
    this.nodes.register('OfferClosure', (tx, id) => tx.find(OfferClosure, id));
    this.nodes.register('Booking', (tx, id) => tx.find(Booking, id));
    this.carriers.register(offerFiles(this.occupancy));
    this.carriers.register(BOOKING_FILES);
    this.memberships.onEnding(async (tx, { unitId, networkId }) => {
      if (!unitId) return;
      await this.settlement.lockForEnding(tx, unitId, networkId);
      // Withdrawn first, so that nothing new is asked for while what is ahead is called off.
      await tx.asUnit(unitId, () => this.offers.withdrawFrom(tx, unitId, networkId));
      await this.settlement.endMembership(tx, unitId, networkId);
    });
  }
}
