import type { TestRegion } from './test-region.js';

const FIELDS = `id state version round startsAt endsAt
  call { location agendaDeadline cancelReason invitedUnits { code } moves { fromStartsAt toStartsAt reason } }`;
const CREATE = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { ${FIELDS} } }`;

export interface SeenMeeting {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly round: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly call: {
    readonly location: string | null;
    readonly agendaDeadline: string | null;
    readonly cancelReason: string | null;
    readonly invitedUnits: readonly { code: string }[];
    readonly moves: readonly { fromStartsAt: string; toStartsAt: string; reason: string }[];
  } | null;
}

/** What a step answers: the meeting, or why not. */
export type MeetingOutcome = Partial<SeenMeeting> & {
  readonly __typename: string;
  readonly message?: string;
};

/** Steps in the life of a meeting, and what they take besides id and version. */
export const MEETING_STEPS = {
  updateMeeting: 'input: UpdateMeetingInput!',
  callMeeting: '',
  moveMeeting: 'input: MoveMeetingInput!',
  cancelMeeting: 'reason: String!',
  beginMeeting: '',
  closeMeeting: '',
} as const;
export type MeetingStepName = keyof typeof MEETING_STEPS;

export function meetingStep(name: MeetingStepName, isTried = false): string {
  const own = MEETING_STEPS[name];
  const passed = own === '' ? '' : `, ${own.split(':')[0]}: $${own.split(':')[0]}`;
  return `mutation ($id: ID!, $version: Int!${own && `, $${own}`}) {
    ${name}(id: $id, version: $version${passed}${isTried ? ', tryOnly: true' : ''}) {
      __typename ... on Meeting { ${FIELDS} } ... on Refusal { message }
    }
  }`;
}

export const MEETING_SPAN = { startsAt: '2026-12-09T14:00:00+08:00', endsAt: '2026-12-09T16:00:00+08:00' };
export const MOVED_SPAN = { startsAt: '2026-12-10T09:00:00+08:00', endsAt: '2026-12-10T11:00:00+08:00' };

/** Drafts and moves meetings as the committee of a network would, over HTTP. */
export class MeetingActs {
  constructor(
    private readonly region: TestRegion,
    readonly network = 'southeast',
  ) {}

  get secretary(): string {
    return `${this.network}-committee`;
  }

  input(changes: object = {}): object {
    const networkId = this.region.network(this.network);
    return { networkId, kind: 'EXTRAORDINARY', title: '联席会议', ...MEETING_SPAN, ...changes };
  }

  /** Of these units alone. */
  working(units: readonly string[], changes: object = {}): object {
    const unitIds = units.map((code) => this.region.unit(code));
    return this.input({ kind: 'WORKING', title: '专题会', unitIds, ...changes });
  }

  async draft(changes: object = {}): Promise<SeenMeeting> {
    const input = this.input(changes);
    type Made = { createMeeting: SeenMeeting };
    return (await this.region.as(this.secretary).ask<Made>(CREATE, { input })).createMeeting;
  }

  async seen(id: string): Promise<SeenMeeting> {
    const document = `query ($id: ID!) { meeting(id: $id) { ${FIELDS} } }`;
    return (await this.region.as(this.secretary).ask<{ meeting: SeenMeeting }>(document, { id })).meeting;
  }

  async called(changes: object = {}): Promise<SeenMeeting> {
    return this.step('callMeeting', await this.draft(changes));
  }

  /** As it stands now, for the committee. */
  async see(id: string): Promise<SeenMeeting> {
    const query = `query ($id: ID!) { meeting(id: $id) { ${FIELDS} } }`;
    return (await this.region.as(this.secretary).ask<{ meeting: SeenMeeting }>(query, { id })).meeting;
  }

  /** A step that is expected to be granted. */
  async step(
    name: MeetingStepName,
    { id, version }: Pick<SeenMeeting, 'id' | 'version'>,
    more: object = {},
  ): Promise<SeenMeeting> {
    const outcome = await this.tryStep(this.secretary, name, { id, version, ...more });
    if (outcome.__typename !== 'Meeting') throw new Error(`${name} was refused: ${JSON.stringify(outcome)}`);
    return outcome as SeenMeeting;
  }

  async tryStep(account: string, name: MeetingStepName, variables: object): Promise<MeetingOutcome> {
    const given = { reason: '说明', input: { ...MOVED_SPAN, reason: '说明' }, ...variables };
    return (
      await this.region.as(account).ask<Record<MeetingStepName, MeetingOutcome>>(meetingStep(name), given)
    )[name];
  }
}
