import type { Span } from '#calendar';
import { TenantContext } from '#graphql';
import { SpanObject } from '#resources';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Need } from '../need/need.entity.js';
import { NeedObject } from '../need/need.object.js';
import { NeedMatch, NeedOfferMatch } from './need-match.object.js';
import { NeedMatching } from './need-matching.js';

/** What matching adds to a need. */
@Resolver(() => NeedObject)
export class NeedMatchingResolver {
  constructor(private readonly matching: NeedMatching) {}

  @ResolveField(() => [NeedMatch], {
    nullable: true,
    // A need reads as much as a small page does; a long page of needs would be too much.
    complexity: ({ childComplexity }: { childComplexity: number }) => 100 + 10 * childComplexity,
    description:
      `Who could help, for the committee of its network; null for everybody else. Active units of the network that lend
something of the kinds asked for, or helped with a need of this category before; not the unit that has the need. There is no score.
The order: units with an offer that fits, units with an offer whose facts hold, all others; among these who helped more often
(HELPED_BEFORE) first, then who was asked less often (ASKED_LATELY), then by name in pinyin order. At most 200 offers of those
kinds are looked at, by title.`.replaceAll('\n', ' '),
  })
  matches(@Parent() need: Need, @Context() context: TenantContext): Promise<NeedMatch[] | null> {
    return context.read((tx) => this.matching.list(tx, need));
  }
}

@Resolver(() => NeedOfferMatch)
export class NeedOfferMatchResolver {
  @ResolveField(() => [SpanObject], {
    description:
      'The next three spans as long as the need’s in which it could be booked, not before its start; none where it fits, where its facts fall short, or when there is none before its horizon.',
  })
  nextFree(@Parent() { match }: NeedOfferMatch, @Context() context: TenantContext): Promise<Span[]> {
    return context.read((tx) => match.listNextFree(tx));
  }
}
