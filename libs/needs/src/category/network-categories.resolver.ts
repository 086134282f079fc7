import { NetworkObject } from '#network';
import { readWithParent } from '#reads';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { NeedCategoryObject } from './need-category.object.js';

/** What categories add to a network. */
@Resolver(() => NetworkObject)
export class NetworkCategoriesResolver {
  @ResolveField(() => [NeedCategoryObject], {
    description:
      'What its needs are about: the eight standing categories and its own, retired ones too; none for those who only know its name.',
  })
  needCategories(): never {
    return readWithParent();
  }
}
