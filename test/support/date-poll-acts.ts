import type { SeenMeeting } from './meeting-acts.js';
import type { TestRegion } from './test-region.js';

const SPAN = `id startsAt endsAt struckAt chosenAt choice yesCount ifNeedBeCount noCount unansweredCount
  guestYesCount guestIfNeedBeCount guestNoCount`;
const FIELDS = `id state version title zone until endedAt chatText meeting { id } askedUnits { code }
  spans { ${SPAN} shownAs day { day class provisional } clashes { title } venue { isFree isTaken offer { title } breaches { rule } nextFree { startsAt } } }
  best { id } chosenSpan { id }
  answers { unit { code } isCounted remark onBehalf yes { startsAt } ifNeedBe { startsAt } no { startsAt } unanswered { startsAt } }`;
const OUTCOME = `__typename ... on DatePoll { ${FIELDS} } ... on Refusal { message }`;
const ANSWER = `mutation ($id: ID!, $input: AnswerDatePollInput!, $onBehalfOf: ID) {
  answerDatePoll(id: $id, input: $input, onBehalfOf: $onBehalfOf) {
    __typename ... on Refusal { message }
    ... on DatePollAnswer { isCounted remark onBehalf yes { startsAt } ifNeedBe { startsAt } no { startsAt } unanswered { startsAt } }
  }
}`;
const SEE = `query ($id: ID!) { node(id: $id) { ... on DatePoll { ${FIELDS} } } }`;
const LIST = `{ datePolls { edges { node { id } } } }`;

type Times = readonly { readonly startsAt: string }[];

export interface SeenSpan {
  readonly id: string;
  readonly startsAt: string;
  readonly struckAt: string | null;
  readonly chosenAt: string | null;
  readonly choice: string | null;
  readonly yesCount: number;
  readonly ifNeedBeCount: number;
  readonly noCount: number;
  readonly unansweredCount: number;
  readonly guestYesCount: number;
  readonly guestIfNeedBeCount: number;
  readonly guestNoCount: number;
  readonly shownAs: string;
  readonly day: { readonly day: string; readonly class: string; readonly provisional: boolean };
  readonly clashes: readonly { readonly title: string }[];
  readonly venue: {
    readonly isFree: boolean;
    readonly isTaken: boolean;
    readonly breaches: readonly { readonly rule: string }[];
    readonly nextFree: { readonly startsAt: string } | null;
  } | null;
}

export interface SeenAnswer {
  readonly unit: { readonly code: string };
  readonly isCounted: boolean;
  readonly remark: string | null;
  readonly onBehalf: boolean;
  readonly yes: Times;
  readonly ifNeedBe: Times;
  readonly no: Times;
  readonly unanswered: Times;
}

export interface SeenPoll {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly title: string;
  readonly zone: string;
  readonly until: string;
  readonly chatText: string;
  readonly meeting: { readonly id: string } | null;
  readonly askedUnits: readonly { readonly code: string }[];
  readonly spans: readonly SeenSpan[];
  readonly best: readonly { readonly id: string }[];
  readonly chosenSpan: { readonly id: string } | null;
  readonly answers: readonly SeenAnswer[];
}

export type PollOutcome = Partial<SeenPoll> & { readonly __typename: string; readonly message?: string };
export type AnswerOutcome = Partial<SeenAnswer> & { readonly __typename: string; readonly message?: string };

/** Steps of the committee, and what they take besides id and version. */
export const POLL_STEPS = {
  openDatePoll: 'input: OpenDatePollInput!',
  updateDatePoll: 'input: UpdateDatePollInput!',
  addDatePollSpans: 'spans: [PollSpanInput!]!',
  strikeDatePollSpan: 'spanId: ID!',
  settleDatePoll: 'spanId: ID!',
  closeDatePoll: '',
} as const;
export type PollStepName = keyof typeof POLL_STEPS;

