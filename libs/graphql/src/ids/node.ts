import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** Whatever has an id of its own can be asked for again by `node(id:)`. */
@InterfaceType({
  description: 'A thing that can be asked for again by its id.',
  // Values are rows, and the class of a row is named like its type.
  resolveType: (value: object) => value.constructor.name,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, and unique over all types.' })
  readonly id!: string;
}
