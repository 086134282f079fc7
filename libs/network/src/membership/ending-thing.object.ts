import { DateTimeScalar } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('EndingThing', { description: 'What ends when a unit no longer takes part in a network.' })
export abstract class EndingThingObject {
  @Field(() => String, {
    description:
      'What of the thing ends. The thing itself: Booking, Need, Claim, Project (an idea), Dish (not published), DishOrder, Nomination (not scored). Or the part of the unit in it: ProjectLead (passes to the committee), ProjectHost, DishLead (passes to the committee), DishHost, DishOrderRequest (passes to the committee), MeetingInvitation, ProxyGiven, ProxyHeld, ReturningOffice (another is appointed).',
  })
  readonly part!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it would have begun; null for what has no time.',
  })
  readonly startsAt!: Date | null;
}
