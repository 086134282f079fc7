import { ConnectionArgs } from '#graphql';
import { NeedObject, ProjectObject } from '#needs';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { DishConnection, DishObject } from './dish.object.js';

/** Where a dish has gone on. */
@Resolver(() => DishObject)
export class DishCopiesResolver {
  @ResolveField(() => DishConnection, {
    description: 'Dishes that were copied from it, as far as you may see them; the earliest first.',
  })
  copies(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

/** What menus add to a project. */
@Resolver(() => ProjectObject)
export class ProjectDishesResolver {
  @ResolveField(() => DishConnection, {
    description: 'Activities of menus that belong to it, as far as you may see them; the earliest first.',
  })
  dishes(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

/** What menus add to a need. */
@Resolver(() => NeedObject)
export class NeedDishesResolver {
  @ResolveField(() => DishConnection, {
    description: 'Activities of menus that answer it, as far as you may see them; the earliest first.',
  })
  dishes(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
