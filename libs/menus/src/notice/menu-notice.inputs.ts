import { DateTimeScalar, IdOf } from '#graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { MenuNoticeKind } from './menu-notice.entity.js';

@InputType({ description: 'Which of the notices that you see; all given conditions hold.' })
export class MenuNoticeFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'On menus of this network.' })
  networkId?: string | null;

  @IdOf('Unit')
  @Field(() => ID, { nullable: true, description: 'Told to this unit.' })
  unitId?: string | null;

  @Field(() => [MenuNoticeKind], { nullable: true, description: 'Of one of these kinds.' })
  kinds?: MenuNoticeKind[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Told at this instant or later.' })
  from?: Date | null;
}
