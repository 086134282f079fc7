import { ConnectionArgs } from '#graphql';
import { readWithParent } from '#reads';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { MotionObject } from '../motion/motion.object.js';
import { ObjectionFilter } from './objection.inputs.js';
import { ObjectionConnection, ObjectionCountObject } from './objection.object.js';

/** What objections add to a motion. */
@Resolver(() => MotionObject)
export class MotionObjectionsResolver {
  @ResolveField(() => ObjectionCountObject, {
    nullable: true,
    description:
      'How many objections there are, and how many are won over by now; null while there was none.',
  })
  objectionCount(): never {
    return readWithParent();
  }

  @ResolveField(() => ObjectionConnection, {
    description:
      'The objections against it that you may see, by their numbers: those of units; of households all for the committee, and for a unit what it has recorded.',
  })
  objections(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    _filter: ObjectionFilter,
    @Args() _page: ConnectionArgs,
  ): never {
    return readWithParent();
  }
}
