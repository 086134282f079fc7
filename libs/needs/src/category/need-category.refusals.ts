import { Refusal, RefusalCode } from '#graphql';
import { ObjectType } from '@nestjs/graphql';
import { NEED_CATEGORY_WORDS } from './need-category.words.js';

/** Two categories of one name could not be told apart in a list. */
@ObjectType({
  implements: () => Refusal,
  description: 'The network has a category of that name which is not retired.',
})
export class CategoryExists extends Refusal {
  constructor(name: string) {
    super(RefusalCode.ALREADY_EXISTS, NEED_CATEGORY_WORDS.alreadyNamed({ name }));
  }
}
