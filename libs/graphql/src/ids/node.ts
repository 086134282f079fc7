import { Field, ID, InterfaceType } from '@nestjs/graphql';
import { typenameOf } from './typename-of.js';

/** Whatever has an id of its own can be asked for again by `node(id:)`. */
@InterfaceType({
  description: 'A thing that can be asked for again by its id.',
  resolveType: typenameOf,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, and unique over all types.' })
  readonly id!: string;
}
