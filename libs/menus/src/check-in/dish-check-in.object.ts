import { DateTimeScalar, resultUnion, WrongState } from '#graphql';
import { InvalidCode, TooManyAttempts, UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DishCheckInWay } from './dish-check-in.entity.js';

registerEnumType(DishCheckInWay, {
  name: 'DishCheckInWay',
  description: 'How it is known who came.',
  valuesMap: {
    CODE: { description: 'The unit checked in by the code.' },
    LIST: { description: 'Whoever holds the dish, or the committee, wrote it down.' },
  },
});

@ObjectType('DishCheckIn', { description: 'How many of one unit, or of residents, came to a date (签到).' })
export abstract class DishCheckInObject {
  @Field(() => UnitObject, {
    nullable: true,
    description: 'Which unit; null for residents, and when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => Int, { description: 'How many; 0 when it was noted by mistake.' })
  readonly heads!: number;

  @Field(() => DishCheckInWay, { description: 'How it is known.' })
  readonly way!: DishCheckInWay;

  @Field(() => Boolean, { description: 'Written down after the day (补录).' })
  readonly isLateEntry!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was last noted.' })
  readonly notedAt!: Date;
}

@ObjectType('DishDesk', {
  description: 'The check-in desk of a date, for whoever holds the dish and the committee.',
})
export abstract class DishDeskObject {
  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  readonly openedAt!: Date;

  @Field(() => Int, { description: 'How many one-time review codes were handed out.' })
  readonly codesHandedOut!: number;
}

export const OpenDishDeskResult = resultUnion('OpenDishDeskResult', [DishDeskObject, WrongState]);
export const CheckInAtDishResult = resultUnion('CheckInAtDishResult', [
  DishCheckInObject,
  InvalidCode,
  TooManyAttempts,
  WrongState,
]);
export const NoteDishCheckInResult = resultUnion('NoteDishCheckInResult', [DishCheckInObject, WrongState]);
