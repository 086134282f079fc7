import type { SeenMeeting } from './meeting-acts.js';
import type { TestRegion } from './test-region.js';

const ANSWER = `mutation ($id: ID!, $round: Int!, $input: AnswerMeetingInput!, $onBehalfOf: ID) {
  answerMeeting(id: $id, round: $round, input: $input, onBehalfOf: $onBehalfOf) {
    __typename ... on MeetingAnswer { reply comers substitute remark onBehalf isCounted proxyUnit { code } droppedProxyOf { code } }
    ... on Refusal { message } ... on ProxyRefused { obstacle }
    ... on MeetingMoved { round startsAt endsAt }
  }
}`;
const ROUND = `query ($id: ID!) { meeting(id: $id) { round } }`;
const SEE = `query ($id: ID!) { meeting(id: $id) { call {
  acceptedCount declinedCount tentativeCount proxyCount invitedUnits { code }
  answers { reply comers remark isCounted onBehalf unit { code } proxyUnit { code } proxyLetGoAt droppedProxyOf { code } }
  reminderText
} } }`;

export interface AnswerOutcome {
  readonly __typename: string;
  readonly reply?: string;
  readonly obstacle?: string;
  readonly round?: number;
  readonly startsAt?: string;
  readonly message?: string;
  readonly onBehalf?: boolean;
  readonly isCounted?: boolean;
  readonly remark?: string | null;
  readonly proxyUnit?: { code: string } | null;
  readonly droppedProxyOf?: { code: string } | null;
}

export interface SeenCall {
  readonly acceptedCount: number;
  readonly declinedCount: number;
  readonly tentativeCount: number;
  readonly proxyCount: number;
  readonly invitedUnits: readonly { code: string }[];
  readonly reminderText: string | null;
  readonly answers: readonly {
    readonly reply: string | null;
    readonly comers: readonly string[];
    readonly remark: string | null;
    readonly isCounted: boolean;
    readonly onBehalf: boolean;
    readonly unit: { code: string };
    readonly proxyUnit: { code: string } | null;
    readonly proxyLetGoAt: string | null;
    readonly droppedProxyOf: { code: string } | null;
  }[];
}

/** Answers calls as units would, over HTTP. */
export class AnswerActs {
  constructor(
    private readonly region: TestRegion,
    readonly meeting: Pick<SeenMeeting, 'id'>,
    /** The one that was read; that of now when left out. */
    private readonly round: number | null = null,
  ) {}

  accept(account: string, more: object = {}): Promise<AnswerOutcome> {
    return this.answer(account, { reply: 'ACCEPTED', ...more });
  }

  /** It does not come; that unit votes for it. */
  give(account: string, to: string): Promise<AnswerOutcome> {
    return this.answer(account, { reply: 'DECLINED', proxyUnitId: this.region.unit(to) });
  }

  async answer(account: string, input: object, onBehalfOf: string | null = null): Promise<AnswerOutcome> {
    const round = this.round ?? (await this.readRound());
    const variables = { id: this.meeting.id, round, input, onBehalfOf };
    const { data, errors } = await this.region
      .as(account)
      .tryAsk<{ answerMeeting: AnswerOutcome }>(ANSWER, variables);
    if (data) return data.answerMeeting;
    const [problem] = errors ?? [];
    return {
      __typename: problem?.extensions.code ?? '',
      message: problem?.extensions.fields?.[0]?.path ?? problem?.message ?? '',
    };
  }

  private async readRound(): Promise<number> {
    const { id } = this.meeting;
    const committee = this.region.as('southeast-committee');
    const { meeting } = await committee.ask<{ meeting: { round: number } }>(ROUND, { id });
    return meeting.round;
  }

  async see(account: string): Promise<SeenCall> {
    type Seen = { meeting: { call: SeenCall } };
    return (await this.region.as(account).ask<Seen>(SEE, { id: this.meeting.id })).meeting.call;
  }
}
