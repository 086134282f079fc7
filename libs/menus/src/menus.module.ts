import { FileCarriers, FilesModule } from '#files';
import { FigureKinds, FiguresModule } from '#figures';
import { NodeRegistry } from '#graphql';
import { InboxKinds, InboxModule } from '#inbox';
import { ScheduleKinds, ScheduleModule } from '#schedule';
import { MessagesModule, MessageThings } from '#messages';
import { JobsModule } from '#jobs';
import { NeedsModule } from '#needs';
import { MembershipEvents, NetworkModule } from '#network';
import { ResourcesModule } from '#resources';
import { Beat, Beats, RhythmModule } from '#rhythm';
import { Module, type OnModuleInit } from '@nestjs/common';
import { DishAudienceResolver } from './audience/dish-audience.resolver.js';
import { DishAudienceService } from './audience/dish-audience.service.js';
import { OrderAudienceService } from './audience/order-audience.service.js';
import { BookingDishResolver, DishBookingResolver } from './booking/dish-booking.resolver.js';
import { DishBookingStandings } from './booking/dish-booking-standings.js';
import { DishBookings } from './booking/dish-bookings.js';
import { DishMoves } from './booking/dish-moves.js';
import { DishCheckInDoor } from './check-in/dish-check-in-door.js';
import { DishCheckInResolver, DishDeskResolver } from './check-in/dish-check-in.resolver.js';
import { DishCheckInService } from './check-in/dish-check-in.service.js';
import { DishOrderRequest } from './dispatch/dish-order-request.entity.js';
import { DishOrderRequestResolver } from './dispatch/dish-order-request.resolver.js';
import { DishOrderRequests } from './dispatch/dish-order-requests.js';
import { DispatchResolver } from './dispatch/dispatch.resolver.js';
import { DispatchService } from './dispatch/dispatch.service.js';
import { ServingService } from './dispatch/serving.service.js';
import { DishDate } from './dish/dish-date.entity.js';
import { DishCancelling } from './dish/dish-cancelling.js';
import { DishDates } from './dish/dish-dates.js';
import { DishCopiesResolver, NeedDishesResolver, ProjectDishesResolver } from './dish/dish-links.resolver.js';
import { Dish } from './dish/dish.entity.js';
import { DishRepository } from './dish/dish.repository.js';
import { DishResolver } from './dish/dish.resolver.js';
import { DishService } from './dish/dish.service.js';
import { ServiceDays } from './dish/service-days.js';
import { DishDoing } from './doing/dish-doing.js';
import { DishSums } from './doing/dish-sums.js';
import { DishFinding } from './finding/dish-finding.entity.js';
import { DishFindingResolver, NeedFindingsResolver } from './finding/dish-finding.resolver.js';
import { DishFindings } from './finding/dish-findings.js';
import { DishEnding } from './host/dish-ending.js';
import { DishHost } from './host/dish-host.entity.js';
import { DishHostResolver } from './host/dish-host.resolver.js';
import { DishHostService } from './host/dish-host.service.js';
import { DishHosts } from './host/dish-hosts.js';
import { Menu } from './menu/menu.entity.js';
import { MenuRepository } from './menu/menu.repository.js';
import { MenuResolver } from './menu/menu.resolver.js';
import { MenuService } from './menu/menu.service.js';
import { DISH_OUTCOME_FILES } from './outcome/dish-outcome.files.js';
import { DishOutcome } from './outcome/dish-outcome.entity.js';
import { DishOutcomeResolver, DishWithOutcomeResolver } from './outcome/dish-outcome.resolver.js';
import { DishOutcomeService } from './outcome/dish-outcome.service.js';
import { DishRecord } from './record/dish-record.js';
import { DishStriking } from './record/dish-striking.js';
import { RecordDishResolver } from './record/record-dish.resolver.js';
import { DishReviewResolver } from './review/dish-review.resolver.js';
import { DishReviewService } from './review/dish-review.service.js';
import { DishReviews } from './review/dish-reviews.js';
import { PublicReviews } from './review/public-reviews.js';
import { ReviewLots } from './review/review-lots.js';
import { ReviewCodes } from './review/review-codes.js';
import { MenuNotice } from './notice/menu-notice.entity.js';
import { MenuNoticeResolver } from './notice/menu-notice.resolver.js';
import { MenuNotices } from './notice/menu-notices.js';
import { DishOrder } from './order/dish-order.entity.js';
import { DishOrderRepository } from './order/dish-order.repository.js';
import { DishOrderResolver } from './order/dish-order.resolver.js';
import { DishOrderService } from './order/dish-order.service.js';
import { OrderDishes } from './order/order-dishes.js';
import { OrderDishesResolver } from './order/order-dishes.resolver.js';
import { OrderEnding } from './order/order-ending.js';
import { MenuPapers } from './paper/menu-papers.js';
import { DishSignUpsResolver } from './sign-up/dish-sign-ups.resolver.js';
import { SignUp } from './sign-up/sign-up.entity.js';
import { SignUpResolver } from './sign-up/sign-up.resolver.js';
import { SignUpService } from './sign-up/sign-up.service.js';
import { SignUps } from './sign-up/sign-ups.js';
import { watchActivities, watchSurveys } from './rhythm/menu-rhythm.js';
import { MenuRhythmResolver } from './rhythm/menu-rhythm.resolver.js';
import { MenuPublishing } from './version/menu-publishing.js';
import { MenuWarningResolver } from './warning/menu-warning.resolver.js';
import { MENUS_FIGURES, MENUS_PARTS } from './menus.figures.js';
import { DISH_SCHEDULE } from './dish/dish.schedule.js';
import { MENU_MESSAGES } from './menu/menu.messages.js';
import { DISH_ORDER_MESSAGES } from './order/dish-order.messages.js';
import { SIGN_UP_MESSAGES } from './sign-up/sign-up.messages.js';
import { MENUS_INBOX } from './menus.inbox.js';

