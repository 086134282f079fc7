import { connectionOf, DateTimeScalar, Node } from '#graphql';
import { NetworkObject, UnitObject } from '#network';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DishDateObject, DishObject } from '../dish/dish.object.js';
import { SignUpObject } from '../sign-up/sign-up.object.js';
import { MenuChangeObject } from '../version/menu-version.object.js';
import { MenuNoticeKind } from './menu-notice.entity.js';

registerEnumType(MenuNoticeKind, {
  name: 'MenuNoticeKind',
  description: 'What a unit is told of what it signed up for, or is named on.',
  valuesMap: {
    PROMOTED: { description: 'It was let in from the waiting list.' },
    SIGN_UP_ENDED: { description: 'Its sign-up ended, by no word of its own; endReason of it says why.' },
    DATES_CANCELLED: { description: 'Some dates of the dish will not be held; it stays signed up.' },
    DATES_RESTORED: { description: 'Some dates that it was told would not be held are held after all.' },
    MENU_CHANGED: { description: 'A later version of the menu changed dishes that it signed up for.' },
    RECORD_STRUCK_OUT: {
      description: 'What was recorded of it afterwards was struck out; reason of the dish says why.',
    },
  },
});

@ObjectType('MenuNotice', {
  implements: () => Node,
  description:
    'Something that a unit is told of what it signed up for, or is named on, once; read by it and the committee.',
})
export abstract class MenuNoticeObject extends Node {
  @Field(() => NetworkObject, { nullable: true, description: 'Whose menu; null when you no longer know it.' })
  readonly network!: NetworkObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who is told; null when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => MenuNoticeKind, { description: 'What it tells.' })
  readonly kind!: MenuNoticeKind;

  @Field(() => DateTimeScalar, { description: 'When it came about.' })
  readonly toldAt!: Date;

  @Field(() => DishObject, {
    nullable: true,
    description: 'Of which dish; null where it tells of a menu, and when you can no longer see it.',
  })
  readonly dish!: DishObject | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the dish as it was then; null where it tells of a menu.',
  })
  readonly title!: string | null;

  @Field(() => SignUpObject, {
    nullable: true,
    description: 'Of which sign-up; null where it tells of a menu or of a record.',
  })
  readonly signUp!: SignUpObject | null;

  @Field(() => [DishDateObject], {
    description: 'The dates that will not be held, or are held after all, the earliest first.',
  })
  readonly dates!: DishDateObject[];

  @Field(() => [MenuChangeObject], { description: 'What changed in the dishes that the unit signed up for.' })
  readonly changes!: MenuChangeObject[];
}

export const MenuNoticeConnection = connectionOf(MenuNoticeObject, 'MenuNotice');
