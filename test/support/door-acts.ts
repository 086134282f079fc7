import type { TestRegion } from './test-region.js';

const CODE = `query ($id: ID!) { meeting(id: $id) { call { checkInCode { code validUntil } } } }`;
const ENTRY = `__typename ... on AttendanceEntry { act at way names struckAt } ... on Refusal { message }`;
const CHECK_IN = `mutation ($meetingId: ID!, $code: String!, $names: [String!]) {
  checkIn(meetingId: $meetingId, code: $code, names: $names) { ${ENTRY} } }`;
const NOTE = `mutation ($meetingId: ID!, $input: NoteAttendanceInput!) {
  noteAttendance(meetingId: $meetingId, input: $input) { ${ENTRY} } }`;
const STRIKE = `mutation ($meetingId: ID!, $unitId: ID!, $at: DateTime!) {
  strikeAttendance(meetingId: $meetingId, unitId: $unitId, at: $at, reason: "看错了") { ${ENTRY} } }`;
const SHEET = `query ($id: ID!) { meeting(id: $id) { call { presentCount representedCount
  attendance { unit { code } isCounted arrivedAt lateMinutes leftEarlyAt isExcused names }
  attendanceEntries { unit { code } act struckAt } } } }`;
const PRESENCE = `query ($id: ID!, $at: DateTime) { meeting(id: $id) { call { presence(at: $at) {
  present { code } represented { unit { code } by { code } } countedUnits } } } }`;

export interface DoorOutcome {
  readonly __typename: string;
  readonly act?: string;
  readonly at?: string;
  readonly way?: string;
  readonly message?: string;
}

export interface SeenSheet {
  readonly presentCount: number;
  readonly representedCount: number;
  readonly attendance: readonly {
    readonly unit: { code: string };
    readonly isCounted: boolean;
    readonly arrivedAt: string | null;
    readonly lateMinutes: number;
    readonly leftEarlyAt: string | null;
    readonly isExcused: boolean;
    readonly names: readonly string[];
  }[];
  readonly attendanceEntries: readonly { unit: { code: string }; act: string; struckAt: string | null }[];
}

export interface SeenPresence {
  readonly present: readonly { code: string }[];
  readonly represented: readonly { unit: { code: string }; by: { code: string } }[];
  readonly countedUnits: number;
}

/** At the door of one meeting, over HTTP. */
export class DoorActs {
  constructor(
    private readonly region: TestRegion,
    private readonly meeting: { readonly id: string },
    private readonly officer = 'southeast-officer',
  ) {}

  /** As it is shown in the room now. */
  async code(account = this.officer): Promise<string> {
    type Shown = { meeting: { call: { checkInCode: { code: string } | null } } };
    const { meeting } = await this.region.as(account).ask<Shown>(CODE, this.meeting);
    return meeting.call.checkInCode?.code ?? '';
  }

  checkIn(account: string, code: string, names: string[] = []): Promise<DoorOutcome> {
    return this.ask(account, 'checkIn', CHECK_IN, { code, names });
  }

  note(unit: string, act: string, more: object = {}, account = this.officer): Promise<DoorOutcome> {
    const input = { unitId: this.region.unit(unit), act, ...more };
    return this.ask(account, 'noteAttendance', NOTE, { input });
  }

  strike(unit: string, at: string): Promise<DoorOutcome> {
    return this.ask(this.officer, 'strikeAttendance', STRIKE, { unitId: this.region.unit(unit), at });
  }

  async sheet(account = this.officer): Promise<SeenSheet> {
    type Seen = { meeting: { call: SeenSheet } };
    return (await this.region.as(account).ask<Seen>(SHEET, { id: this.meeting.id })).meeting.call;
  }

  async presence(at: string | null = null, account = this.officer): Promise<SeenPresence | null> {
    type Seen = { meeting: { call: { presence: SeenPresence | null } } };
    const variables = { id: this.meeting.id, at };
    return (await this.region.as(account).ask<Seen>(PRESENCE, variables)).meeting.call.presence;
  }

  private async ask(account: string, name: string, document: string, more: object): Promise<DoorOutcome> {
    const variables = { meetingId: this.meeting.id, ...more };
    const { data, errors } = await this.region
      .as(account)
      .tryAsk<Record<string, DoorOutcome>>(document, variables);
    const [problem] = errors ?? [];
    return (
      data?.[name] ?? {
        __typename: problem?.extensions.code ?? '',
        message: problem?.extensions.fields?.[0]?.path ?? '',
      }
    );
  }
}