@Module({
  imports: [
    FilesModule,
    JobsModule,
    InboxModule,
    FiguresModule,
    ScheduleModule,
    MessagesModule,
    NetworkModule,
    ResourcesModule,
    NeedsModule,
    RhythmModule,
  ],
  providers: [
    BookingDishResolver,
    DishAudienceResolver,
    DishAudienceService,
    DishBookingResolver,
    DishBookingStandings,
    DishBookings,
    DishCheckInDoor,
    DishCheckInResolver,
    DishCheckInService,
    DishCopiesResolver,
    DishCancelling,
    DishDates,
    DishDeskResolver,
    DishDoing,
    DishEnding,
    DishFindingResolver,
    DishFindings,
    DishHostResolver,
    DishHostService,
    DishHosts,
    DishMoves,
    DishOrderRepository,
    DishOrderRequestResolver,
    DishOrderRequests,
    DishOrderResolver,
    DishOrderService,
    DishOutcomeResolver,
    DishOutcomeService,
    DishRecord,
    DishStriking,
    DishRepository,
    DishResolver,
    DishReviewResolver,
    DishReviewService,
    DishReviews,
    DishService,
    DishSignUpsResolver,
    DishSums,
    DishWithOutcomeResolver,
    DispatchResolver,
    DispatchService,
    MenuNoticeResolver,
    MenuNotices,
    MenuPapers,
    MenuPublishing,
    MenuRepository,
    MenuResolver,
    MenuRhythmResolver,
    MenuService,
    MenuWarningResolver,
    NeedDishesResolver,
    NeedFindingsResolver,
    OrderAudienceService,
    OrderDishes,
    OrderDishesResolver,
    OrderEnding,
    ProjectDishesResolver,
    PublicReviews,
    RecordDishResolver,
    ReviewCodes,
    ReviewLots,
    ServiceDays,
    ServingService,
    SignUpResolver,
    SignUpService,
    SignUps,
  ],
})
export class MenusModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly memberships: MembershipEvents,
    private readonly ending: DishEnding,
    private readonly carriers: FileCarriers,
    private readonly orders: OrderEnding,
    private readonly beats: Beats,
    private readonly inbox: InboxKinds,
    private readonly figures: FigureKinds,
    private readonly schedule: ScheduleKinds,
    private readonly messages: MessageThings,
  ) {}

  onModuleInit(): void {
    this.inbox.register(MENUS_INBOX);
    this.figures.register(MENUS_FIGURES);
    this.figures.registerParts(MENUS_PARTS);
    this.schedule.register([DISH_SCHEDULE]);
    this.messages.register([...MENU_MESSAGES, ...SIGN_UP_MESSAGES, DISH_ORDER_MESSAGES]);
    this.nodes.register('Dish', (tx, id) => tx.find(Dish, id));
    this.nodes.register('DishDate', (tx, id) => tx.find(DishDate, id));
    this.nodes.register('DishFinding', (tx, id) => tx.find(DishFinding, id));
    this.nodes.register('DishHost', (tx, id) => tx.find(DishHost, id));
    this.nodes.register('DishOutcome', (tx, id) => tx.find(DishOutcome, id));
    this.nodes.register('DishOrder', (tx, id) => tx.find(DishOrder, id));
    this.nodes.register('DishOrderRequest', (tx, id) => tx.find(DishOrderRequest, id));
    this.nodes.register('Menu', (tx, id) => tx.find(Menu, id));
    this.carriers.register(DISH_OUTCOME_FILES);
    this.nodes.register('MenuNotice', (tx, id) => tx.find(MenuNotice, id));
    this.nodes.register('SignUp', (tx, id) => tx.find(SignUp, id));
    this.beats.register(Beat.ACTIVITY, watchActivities);
    this.beats.register(Beat.SURVEY, watchSurveys);
    this.memberships.onEnding({
      list: (tx, of) => this.ending.listEnding(tx, of),
      clearUp: (tx, { unitId, networkId }) => this.ending.endMembership(tx, unitId, networkId),
    });
    this.memberships.onEnding({
      list: (tx, of) => this.orders.listEnding(tx, of),
      clearUp: (tx, of) => this.orders.endMembership(tx, of),
    });
  }
}
