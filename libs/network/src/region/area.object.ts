import { Node } from '#graphql';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('Area', { implements: () => Node, description: 'Street or town (街道/镇): a group of networks.' })
export abstract class AreaObject extends Node {
  @Field(() => String, { description: 'Short name in addresses and files, unique in the region.' })
  readonly code!: string;

  @Field(() => String, { description: 'Name in Chinese.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  readonly nameEn!: string | null;
}
