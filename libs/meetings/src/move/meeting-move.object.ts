import { DateTimeScalar } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('MeetingMove', { description: 'A called meeting was put to another time (改期).' })
export abstract class MeetingMoveObject {
  @Field(() => DateTimeScalar, { description: 'When it was to start until then.' })
  readonly fromStartsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was to end until then, not included.' })
  readonly fromEndsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was to start from then on.' })
  readonly toStartsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was to end from then on, not included.' })
  readonly toEndsAt!: Date;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was moved.' })
  readonly movedAt!: Date;
}
