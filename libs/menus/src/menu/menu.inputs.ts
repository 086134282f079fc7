import { DateScalar, IdOf, stepOn } from '#graphql';
import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { MenuState } from './menu.entity.js';

@ArgsType()
export class OpenMenuArgs {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network: one that your committee convenes.' })
  networkId!: string;

  @Field(() => DateScalar, { description: 'First day of the month, which is not over.' })
  month!: string;
}

@ArgsType()
export class MenuStep extends stepOn('Menu') {}

@InputType({ description: 'Which menus; all given conditions hold.' })
export class MenuFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;

  @Field(() => [MenuState], { nullable: true, description: 'In one of these states.' })
  states?: MenuState[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Of the month that begins on this day, or later.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Of a month that begins before this day.' })
  to?: string | null;
}

export enum MenuOrder {
  MONTH_DESC = 'MONTH_DESC',
  MONTH_ASC = 'MONTH_ASC',
}

registerEnumType(MenuOrder, {
  name: 'MenuOrder',
  description: 'In which order menus are listed.',
  valuesMap: {
    MONTH_DESC: { description: 'The latest month first.' },
    MONTH_ASC: { description: 'The earliest month first.' },
  },
});
