import { ApiError, type FieldProblem, Refused } from '#graphql';
import { earliestRecordable, NotRecordable } from '#resources';
import { LONGEST_MS, opensAt } from '../meeting/meeting.policy.js';
import { MEETING_WORDS } from '../meeting/meeting.words.js';
import type { RecordedAttendanceInput, RecordMeetingInput } from './record-meeting.inputs.js';
import { MEETING_RECORD_WORDS } from './record.words.js';

/**
 * What is written down afterwards was held, and lately; units came to it and went while it was.
 * @throws Refused NOT_RECORDABLE for what is not over or too long ago, ApiError BAD_USER_INPUT for what cannot have been
 */
export function expectPast(now: Date, past: RecordMeetingInput): void {
  const problems = [...spanProblems(past), ...past.attendance.flatMap((one, at) => passing(past, one, at))];
  if (problems.length > 0) throw ApiError.badInput(problems);
  const earliest = earliestRecordable(now);
  if (past.startsAt < earliest || past.endsAt > now) throw new Refused(new NotRecordable(earliest, now));
}

function spanProblems({ startsAt, endsAt }: RecordMeetingInput): FieldProblem[] {
  const path = 'input.endsAt';
  if (endsAt <= startsAt) return [{ path, message: MEETING_WORDS.endsBeforeStart }];
  const isTooLong = endsAt.getTime() - startsAt.getTime() > LONGEST_MS;
  return isTooLong ? [{ path, message: MEETING_WORDS.tooLong }] : [];
}

function passing(
  past: RecordMeetingInput,
  { unitId, arrivedAt, leftAt }: RecordedAttendanceInput,
  index: number,
): FieldProblem[] {
  const path = (name: string): string => `input.attendance.${index}.${name}`;
  const { cameTwice, outsideMeeting, leftBeforeArrival } = MEETING_RECORD_WORDS;
  const isFirst = past.attendance.findIndex((one) => one.unitId === unitId) === index;
  const came = arrivedAt ?? past.startsAt;
  return [
    ...(isFirst ? [] : [{ path: path('unitId'), message: cameTwice }]),
    ...(came < opensAt(past) || came >= past.endsAt
      ? [{ path: path('arrivedAt'), message: outsideMeeting }]
      : []),
    ...(leftAt && leftAt > past.endsAt ? [{ path: path('leftAt'), message: outsideMeeting }] : []),
    ...(leftAt && leftAt <= came ? [{ path: path('leftAt'), message: leftBeforeArrival }] : []),
  ];
}
