import { MS_PER_DAY } from '#calendar';
import { ApiError, DateTimeScalar, IdOf } from '#graphql';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ScheduleKind } from '../kind/schedule-kind.enum.js';
import { ScheduleState } from '../kind/schedule-state.enum.js';
import { SCHEDULE_WORDS } from '../schedule.words.js';
import type { ScheduleWish } from './schedule.js';

const MOST_DAYS = 400;

/** Which part of a schedule. */
@ArgsType()
export class ScheduleArgs {
  @Field(() => DateTimeScalar, { description: 'What ends after this instant, or is due at it.' })
  from!: Date;

  @Field(() => DateTimeScalar, {
    description: `What begins, or is due, before this instant; at most ${MOST_DAYS} days after \`from\`.`,
  })
  to!: Date;

  @Field(() => [ScheduleKind], { nullable: true, description: 'Only these kinds; all unless given.' })
  kinds?: ScheduleKind[] | null;

  @Field(() => [ScheduleState], {
    nullable: true,
    description: 'Only in these states; in all unless given, cancelled things among them.',
  })
  states?: ScheduleState[] | null;

  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Only of this network.' })
  networkId?: string | null;

  /** @throws ApiError BAD_USER_INPUT for a span that is none, or too long */
  wish(): ScheduleWish {
    const { from, to, kinds, states, networkId } = this;
    const length = to.getTime() - from.getTime();
    if (length <= 0) throw ApiError.badInput([{ path: 'to', message: SCHEDULE_WORDS.toAfterFrom }]);
    if (length > MOST_DAYS * MS_PER_DAY)
      throw ApiError.badInput([{ path: 'to', message: SCHEDULE_WORDS.spanTooLong({ most: MOST_DAYS }) }]);
    return { from, to, kinds: kinds ?? null, states: states ?? null, networkId: networkId ?? null };
  }
}
