import { DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { StandingCategory } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CategoryExists } from './need-category.refusals.js';

registerEnumType(StandingCategory, {
  name: 'StandingCategory',
  description: 'The eight categories that every network has, whatever it calls them.',
  valuesMap: {
    ADVICE_AND_SERVICES: { description: 'Advice and services (咨询服务).' },
    CHARITY: { description: 'Charity (慈善).' },
    CULTURE_AND_SPORT: { description: 'Culture and sport (文体).' },
    VENUE_RENTAL: { description: 'Venue rental (场地租用).' },
    TRAINING: { description: 'Training (培训).' },
    MEDICAL: { description: 'Medical (医疗).' },
    SOCIAL_MEETING: { description: 'Social meetings (交友联谊).' },
    RECRUITMENT: { description: 'Recruitment (招聘).' },
  },
});

@ObjectType('NeedCategory', {
  implements: () => Node,
  description: 'What needs of a network are about: one of the eight standing ones, or one of its own.',
})
export abstract class NeedCategoryObject extends Node {
  @Field(() => StandingCategory, {
    nullable: true,
    description: 'Which of the standing ones, whatever the network calls it; null for one of its own.',
  })
  readonly code!: StandingCategory | null;

  @Field(() => String, { description: 'Name in Chinese.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  readonly nameEn!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when no new needs are posted in it; null while they are.',
  })
  readonly retiredAt!: Date | null;

  @Field(() => Int, { description: 'Its place in lists, from 1.' })
  readonly place!: number;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const AddNeedCategoryResult = resultUnion('AddNeedCategoryResult', [
  NeedCategoryObject,
  CategoryExists,
]);
export const ChangeNeedCategoryResult = resultUnion('ChangeNeedCategoryResult', [
  NeedCategoryObject,
  CategoryExists,
  StaleVersion,
  WrongState,
]);
