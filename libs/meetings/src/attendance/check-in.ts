import { ApiError, Refused, type TenantContext } from '#graphql';
import { AttemptLimit, TooManyAttempts } from '#network';
import { Injectable } from '@nestjs/common';
import type { AttendanceEntry } from './attendance-entry.entity.js';
import type { CheckInArgs } from './attendance.inputs.js';
import { AttendanceService } from './attendance.service.js';

/** Keeps codes from being guessed: tries are counted before they are made, and stay counted when they fail. */
@Injectable()
export class CheckIn {
  constructor(
    private readonly limit: AttemptLimit,
    private readonly attendance: AttendanceService,
  ) {}

  async attempt(context: TenantContext, { meetingId, code, names }: CheckInArgs): Promise<AttendanceEntry> {
    const claims = await context.authenticate();
    if (!claims) throw ApiError.forbidden();
    const subject = `${claims.postId} ${meetingId}`;
    if (!(await this.limit.admit('checkIn', subject))) throw new Refused(new TooManyAttempts());
    const entry = await context.write((tx) => this.attendance.checkIn(tx, meetingId, code, names));
    await this.limit.forgive('checkIn', subject);
    return entry;
  }
}
