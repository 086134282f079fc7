import { FileCarriers, FilesModule } from '#files';
import { FigureKinds, FiguresModule } from '#figures';
import { NodeRegistry } from '#graphql';
import { InboxKinds, InboxModule } from '#inbox';
import { ScheduleKinds, ScheduleModule } from '#schedule';
import { MessagesModule, MessageThings } from '#messages';
import { JobsModule } from '#jobs';
import { MembershipEvents, NetworkModule } from '#network';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AudienceResolver } from './audience/audience.resolver.js';
import { AudienceService } from './audience/audience.service.js';
import { BOOKING_FILES } from './booking/booking.files.js';
import { BookingAsking } from './booking/booking-asking.js';
import { BookingChange } from './booking/booking-change.js';
import { BookingConfirming } from './booking/booking-confirming.js';
import { BookingContacts } from './booking/booking-contacts.js';
import { BookingDeadline } from './booking/booking-deadline.js';
import { BookingDisplacement } from './booking/booking-displacement.js';
import { BookingEnding } from './booking/booking-ending.js';
import { BookingEvents } from './booking/booking-events.js';
import { BookingExpiry } from './booking/booking-expiry.js';
import { BookingJudge } from './booking/booking-judge.js';
import { BookingLock } from './booking/booking-lock.js';
import { BookingMove } from './booking/booking-move.js';
import { BookingSettlement } from './booking/booking-settlement.js';
import { Booking } from './booking/booking.entity.js';
import { BookingRecord } from './booking/booking-record.js';
import { BookingResolver } from './booking/booking.resolver.js';
import { BookingRivals } from './booking/booking-rivals.js';
import { BookingService } from './booking/booking.service.js';
import { OfferBookingsResolver } from './booking/offer-bookings.resolver.js';
import { ContributionAccount } from './contribution/contribution-account.js';
import { ContributionResolver } from './contribution/contribution.resolver.js';
import { FeedbackResolver } from './feedback/feedback.resolver.js';
import { FeedbackService } from './feedback/feedback.service.js';
import { FiguresResolver } from './figures/figures.resolver.js';
import { LendingFiguresService } from './figures/lending-figures.js';
import { LendingMonths } from './figures/lending-months.js';
import { OfferLendingResolver, UnitLendingResolver } from './figures/lending.resolver.js';
import { NoShows } from './use/no-shows.js';
import { UseFollowUp } from './use/use-follow-up.js';
import { UseLedger } from './use/use-ledger.js';
import { UseResolver } from './use/use.resolver.js';
import { UseService } from './use/use.service.js';
import { CallOff } from './booking/call-off.js';
import { BundleMove } from './bundle/bundle-move.js';
import { BundleResolver } from './bundle/bundle.resolver.js';
import { BundleService } from './bundle/bundle.service.js';
import { BookingSeriesResolver } from './series/booking-series.resolver.js';
import { ClashReport } from './series/clash-report.js';
import { SeriesAnswers } from './series/series-answers.js';
import { SeriesAnswersResolver } from './series/series-answers.resolver.js';
import { SeriesChanges } from './series/series-changes.js';
import { BookingSeries } from './series/series.entity.js';
import { SeriesLock } from './series/series-lock.js';
import { SeriesResolver } from './series/series.resolver.js';
import { SeriesService } from './series/series.service.js';
import { CalendarYearResolver } from './calendar-year/calendar-year.resolver.js';
import { BookingDaysResolver } from './conflict/booking-days.resolver.js';
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
import { WaitingList } from './waiting-list/waiting-list.js';
import { FreeOffersResolver } from './search/free-offers.resolver.js';
import { FreeOffersService } from './search/free-offers.service.js';
import { OfferMatching } from './search/offer-matching.js';
import { VenueTimes } from './search/venue-times.js';
import { OfferCandidates } from './search/offer-candidates.js';
import { SimilarOffers } from './search/similar-offers.js';
import { SIMILAR_OFFERS_RESOLVERS } from './search/similar-offers.resolver.js';
import { SERIES_MESSAGES } from './series/series.messages.js';
import { BOOKING_MESSAGES } from './booking/booking.messages.js';
import { BOOKING_SCHEDULE } from './booking/booking.schedule.js';
import { RESOURCES_FIGURES, RESOURCES_PARTS } from './resources.figures.js';
import { RESOURCES_INBOX } from './resources.inbox.js';

