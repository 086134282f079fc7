import { DateTimeScalar } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('CheckInCode', {
  description: 'The code to be shown where people come in; it changes with each minute.',
})
export abstract class CheckInCodeObject {
  @Field(() => String, { description: 'Six digits.' })
  readonly code!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it is let in; show the next one a minute before.' })
  readonly validUntil!: Date;
}
