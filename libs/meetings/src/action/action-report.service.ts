import { ApiError, expectState, found, refuseState } from '#graphql';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { readersOf } from '../meeting/meeting-readers.js';
import { MeetingState } from '../meeting/meeting.entity.js';
import { MeetingRepository } from '../meeting/meeting.repository.js';
import { MEETING_STATES } from '../meeting/meeting.words.js';
import { ActionReport } from './action-report.entity.js';
import { Action } from './action.entity.js';
import { ACTION_WORDS } from './action.words.js';
import { standsBeforeMeeting } from './open-actions.js';

/** What became of the actions that stood open before a meeting, as that meeting hears it. */
@Injectable()
export class ActionReportService {
  constructor(private readonly meetings: MeetingRepository) {}

  /** Until the minutes of that meeting are published; said again, the last words hold. */
  async report(
    tx: TenantTransaction,
    { meetingId, actionId, text }: { meetingId: string; actionId: string; text: string },
  ): Promise<ActionReport> {
    await this.meetings.getOwn(tx, meetingId);
    found(await tx.find(Action, actionId));
    const meeting = await this.meetings.take(tx, meetingId);
    // As it stands once the meeting is held, not when it was asked for.
    const { networkId, state } = found(await tx.find(Action, actionId));
    if (networkId !== meeting.networkId) throw ApiError.notFound();
    expectState(meeting, [MeetingState.IN_SESSION, MeetingState.CLOSED], MEETING_STATES);
    if (!(await standsBeforeMeeting(tx, { id: actionId }, meeting))) {
      refuseState(meeting, ACTION_WORDS.notStanding);
    }
    const said = { state, text, reportedAt: tx.now };
    const known = await tx.manager.findOneBy(ActionReport, { regionId: tx.regionId, meetingId, actionId });
    if (known) return tx.change(ActionReport, known, said);
    return tx.insert(ActionReport, {
      ...readersOf(meeting),
      ...said,
      id: tx.newId(),
      meetingId,
      networkId,
      actionId,
    });
  }
}
