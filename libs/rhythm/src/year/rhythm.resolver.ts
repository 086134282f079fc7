import { AnyPost, IdArg, TenantContext } from '#graphql';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { RhythmPeriodObject } from '../period/rhythm-period.object.js';
import { writeRhythmChat } from './rhythm-chat.js';
import { RhythmObject } from './rhythm.object.js';
import { RhythmService, type Rhythm, type RhythmPeriod } from './rhythm.service.js';

@Resolver(() => RhythmObject)
export class RhythmResolver {
  constructor(private readonly service: RhythmService) {}

  @AnyPost()
  @Query(() => RhythmObject, {
    nullable: true,
    description:
      'The year of a network at a glance; null alike for a network that does not exist and for one whose menus you may not see. BAD_USER_INPUT for a year outside 2000 to 2199.',
  })
  rhythm(
    @IdArg('Network', 'networkId') networkId: string,
    @Args('year', {
      type: () => Int,
      nullable: true,
      description: 'The year, from 2000 to 2199; the present one unless given.',
    })
    year: number | null,
    @Context() context: TenantContext,
  ): Promise<Rhythm | null> {
    return context.read((tx) => this.service.find(tx, networkId, year));
  }

  @ResolveField(() => [RhythmPeriodObject], {
    complexity: ({ childComplexity }: { childComplexity: number }) => 10 + 3 * childComplexity,
    description:
      'For its committee: the present month, two months and quarter as far as they lack something, whatever the year asked for. None for others.',
  })
  warnings(@Parent() rhythm: Rhythm, @Context() context: TenantContext): Promise<readonly RhythmPeriod[]> {
    return context.read((tx) => this.service.listWarnings(tx, rhythm));
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The warnings in plain Chinese for a group chat; null when there are none.',
  })
  chatText(@Parent() rhythm: Rhythm, @Context() context: TenantContext): Promise<string | null> {
    return context.read(async (tx) =>
      writeRhythmChat(rhythm.network, await this.service.listWarnings(tx, rhythm)),
    );
  }
}
