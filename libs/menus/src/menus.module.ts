import { NodeRegistry } from '#graphql';
import { NeedsModule } from '#needs';
import { MembershipEvents, NetworkModule } from '#network';
import { ResourcesModule } from '#resources';
import { Module, type OnModuleInit } from '@nestjs/common';
import { DishAudienceResolver } from './audience/dish-audience.resolver.js';
import { DishAudienceService } from './audience/dish-audience.service.js';
import { BookingDishResolver, DishBookingResolver } from './booking/dish-booking.resolver.js';
import { DishBookings } from './booking/dish-bookings.js';
import { DishMoves } from './booking/dish-moves.js';
import { DishDate } from './dish/dish-date.entity.js';
import { DishDates } from './dish/dish-dates.js';
import { NeedDishesResolver, ProjectDishesResolver } from './dish/dish-links.resolver.js';
import { Dish } from './dish/dish.entity.js';
import { DishRepository } from './dish/dish.repository.js';
import { DishResolver } from './dish/dish.resolver.js';
import { DishService } from './dish/dish.service.js';
import { ServiceDays } from './dish/service-days.js';
import { DishEnding } from './host/dish-ending.js';
import { DishHost } from './host/dish-host.entity.js';
import { DishHostResolver } from './host/dish-host.resolver.js';
import { DishHostService } from './host/dish-host.service.js';
import { DishHosts } from './host/dish-hosts.js';
import { Menu } from './menu/menu.entity.js';
import { MenuRepository } from './menu/menu.repository.js';
import { MenuResolver } from './menu/menu.resolver.js';
import { MenuService } from './menu/menu.service.js';
import { MenuPapers } from './paper/menu-papers.js';
import { MenuPublishing } from './version/menu-publishing.js';
import { MenuWarningResolver } from './warning/menu-warning.resolver.js';

@Module({
  imports: [NetworkModule, ResourcesModule, NeedsModule],
  providers: [
    BookingDishResolver,
    DishAudienceResolver,
    DishAudienceService,
    DishBookingResolver,
    DishBookings,
    DishDates,
    DishEnding,
    DishHostResolver,
    DishHostService,
    DishHosts,
    DishMoves,
    DishRepository,
    DishResolver,
    DishService,
    MenuPapers,
    MenuPublishing,
    MenuRepository,
    MenuResolver,
    MenuService,
    MenuWarningResolver,
    NeedDishesResolver,
    ProjectDishesResolver,
    ServiceDays,
  ],
})
export class MenusModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly memberships: MembershipEvents,
    private readonly ending: DishEnding,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Dish', (tx, id) => tx.find(Dish, id));
    this.nodes.register('DishDate', (tx, id) => tx.find(DishDate, id));
    this.nodes.register('DishHost', (tx, id) => tx.find(DishHost, id));
    this.nodes.register('Menu', (tx, id) => tx.find(Menu, id));
    this.memberships.onEnding({
      list: (tx, of) => this.ending.listEnding(tx, of),
      clearUp: (tx, { unitId, networkId }) => this.ending.endMembership(tx, unitId, networkId),
    });
  }
}
