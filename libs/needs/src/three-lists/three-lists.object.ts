import { DateTimeScalar, QuarterScalar } from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { OfferKind } from '#resources';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { NeedCategoryObject } from '../category/need-category.object.js';
import { NeedState } from '../need/need.entity.js';
import { ProjectState } from '../project/project.entity.js';

@ObjectType('UnitCount', { description: 'How many are of one unit.' })
export abstract class UnitCountObject {
  @Field(() => UnitObject, { description: 'The unit.' })
  readonly unit!: UnitObject;

  @Field(() => Int, { description: 'How many; never 0.' })
  readonly count!: number;
}

/** What every count has. */
@ObjectType({ isAbstract: true })
abstract class CountFields {
  @Field(() => Int, { description: 'How many; never 0.' })
  readonly count!: number;

  @Field(() => [UnitCountObject], {
    description: 'The same by unit, for projects by their lead; sorted by the code of the unit.',
  })
  readonly byUnit!: UnitCountObject[];
}

@ObjectType('OfferKindCount', { description: 'How many offers are of one kind.' })
export abstract class OfferKindCountObject extends CountFields {
  @Field(() => OfferKind, { description: 'The kind.' })
  readonly kind!: OfferKind;
}

@ObjectType('NeedStateCount', { description: 'How many needs stand in one state.' })
export abstract class NeedStateCountObject extends CountFields {
  @Field(() => NeedState, { description: 'The state.' })
  readonly state!: NeedState;
}

@ObjectType('ProjectStateCount', { description: 'How many projects stand in one state.' })
export abstract class ProjectStateCountObject extends CountFields {
  @Field(() => ProjectState, { description: 'The state.' })
  readonly state!: ProjectState;
}

@ObjectType('CategoryCount', { description: 'How many needs, or projects, are in one category.' })
export abstract class CategoryCountObject extends CountFields {
  @Field(() => NeedCategoryObject, { description: 'The category.' })
  readonly category!: NeedCategoryObject;
}

@ObjectType('ThreeLists', {
  description:
    'The three lists of a network (三张清单: resources, needs, projects) in one quarter. All of its units and stewards see the same; offers withdrawn since are seen by their unit alone. Drafts, and what the committee has not taken, are not in it.',
})
export abstract class ThreeListsObject {
  @Field(() => NetworkObject, { description: 'Whose they are.' })
  readonly network!: NetworkObject;

  @Field(() => QuarterScalar, { description: 'Which quarter.' })
  readonly quarter!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins in the zone of the region, included.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends, not included.' })
  readonly endsAt!: Date;
}
