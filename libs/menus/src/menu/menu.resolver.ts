import { Allow, AnyPost, CanBeTried, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { DishConnection } from '../dish/dish.object.js';
import { MenuPublishing } from '../version/menu-publishing.js';
import { writeMenuChat } from './menu-chat.js';
import type { Menu } from './menu.entity.js';
import { MenuFilter, MenuOrder, MenuStep, OpenMenuArgs } from './menu.inputs.js';
import { MenuConnection, MenuObject, MenuResult, OpenMenuResult } from './menu.object.js';
import { MENU_READS, MENUS } from './menu.reads.js';
import { MenuService } from './menu.service.js';

@Resolver(() => MenuObject)
export class MenuResolver {
  constructor(
    private readonly service: MenuService,
    private readonly publishing: MenuPublishing,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => MenuConnection, {
    description:
      'The monthly menus that your networks have published; for a committee also those that collect.',
  })
  menus(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' }) filter: MenuFilter,
    @Args('orderBy', {
      type: () => MenuOrder,
      defaultValue: MenuOrder.MONTH_DESC,
      description: 'In which order.',
    })
    orderBy: MenuOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, MENUS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => MenuObject, {
    nullable: true,
    description: 'One menu; null alike for what does not exist and for what you may not see.',
  })
  menu(
    @IdArg('Menu') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return this.reader.find(context, info, MENU_READS, (row) => sql`${row.id} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => OpenMenuResult, {
    description:
      'The committee begins the menu of a month; the service days of the network that are not over stand on it by themselves. The first dish that is taken does the same.',
  })
  openMenu(@Args() { networkId, month }: OpenMenuArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.open(tx, networkId, month));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => MenuResult, {
    description:
      'The secretary publishes a menu: what was taken is fixed as its next version, and all units of the network and stewards read it. From the second version on with a list of what changed; refused when nothing has, once the month is over, and while what is new on it is over or awaits the yes of its lead. Of two who publish the same version one is refused.',
  })
  publishMenu(@Args() { id, version }: MenuStep, @Context() context: TenantContext) {
    return context.write((tx) => this.publishing.publish(tx, id, version));
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => MenuResult, {
    description:
      'The committee closes a published menu when all that stands on it is over, and one that was never published when its month is over. Nothing on it changes any more.',
  })
  closeMenu(@Args() { id, version }: MenuStep, @Context() context: TenantContext) {
    return context.write((tx) => this.service.close(tx, id, version));
  }

  @ResolveField(() => DishConnection, {
    description: 'What stands on it, the earliest first: for a committee also what is not published yet.',
  })
  dishes(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'Who did what to it, for those who see it. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'The version published last in plain Chinese for a group chat, what changed first, times in the zone of the network; never with contacts or phones. Null while it collects.',
  })
  chatText(@Parent() menu: Menu, @Context() context: TenantContext): Promise<string | null> {
    return context.read((tx) => writeMenuChat(tx, menu));
  }
}
