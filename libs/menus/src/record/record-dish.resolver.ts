import { Allow, CanBeTried, OnBehalf, resultUnion, TenantContext, WrongState } from '#graphql';
import { NotRecordable } from '#resources';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { DishObject } from '../dish/dish.object.js';
import { DishClash } from './dish-clash.refusal.js';
import { DishRecord } from './dish-record.js';
import { RecordDishInput } from './record-dish.inputs.js';

const RecordDishResult = resultUnion('RecordDishResult', [DishObject, DishClash, NotRecordable, WrongState]);

@Resolver(() => DishObject)
export class RecordDishResolver {
  constructor(private readonly records: DishRecord) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @OnBehalf()
  @CanBeTried()
  @Mutation(() => RecordDishResult, {
    description:
      'Writes down an activity that your unit led within the last 90 days and that stood on no menu (补录). What the committee writes down, also on behalf of the unit that led it, is published at once; what a unit does is PROPOSED, and published when the committee takes it. It counts for the rhythm of its month; nobody signs up for it, nothing is booked for it, it answers no order and no version of the menu tells of it. Who came, what came of it, findings and reviews follow as of any other. DishClash when its lead or its place had a published dish at that time, WrongState when the menu of that month is closed.',
  })
  recordDish(
    @Args('input', { description: 'What was held, when, where and with whom.' }) input: RecordDishInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.records.record(tx, input));
  }
}
