import { readWithParent } from '#reads';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { NeedObject } from '../need/need.object.js';
import { ProjectObject } from './project.object.js';

/** What projects add to a need. */
@Resolver(() => NeedObject)
export class NeedProjectResolver {
  @ResolveField(() => ProjectObject, {
    nullable: true,
    description: 'The project that it was last taken on by; null when none has.',
  })
  project(): never {
    return readWithParent();
  }
}
