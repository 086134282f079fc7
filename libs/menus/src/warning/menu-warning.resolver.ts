import { TenantContext } from '#graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Menu } from '../menu/menu.entity.js';
import { MenuObject } from '../menu/menu.object.js';
import { MenuWarning } from './menu-warning.object.js';
import { listWarnings } from './menu-warnings.js';

/** What composing adds to a menu. */
@Resolver(() => MenuObject)
export class MenuWarningResolver {
  @ResolveField(() => [MenuWarning], {
    nullable: true,
    // A menu reads as much as a small page does; a long page of menus would be too much.
    complexity: ({ childComplexity }: { childComplexity: number }) => 50 + 10 * childComplexity,
    description:
      'For its committee: clashes of place, lead and audience among the dishes proposed and taken for the month, and what is still awaited; null for everybody else. Service days clash with nothing.',
  })
  warnings(@Parent() menu: Menu, @Context() context: TenantContext): Promise<MenuWarning[] | null> {
    return context.read((tx) => listWarnings(tx, menu));
  }
}
