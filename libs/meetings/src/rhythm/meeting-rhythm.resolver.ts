import { RhythmPeriodObject, type RhythmPeriod } from '#rhythm';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Meeting } from '../meeting/meeting.entity.js';
import { MeetingObject } from '../meeting/meeting.object.js';

/** What meetings add to the rhythm. */
@Resolver(() => RhythmPeriodObject)
export class MeetingRhythmResolver {
  @ResolveField(() => [MeetingObject], {
    complexity: ({ childComplexity }: { childComplexity: number }) => 1 + 2 * childComplexity,
    description: 'Of a quarter: its regular joint meetings; for the committee drafts too.',
  })
  meetings(@Parent() { happenings }: RhythmPeriod): Meeting[] {
    return happenings.flatMap(({ thing }) => (thing instanceof Meeting ? [thing] : []));
  }
}
