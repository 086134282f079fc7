import { TenantContext } from '#graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { listWithoutPanel } from '../judge/without-panel.js';
import type { Nomination } from '../nomination/nomination.entity.js';
import { NominationObject } from '../nomination/nomination.object.js';
import { type EvaluationRound, EvaluationRoundState } from '../round/evaluation-round.entity.js';
import { EvaluationRoundObject } from '../round/evaluation-round.object.js';

const { NOMINATING, SCORING } = EvaluationRoundState;

/** What judging adds to a round, for its committee. */
@Resolver(() => EvaluationRoundObject)
export class RoundPanelsResolver {
  @ResolveField(() => [NominationObject], {
    // Looks up posts and hands of all that is nominated.
    complexity: ({ childComplexity }: { childComplexity: number }) => 100 + 10 * childComplexity,
    nullable: true,
    description:
      'For its committee, until scoring is closed: nominations that no panel could judge, as fewer than the minimum sit on each of them without a hand in it; they would have no score. By posts and projects alone, so that it tells nothing of who judges. Add a panel or appoint judges before scoring begins. Null for others, and afterwards.',
  })
  nominationsWithoutPanel(
    @Parent() round: EvaluationRound,
    @Context() context: TenantContext,
  ): Promise<Nomination[] | null> {
    return context.read(async (tx) =>
      [NOMINATING, SCORING].includes(round.state) && tx.actor.convenedNetworkIds.includes(round.networkId)
        ? listWithoutPanel(tx, round)
        : null,
    );
  }
}
