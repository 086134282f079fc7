import { DateTimeScalar } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';

/** What every answer of a subscription has. */
@ObjectType({ isAbstract: true })
export abstract class ChangeObject {
  @Field(() => String, {
    description:
      'How far you have been told: send it as `after` to go on from here. Valid for 7 days, in your region, whatever you subscribe to.',
  })
  readonly cursor!: string;

  @Field(() => DateTimeScalar, { description: 'When it was looked at.' })
  readonly at!: Date;
}
