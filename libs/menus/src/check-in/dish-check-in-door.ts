import { ApiError, Refused, type TenantContext } from '#graphql';
import { AttemptLimit, TooManyAttempts } from '#network';
import { Injectable } from '@nestjs/common';
import type { DishCheckIn } from './dish-check-in.entity.js';
import type { CheckInAtDishArgs } from './dish-check-in.inputs.js';
import { DishCheckInService } from './dish-check-in.service.js';

/** Keeps codes from being guessed: tries are counted before they are made, and stay counted when they fail. */
@Injectable()
export class DishCheckInDoor {
  constructor(
    private readonly limit: AttemptLimit,
    private readonly checkIns: DishCheckInService,
  ) {}

  async attempt(context: TenantContext, { dateId, code, heads }: CheckInAtDishArgs): Promise<DishCheckIn> {
    const claims = await context.authenticate();
    if (!claims) throw ApiError.forbidden();
    const subject = `${claims.postId} ${dateId}`;
    if (!(await this.limit.admit('checkIn', subject))) throw new Refused(new TooManyAttempts());
    const entry = await context.write((tx) => this.checkIns.checkIn(tx, dateId, code, heads));
    await this.limit.forgive('checkIn', subject);
    return entry;
  }
}
