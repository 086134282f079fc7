import type { TestRegion } from './test-region.js';

const FIELDS = `id version state what dueOn overdue isUnitGone reason unit { code } meeting { id } agendaItem { id } motion { id }`;
const CREATE = `mutation ($meetingId: ID!, $input: CreateActionInput!) {
  createAction(meetingId: $meetingId, input: $input) { __typename ... on Action { ${FIELDS} } ... on Refusal { message } } }`;
const NOTE = `mutation ($actionId: ID!, $text: String!) {
  noteActionProgress(actionId: $actionId, text: $text) { __typename ... on Action { ${FIELDS} } ... on Refusal { message } } }`;
const REPORT = `mutation ($meetingId: ID!, $actionId: ID!, $text: String!) {
  reportOnAction(meetingId: $meetingId, actionId: $actionId, text: $text) {
    __typename ... on ActionReport { state text action { id } } ... on Refusal { message } } }`;
const SEE = `query ($id: ID!) { action(id: $id) { ${FIELDS} chatText files { name }
  notes(first: 50) { edges { node { step state text unit { code } fromUnit { code } fromDueOn } } }
  reports { state text meeting { id } } auditLines { edges { node { act unit { code } } } } } }`;
const MEETING = `query ($id: ID!) { meeting(id: $id) { call {
  actions { id } openActions { id overdue } actionReports { state text action { id } } } } }`;

export interface SeenAction {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly what: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly isUnitGone: boolean;
  readonly reason: string | null;
  readonly unit: { readonly code: string };
  readonly meeting: { readonly id: string } | null;
  readonly agendaItem: { readonly id: string } | null;
  readonly motion: { readonly id: string } | null;
}

export interface SeenNote {
  readonly step: string;
  readonly state: string;
  readonly text: string | null;
  readonly unit: { readonly code: string };
  readonly fromUnit: { readonly code: string } | null;
  readonly fromDueOn: string | null;
}

export interface WholeAction extends SeenAction {
  readonly chatText: string;
  readonly files: readonly { name: string }[];
  readonly notes: { readonly edges: readonly { node: SeenNote }[] };
  readonly reports: readonly { state: string; text: string; meeting: { id: string } | null }[];
  readonly auditLines: { readonly edges: readonly { node: { act: string; unit: { code: string } } }[] };
}

export interface ActionsOfMeeting {
  readonly actions: readonly { id: string }[];
  readonly openActions: readonly { id: string; overdue: boolean }[];
  readonly actionReports: readonly { state: string; text: string; action: { id: string } | null }[];
}

export type ActionOutcome = Partial<SeenAction> & { readonly __typename: string; readonly message?: string };

/** Steps of an action, and what they take besides id and version. */
export const ACTION_STEPS = {
  updateAction: '$input: UpdateActionInput!',
  reassignAction: '$unitId: ID!, $reason: String!',
  postponeAction: '$dueOn: Date!, $reason: String!',
  dropAction: '$reason: String!',
  reopenAction: '$reason: String!',
  finishAction: '$text: String',
} as const;
export type ActionStepName = keyof typeof ACTION_STEPS;

/** Decides and does what meetings of a network decide, over HTTP. */
export class ActionActs {
  constructor(
    private readonly region: TestRegion,
    private readonly officer = 'southeast-officer',
  ) {}

  input(changes: object = {}): object {
    return { what: '菜场门口划线停车', unitId: this.region.unit('clinic'), dueOn: '2026-12-31', ...changes };
  }

  async create(meeting: { readonly id: string }, changes: object = {}): Promise<SeenAction> {
    return this.expect(await this.tryCreate(this.officer, meeting, changes));
  }

  tryCreate(account: string, { id }: { readonly id: string }, changes: object = {}): Promise<ActionOutcome> {
    const variables = { meetingId: id, input: this.input(changes) };
    return this.ask(account, 'createAction', CREATE, variables);
  }

  async note(account: string, { id }: Pick<SeenAction, 'id'>, text = '已联系施工队'): Promise<SeenAction> {
    return this.expect(await this.tryNote(account, { id }, text));
  }

  tryNote(account: string, { id }: Pick<SeenAction, 'id'>, text = '已联系施工队'): Promise<ActionOutcome> {
    return this.ask(account, 'noteActionProgress', NOTE, { actionId: id, text });
  }

  /** By the committee unless told otherwise, expected to be granted. */
  async step(
    name: ActionStepName,
    action: Pick<SeenAction, 'id' | 'version'>,
    more: object = {},
    account = this.officer,
  ): Promise<SeenAction> {
    return this.expect(await this.tryStep(account, name, action, more));
  }

  tryStep(
    account: string,
    name: ActionStepName,
    { id, version }: Pick<SeenAction, 'id' | 'version'>,
    more: object = {},
  ): Promise<ActionOutcome> {
    const own = ACTION_STEPS[name];
    const passed = [...own.matchAll(/\$(\w+)/g)].map(([, word]) => `${word}: $${word}`).join(', ');
    const document = `mutation ($id: ID!, $version: Int!, ${own}) {
      ${name}(id: $id, version: $version, ${passed}) { __typename ... on Action { ${FIELDS} } ... on Refusal { message } } }`;
    return this.ask(account, name, document, {
      id,
      version,
      reason: '说明',
      unitId: this.region.unit('developer'),
      dueOn: '2027-01-15',
      input: { what: '菜场门口重新划线' },
      ...more,
    });
  }

  report(
    account: string,
    meeting: { readonly id: string },
    action: { readonly id: string },
    text = '已完成一半',
  ): Promise<ActionOutcome & { readonly text?: string }> {
    return this.ask(account, 'reportOnAction', REPORT, { meetingId: meeting.id, actionId: action.id, text });
  }

  async see(account: string, { id }: Pick<SeenAction, 'id'>): Promise<WholeAction | null> {
    return (await this.region.as(account).ask<{ action: WholeAction | null }>(SEE, { id })).action;
  }

  async ofMeeting(account: string, { id }: { readonly id: string }): Promise<ActionsOfMeeting> {
    type Seen = { meeting: { call: ActionsOfMeeting } };
    return (await this.region.as(account).ask<Seen>(MEETING, { id })).meeting.call;
  }

  private expect(outcome: ActionOutcome): SeenAction {
    if (outcome.__typename !== 'Action') throw new Error(`Refused: ${JSON.stringify(outcome)}`);
    return outcome as SeenAction;
  }

  private async ask(
    account: string,
    name: string,
    document: string,
    variables: object,
  ): Promise<ActionOutcome> {
    const { data, errors } = await this.region
      .as(account)
      .tryAsk<Record<string, ActionOutcome>>(document, variables);
    const [problem] = errors ?? [];
    const path = problem?.extensions.fields?.[0]?.path;
    return data?.[name] ?? { __typename: [problem?.extensions.code, path].filter(Boolean).join(' ') };
  }
}
