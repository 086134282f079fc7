import { DateTimeScalar, resultUnion, Secret, WrongState } from '#graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ReviewCode', {
  description: 'A one-time code with which somebody without an account reviews a dish.',
})
export abstract class ReviewCodeObject {
  @Secret()
  @Field(() => String, {
    description:
      'Where, on this server: `/r/<code>`. It is shown this once; empty when an answer is repeated by its key: then they are lost, and count as handed out.',
  })
  readonly path!: string;
}

@ObjectType('ReviewCodes', { description: 'One-time review codes that were handed out together.' })
export abstract class ReviewCodesObject {
  @Field(() => [ReviewCodeObject], { description: 'The codes; each lets one person review, once.' })
  readonly codes!: readonly ReviewCodeObject[];

  @Field(() => DateTimeScalar, {
    description: 'Until when they are taken as the date stands now: 14 days after its end.',
  })
  readonly endsAt!: Date;

  @Field(() => Int, { description: 'How many more the date may have as things stand.' })
  readonly left!: number;
}

export const HandOutReviewCodesResult = resultUnion('HandOutReviewCodesResult', [
  ReviewCodesObject,
  WrongState,
]);
