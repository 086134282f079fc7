import { readWithParent } from '#reads';
import { BookingObject } from '#resources';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { ProjectObject } from '../project/project.object.js';

/** What projects add to a booking. */
@Resolver(() => BookingObject)
export class BookingProjectResolver {
  @ResolveField(() => ProjectObject, {
    nullable: true,
    description: 'The project that it serves; null for one that serves none.',
  })
  project(): never {
    return readWithParent();
  }
}
