import { DateTimeScalar } from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Feedback', {
  description:
    'What one side says after use. It is given once and stands; both sides and the committee read it.',
})
export abstract class FeedbackObject {
  @Field(() => Int, { description: 'From 1, the least, to 5.' })
  readonly marks!: number;

  @Field(() => String, { nullable: true, description: 'Words that came with them.' })
  readonly comment!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  readonly givenAt!: Date;

  @Field(() => UnitObject, {
    nullable: true,
    description:
      'Whose word it is: the owner’s or the requester’s; null when you can no longer see that unit.',
  })
  readonly unit!: UnitObject | null;
}
