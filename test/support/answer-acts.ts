import type { SeenMeeting } from './meeting-acts.js';
import type { TestRegion } from './test-region.js';

const ANSWER = `mutation ($id: ID!, $input: AnswerMeetingInput!, $onBehalfOf: ID) {
  answerMeeting(id: $id, input: $input, onBehalfOf: $onBehalfOf) {
    __typename ... on MeetingAnswer { reply comers substitute onBehalf isCounted proxyUnit { code } }
    ... on Refusal { message } ... on ProxyRefused { obstacle }
  }
}`;
const SEE = `query ($id: ID!) { meeting(id: $id) { call {
  acceptedCount declinedCount tentativeCount proxyCount invitedUnits { code }
  answers { reply comers onBehalf unit { code } proxyUnit { code } }
} } }`;

export interface AnswerOutcome {
  readonly __typename: string;
  readonly reply?: string;
  readonly obstacle?: string;
  readonly message?: string;
  readonly onBehalf?: boolean;
  readonly proxyUnit?: { code: string } | null;
}

export interface SeenCall {
  readonly acceptedCount: number;
  readonly declinedCount: number;
  readonly tentativeCount: number;
  readonly proxyCount: number;
  readonly invitedUnits: readonly { code: string }[];
  readonly answers: readonly {
    readonly reply: string | null;
    readonly comers: readonly string[];
    readonly onBehalf: boolean;
    readonly unit: { code: string };
    readonly proxyUnit: { code: string } | null;
  }[];
}

/** Answers calls as units would, over HTTP. */
export class AnswerActs {
  constructor(
    private readonly region: TestRegion,
    readonly meeting: Pick<SeenMeeting, 'id'>,
  ) {}

  accept(account: string, more: object = {}): Promise<AnswerOutcome> {
    return this.answer(account, { reply: 'ACCEPTED', ...more });
  }

  /** It does not come; that unit votes for it. */
  give(account: string, to: string): Promise<AnswerOutcome> {
    return this.answer(account, { reply: 'DECLINED', proxyUnitId: this.region.unit(to) });
  }

  async answer(account: string, input: object, onBehalfOf: string | null = null): Promise<AnswerOutcome> {
    const variables = { id: this.meeting.id, input, onBehalfOf };
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

  async see(account: string): Promise<SeenCall> {
    type Seen = { meeting: { call: SeenCall } };
    return (await this.region.as(account).ask<Seen>(SEE, { id: this.meeting.id })).meeting.call;
  }
}
