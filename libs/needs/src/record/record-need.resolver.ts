import { Allow, CanBeTried, resultUnion, TenantContext } from '#graphql';
import { NotRecordable } from '#resources';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { OwnNeed } from '../claim/claim.refusals.js';
import { NeedObject } from '../need/need.object.js';
import { NeedRecord } from './need-record.js';
import { RecordNeedInput } from './record-need.inputs.js';

const RecordNeedResult = resultUnion('RecordNeedResult', [NeedObject, NotRecordable, OwnNeed]);

@Resolver(() => NeedObject)
export class RecordNeedResolver {
  constructor(private readonly records: NeedRecord) {}

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => RecordNeedResult, {
    description:
      'The committee writes down a need or a call that is over, with who helped and when (补录). It stands CLOSED where the committee had it, for itself or for residents, and ANSWERED where a unit had it, whose word closes it. Each unit can strike its claim out with `giveUpClaim`.',
  })
  recordNeed(
    @Args('input', { description: 'What was needed, who helped, and what was done.' })
    input: RecordNeedInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.records.record(tx, input));
  }
}
