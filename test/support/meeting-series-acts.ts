import type { TestRegion } from './test-region.js';

const FIELDS = `id version title endedAt
  meetingsAhead { id version state title startsAt endsAt isProvisional call { location agendaDeadline } }`;
const CREATE = (isTried: boolean) => `mutation ($input: CreateMeetingSeriesInput!) {
  createMeetingSeries(input: $input${isTried ? ', tryOnly: true' : ''}) { ${FIELDS} } }`;
const STEP = `__typename ... on MeetingSeries { ${FIELDS} } ... on Refusal { message }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $input: UpdateMeetingSeriesInput!) {
  updateMeetingSeries(id: $id, version: $version, input: $input) { ${STEP} } }`;
const END = `mutation ($id: ID!, $version: Int!) { endMeetingSeries(id: $id, version: $version) { ${STEP} } }`;
const SEE = `query ($id: ID!) { node(id: $id) { ... on MeetingSeries { ${FIELDS} } } }`;

export interface SeenSeries {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly endedAt: string | null;
  readonly meetingsAhead: readonly {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly title: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly isProvisional: boolean;
  }[];
}

/** Series of a network, over HTTP. */
export class MeetingSeriesActs {
  constructor(
    private readonly region: TestRegion,
    private readonly network = 'southeast',
  ) {}

  /** The second Wednesday of the quarter’s first month, 14:00, moved to the next workday off a rest-day. */
  input(changes: object = {}): object {
    return {
      networkId: this.region.network(this.network),
      title: '季度联席会议',
      every: 'QUARTER',
      monthOfQuarter: 1,
      weekday: 3,
      nth: 2,
      at: '14:00',
      minutes: 120,
      ...changes,
    };
  }

  async create(changes: object = {}, isTried = false): Promise<SeenSeries> {
    const variables = { input: this.input(changes) };
    type Made = { createMeetingSeries: SeenSeries };
    const secretary = this.region.as(`${this.network}-committee`);
    return (await secretary.ask<Made>(CREATE(isTried), variables)).createMeetingSeries;
  }

  async update({ id, version }: SeenSeries, input: object): Promise<SeenSeries> {
    type Done = { updateMeetingSeries: SeenSeries };
    const secretary = this.region.as(`${this.network}-committee`);
    return (await secretary.ask<Done>(UPDATE, { id, version, input })).updateMeetingSeries;
  }

  async end({ id, version }: SeenSeries): Promise<SeenSeries & { message?: string }> {
    type Done = { endMeetingSeries: SeenSeries };
    const secretary = this.region.as(`${this.network}-committee`);
    return (await secretary.ask<Done>(END, { id, version })).endMeetingSeries;
  }

  async see(account: string, id: string): Promise<SeenSeries | null> {
    return (await this.region.as(account).ask<{ node: SeenSeries | null }>(SEE, { id })).node;
  }
}
