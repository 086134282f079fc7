import { ConnectionArgs } from '#graphql';
import { DishObject } from '#menus';
import { ProjectObject } from '#needs';
import { NetworkObject, UnitObject } from '#network';
import { readWithParent } from '#reads';
import { ContributionObject } from '#resources';
import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import { NominationObject } from '../nomination/nomination.object.js';
import { EvaluationRoundObject } from '../round/evaluation-round.object.js';
import { NetworkRecognitionFilter, RecognitionOrder } from './recognition.inputs.js';
import { RecognitionConnection, RecognitionObject } from './recognition.object.js';

const SEEN = 'as far as you may see them; the latest first, taken back ones too.';

/** What recognitions add to a network. */
@Resolver(() => NetworkObject)
export class NetworkRecognitionsResolver {
  @ResolveField(() => RecognitionConnection, {
    description: 'How its units were thanked, as far as you may see it.',
  })
  recognitions(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    _filter: NetworkRecognitionFilter,
    @Args('orderBy', {
      type: () => RecognitionOrder,
      defaultValue: RecognitionOrder.DAY_DESC,
      description: 'In which order.',
    })
    _orderBy: RecognitionOrder,
    @Args() _page: ConnectionArgs,
  ): never {
    return readWithParent();
  }
}

/** What recognitions add to an evaluation: what it came to. */
@Resolver(() => EvaluationRoundObject)
export class RoundRecognitionsResolver {
  @ResolveField(() => RecognitionConnection, { description: `Awards that it gave, ${SEEN}` })
  recognitions(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

/** What recognitions add to a nomination. */
@Resolver(() => NominationObject)
export class NominationRecognitionsResolver {
  @ResolveField(() => RecognitionConnection, { description: `What it was awarded, ${SEEN}` })
  recognitions(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

/** What recognitions add to a unit. */
@Resolver(() => UnitObject)
export class UnitRecognitionsResolver {
  @ResolveField(() => RecognitionConnection, { description: `How it was thanked, ${SEEN}` })
  recognitions(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

/** What recognitions add to a project: the last link of its chain. */
@Resolver(() => ProjectObject)
export class ProjectRecognitionsResolver {
  @ResolveField(() => RecognitionConnection, { description: `What units were thanked for in it, ${SEEN}` })
  recognitions(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

/** What recognitions add to a dish. */
@Resolver(() => DishObject)
export class DishRecognitionsResolver {
  @ResolveField(() => RecognitionConnection, { description: `What units were thanked for at it, ${SEEN}` })
  recognitions(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}

/** What recognitions add to the account. */
@Resolver(() => ContributionObject)
export class ContributionRecognitionResolver {
  @ResolveField(() => RecognitionObject, {
    nullable: true,
    description: 'What the points were given for; null of what was lent.',
  })
  recognition(): never {
    return readWithParent();
  }
}
