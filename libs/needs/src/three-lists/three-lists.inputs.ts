import { IdOf, QuarterScalar, told } from '#graphql';
import { OfferKind } from '#resources';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize } from 'class-validator';
import { NEED_WORDS } from '../need/need.words.js';
import { NeedState } from '../need/need.entity.js';
import { ProjectState } from '../project/project.entity.js';

@InputType({ description: 'What of the three lists; all given conditions hold.' })
export class ThreeListsFilter {
  @Field(() => QuarterScalar, {
    nullable: true,
    description:
      'What stood in this quarter, in the zone of the region; the present one unless given. An offer stands from its publication to its withdrawal, a need or project from when the committee took it to its end.',
  })
  quarter?: string | null;

  @IdOf('Unit')
  @Field(() => ID, {
    nullable: true,
    description: 'Offers and needs of this unit, and projects that it leads or takes part in.',
  })
  unitId?: string | null;

  @IdOf('NeedCategory')
  @ArrayMaxSize(100, told(NEED_WORDS.tooManyCategories))
  @Field(() => [ID], {
    nullable: true,
    description: 'Needs and projects in one of these categories; offers have none.',
  })
  categoryIds?: string[] | null;

  @Field(() => [OfferKind], { nullable: true, description: 'Offers of one of these kinds.' })
  offerKinds?: OfferKind[] | null;

  @Field(() => [NeedState], { nullable: true, description: 'Needs in one of these states now.' })
  needStates?: NeedState[] | null;

  @Field(() => [ProjectState], { nullable: true, description: 'Projects in one of these states now.' })
  projectStates?: ProjectState[] | null;
}
