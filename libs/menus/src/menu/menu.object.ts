import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  Node,
  resultUnion,
  StaleVersion,
  WrongState,
} from '#graphql';
import { NetworkObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MenuVersionObject } from '../version/menu-version.object.js';
import { MenuState } from './menu.entity.js';

registerEnumType(MenuState, {
  name: 'MenuState',
  description: 'How far a menu has come.',
  valuesMap: {
    COLLECTING: { description: 'Being composed; the committee alone knows it.' },
    PUBLISHED: { description: 'The network reads it.' },
    CLOSED: { description: 'All that stood on it is over; nothing on it changes any more.' },
  },
});

@ObjectType('Menu', {
  implements: () => Node,
  description: 'What a network offers its residents in one month (每月活动菜单).',
})
export abstract class MenuObject extends Node {
  @Field(() => NetworkObject, { nullable: true, description: 'Whose; null when you no longer know it.' })
  readonly network!: NetworkObject | null;

  @Field(() => DateScalar, { description: 'First day of its month, by the zone of the network.' })
  readonly month!: string;

  @Field(() => MenuState, { description: 'How far it has come.' })
  readonly state!: MenuState;

  @Field(() => Int, {
    description: 'The number of the version that was published last; 0 when none was.',
  })
  readonly edition!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its first version was published.' })
  readonly publishedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  readonly closedAt!: Date | null;

  @Field(() => [MenuVersionObject], { description: 'Its versions, the latest first.' })
  readonly versions!: MenuVersionObject[];

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const MenuConnection = connectionOf(MenuObject, 'Menu');
export const MenuResult = resultUnion('MenuResult', [MenuObject, StaleVersion, WrongState]);
export const OpenMenuResult = resultUnion('OpenMenuResult', [MenuObject, WrongState]);
