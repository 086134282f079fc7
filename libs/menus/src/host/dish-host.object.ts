import { DateTimeScalar, Node } from '#graphql';
import { UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DishHostState } from './dish-host.entity.js';

registerEnumType(DishHostState, {
  name: 'DishHostState',
  description: 'What a unit says that was asked to take part in a dish.',
  valuesMap: {
    ASKED: { description: 'Asked; known to it, the dish’s unit and the committee.' },
    ACCEPTED: { description: 'It takes part; the network reads it once the dish is published.' },
    DECLINED: { description: 'It said no; known to it, the dish’s unit and the committee.' },
    WITHDRAWN: { description: 'No longer asked.' },
  },
});

@ObjectType('DishHost', {
  implements: () => Node,
  description: 'A unit that was asked to lead a dish or to hold it with others (协办), and its answer.',
})
export abstract class DishHostObject extends Node {
  @Field(() => UnitObject, { nullable: true, description: 'The unit; null when you can no longer see it.' })
  readonly unit!: UnitObject | null;

  @Field(() => Boolean, { description: 'It was asked to lead.' })
  readonly isLead!: boolean;

  @Field(() => DishHostState, { description: 'What it said.' })
  readonly state!: DishHostState;

  @Field(() => String, { nullable: true, description: 'Why it declined.' })
  readonly reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  readonly askedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it answered.' })
  readonly answeredAt!: Date | null;

  @Field(() => Boolean, { description: 'The committee wrote down its answer (代办).' })
  readonly onBehalf!: boolean;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}
