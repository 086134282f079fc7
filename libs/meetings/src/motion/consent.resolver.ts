import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Motion } from './motion.entity.js';
import { ConsentObject } from './motion.object.js';
import { consentOf } from './consent.js';
import { isConsent } from './outcome.js';

/** What of a consent no statement can tell. */
@Resolver(() => ConsentObject)
export class ConsentResolver {
  @ResolveField(() => Boolean, { description: 'Whether they have agreed, as it stands.' })
  isGiven(@Parent() motion: Motion): boolean {
    const consent = consentOf(motion);
    return consent !== null && isConsent(consent);
  }
}
