import type { Meeting } from './meeting.entity.js';
import type { CallChange, MeetingChange } from './meeting.repository.js';
import type { CreateMeetingInput, UpdateMeetingInput } from './meeting.inputs.js';

/** What is left out stays; null empties what may be empty, and leaves the rest. */
export function changesOf(input: UpdateMeetingInput): { values: MeetingChange; call: CallChange } {
  const { title, startsAt, endsAt, quorumRule, unitIds, about, agendaDeadline, expectedHeads } = input;
  return {
    values: withoutEmpty({ title, startsAt, endsAt }),
    call: {
      ...withoutEmpty({ quorumRule, invitedUnitIds: unitIds && [...new Set(unitIds)] }),
      ...withoutUnsaid({ about, agendaDeadline, expectedHeads }),
    },
  };
}

/** Sorted by who reads it. */
export function draftOf(input: CreateMeetingInput) {
  const { networkId, kind, title, startsAt, endsAt, quorumRule, unitIds } = input;
  const { location = null, about = null, agendaDeadline = null, expectedHeads = null } = input;
  return {
    values: { networkId, kind, title, startsAt, endsAt },
    call: {
      location,
      expectedHeads,
      about,
      agendaDeadline,
      quorumRule,
      invitedUnitIds: [...new Set(unitIds)],
    },
  };
}

export type MeetingDraft = ReturnType<typeof draftOf>;

/** The same with where it comes from. */
export interface SeriesDraft {
  readonly values: MeetingDraft['values'] &
    Pick<Meeting, 'seriesId' | 'originalDay' | 'isProvisional' | 'followsSeries'>;
  readonly call: MeetingDraft['call'];
}

function withoutUnsaid<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function withoutEmpty<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
}
