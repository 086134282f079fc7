import { ConnectionArgs, TenantContext } from '#graphql';
import { readWithParent } from '#reads';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Dish } from '../dish/dish.entity.js';
import { DishObject } from '../dish/dish.object.js';
import { writeSignUpChat } from './sign-up-chat.js';
import { DishPlacesObject, SignUpConnection } from './sign-up.object.js';

/** What sign-ups add to a dish. */
@Resolver(() => DishObject)
export class DishSignUpsResolver {
  @ResolveField(() => DishPlacesObject, {
    nullable: true,
    description: 'How full it is; null before it is published, and of what was recorded after the fact.',
  })
  places(): never {
    return readWithParent();
  }

  @ResolveField(() => SignUpConnection, {
    description:
      'Who is signed up, as far as you may see it, as they stand in line: the lead and the committee all, a unit its own.',
  })
  signUps(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Who is signed up and who waits, in plain Chinese for a group chat of those who hold it; for its lead and the committee. Null for all others, and before it is published.',
  })
  signUpChatText(@Parent() dish: Dish, @Context() context: TenantContext): Promise<string | null> {
    return context.read((tx) => writeSignUpChat(tx, dish));
  }
}