@Module({
  imports: [
    FilesModule,
    JobsModule,
    InboxModule,
    FiguresModule,
    ScheduleModule,
    MessagesModule,
    NetworkModule,
  ],
  providers: [
    BookingAsking,
    BookingChange,
    BookingConfirming,
    BookingContacts,
    BookingDeadline,
    BookingDisplacement,
    BookingEnding,
    BookingDaysResolver,
    BookingEvents,
    BookingExpiry,
    BookingJudge,
    BookingLock,
    BookingMove,
    BookingRecord,
    BookingResolver,
    BookingRivals,
    BookingService,
    BookingSettlement,
    ContributionAccount,
    ContributionResolver,
    FeedbackResolver,
    FeedbackService,
    FiguresResolver,
    LendingFiguresService,
    LendingMonths,
    NoShows,
    BundleMove,
    BundleResolver,
    BundleService,
    BookingSeriesResolver,
    CallOff,
    ClashReport,
    SeriesAnswers,
    SeriesAnswersResolver,
    SeriesChanges,
    SeriesLock,
    SeriesResolver,
    SeriesService,
    CalendarYearResolver,
    ClosureResolver,
    ClosureService,
    ExceptionResolver,
    OccupancyRepository,
    OfferLendingResolver,
    UnitLendingResolver,
    UseFollowUp,
    UseLedger,
    UseResolver,
    UseService,
    OfferAvailability,
    OfferPoolResolver,
    OverCommitment,
    PoolShares,
    NetworkOffersResolver,
    OfferBookingsResolver,
    OfferClosuresResolver,
    OfferResolver,
    OfferService,
    WaitingList,
    SpanResolver,
    AudienceResolver,
    AudienceService,
    FreeOffersResolver,
    FreeOffersService,
    OfferCandidates,
    OfferMatching,
    VenueTimes,
    SimilarOffers,
    ...SIMILAR_OFFERS_RESOLVERS,
  ],
  exports: [
    BookingEvents,
    BookingMove,
    BookingService,
    BundleMove,
    BundleService,
    CallOff,
    ContributionAccount,
    OfferMatching,
    OfferService,
    VenueTimes,
  ],
})
export class ResourcesModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly memberships: MembershipEvents,
    private readonly offers: OfferService,
    private readonly ending: BookingEnding,
    private readonly occupancy: OccupancyRepository,
    private readonly carriers: FileCarriers,
    private readonly inbox: InboxKinds,
    private readonly figures: FigureKinds,
    private readonly schedule: ScheduleKinds,
    private readonly messages: MessageThings,
  ) {}

  onModuleInit(): void {
    this.inbox.register(RESOURCES_INBOX);
    this.figures.register(RESOURCES_FIGURES);
    this.figures.registerParts(RESOURCES_PARTS);
    this.schedule.register(BOOKING_SCHEDULE);
    this.messages.register([...BOOKING_MESSAGES, SERIES_MESSAGES]);
    this.nodes.register('Offer', (tx, id) => tx.find<Offer>(Offer, id));
    this.nodes.register('OfferClosure', (tx, id) => tx.find(OfferClosure, id));
    this.nodes.register('Booking', (tx, id) => tx.find(Booking, id));
    this.nodes.register('BookingSeries', (tx, id) => tx.find(BookingSeries, id));
    this.carriers.register(offerFiles(this.occupancy));
    this.carriers.register(BOOKING_FILES);
    this.memberships.onEnding({
      list: (tx, of) => this.ending.listEnding(tx, of),
      clearUp: async (tx, { unitId, networkId }) => {
        await this.ending.lockForEnding(tx, unitId, networkId);
        // Withdrawn first, so that nothing new is asked for while what is ahead is called off.
        await tx.asUnit(unitId, () => this.offers.withdrawFrom(tx, unitId, networkId));
        await this.ending.endMembership(tx, unitId, networkId);
      },
    });
  }
}