/** Two hours from 9:00 and from 14:00, Shanghai, on days of December 2026. */
export function pollSpan(day: number, hour = 14): { startsAt: string; endsAt: string } {
  const at = (of: number): string =>
    new Date(Date.UTC(2026, 11, day, of - 8)).toISOString().replace('.000', '');
  return { startsAt: at(hour), endsAt: at(hour + 2) };
}

/** Asks and answers when a meeting could be, over HTTP. */
export class DatePollActs {
  constructor(
    private readonly region: TestRegion,
    readonly officer = 'southeast-officer',
  ) {}

  input(changes: object = {}): object {
    const spans = [pollSpan(9), pollSpan(10), pollSpan(11)];
    return { spans, until: '2026-12-01T18:00:00+08:00', ...changes };
  }

  async open(meeting: Pick<SeenMeeting, 'id' | 'version'>, changes: object = {}): Promise<SeenPoll> {
    return this.step('openDatePoll', meeting, { input: this.input(changes) });
  }

  /** By the committee, expected to be granted. */
  async step(
    name: PollStepName,
    thing: { readonly id: string; readonly version: number },
    more: object = {},
  ): Promise<SeenPoll> {
    const outcome = await this.tryStep(this.officer, name, { ...more, ...versionOf(thing) });
    if (outcome.__typename !== 'DatePoll') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenPoll;
  }

  async tryStep(
    account: string,
    name: PollStepName,
    variables: object,
    isTried = false,
  ): Promise<PollOutcome> {
    const own = POLL_STEPS[name];
    const passed = own === '' ? '' : `, ${own.split(':')[0]}: $${own.split(':')[0]}`;
    const document = `mutation ($id: ID!, $version: Int!${own && `, $${own}`}) {
      ${name}(id: $id, version: $version${passed}${isTried ? ', tryOnly: true' : ''}) { ${OUTCOME} }
    }`;
    return this.ask(account, name, document, variables);
  }

  /** Choices by the places of spans. */
  async answer(
    account: string,
    poll: Pick<SeenPoll, 'id' | 'spans'>,
    choices: Readonly<Record<number, string>>,
    more: { remark?: string | null; onBehalfOf?: string } = {},
  ): Promise<AnswerOutcome> {
    const { onBehalfOf = null, ...rest } = more;
    const answers = Object.entries(choices).map(([at, choice]) => {
      return { spanId: poll.spans[Number(at)]?.id, choice };
    });
    const variables = { id: poll.id, input: { answers, ...rest }, onBehalfOf };
    return this.ask(account, 'answerDatePoll', ANSWER, variables);
  }

  async see(account: string, { id }: { readonly id: string }): Promise<SeenPoll | null> {
    return (await this.region.as(account).ask<{ node: SeenPoll | null }>(SEE, { id })).node;
  }

  /** What must be there. */
  async get(account: string, poll: { readonly id: string }): Promise<SeenPoll> {
    const seen = await this.see(account, poll);
    if (!seen) throw new Error(`${account} does not see the poll.`);
    return seen;
  }

  async list(account: string): Promise<string[]> {
    type Listed = { datePolls: { edges: { node: { id: string } }[] } };
    const { datePolls } = await this.region.as(account).ask<Listed>(LIST);
    return datePolls.edges.map(({ node }) => node.id);
  }

  private async ask<Outcome extends { readonly __typename: string }>(
    account: string,
    name: string,
    document: string,
    variables: object,
  ): Promise<Outcome> {
    const { data, errors } = await this.region
      .as(account)
      .tryAsk<Record<string, Outcome>>(document, variables);
    const [problem] = errors ?? [];
    const path = problem?.extensions.fields?.[0]?.path;
    const failed = { __typename: problem?.extensions.code ?? '', message: path ?? problem?.message };
    return data?.[name] ?? (failed as unknown as Outcome);
  }
}

function versionOf({ id, version }: { readonly id: string; readonly version: number }) {
  return { id, version };
}
