import type { TestRegion } from './test-region.js';

const COUNT = 'quorumNeeded entitled present represented voting yes no abstained';
const FIELDS = `id state version text majority ballot agendaItem { id } meeting { id }
  consent { majority asked for against isGiven } count { ${COUNT} } votes { unit { code } castBy { code } choice }`;
const CREATE = `mutation ($meetingId: ID!, $input: CreateMotionInput!) {
  createMotion(meetingId: $meetingId, input: $input) { __typename ... on Motion { ${FIELDS} } ... on Refusal { message } }
}`;
const SEE = `query ($id: ID!) { motion(id: $id) { ${FIELDS} } }`;
const RECEIPT = `__typename ... on VoteReceipt { unit { code } castBy { code } } ... on BallotRefused { fault } ... on Refusal { message }`;
export const CAST_VOTE = `mutation ($motionId: ID!, $choice: Choice!, $forUnitId: ID) {
  castVote(motionId: $motionId, choice: $choice, forUnitId: $forUnitId) { ${RECEIPT} } }`;

export type ChoiceName = 'YES' | 'NO' | 'ABSTAIN';

export interface SeenMotion {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly text: string;
  readonly majority: string;
  readonly ballot: string;
  readonly agendaItem: { readonly id: string } | null;
  readonly meeting: { readonly id: string };
  readonly consent: { readonly asked: number; readonly for: number; readonly isGiven: boolean } | null;
  readonly count: Readonly<Record<string, number>> | null;
  readonly votes: readonly { unit: { code: string }; castBy: { code: string }; choice: string | null }[];
}

export type MotionOutcome = Partial<SeenMotion> & { readonly __typename: string; readonly message?: string };

export interface VoteOutcome {
  readonly __typename: string;
  readonly unit?: { readonly code: string };
  readonly castBy?: { readonly code: string };
  readonly fault?: string;
  readonly message?: string;
}

/** Steps of the committee on a motion, and what they take besides id and version. */
export const MOTION_STEPS = {
  updateMotion: 'input: UpdateMotionInput!',
  withdrawMotion: '',
  openVote: '',
  closeVote: 'tryOnly: Boolean',
} as const;
export type MotionStepName = keyof typeof MOTION_STEPS;

/** Puts motions of one meeting to the vote, over HTTP. */
export class MotionActs {
  constructor(
    private readonly region: TestRegion,
    readonly meeting: { readonly id: string },
    private readonly officer = 'southeast-officer',
  ) {}

  async draft(changes: object = {}): Promise<SeenMotion> {
    return granted('createMotion', await this.tryDraft(this.officer, changes));
  }

  tryDraft(account: string, changes: object = {}): Promise<MotionOutcome> {
    const input = { text: '小区停车方案', ...changes };
    return this.ask<MotionOutcome>(account, 'createMotion', CREATE, { meetingId: this.meeting.id, input });
  }

  async opened(changes: object = {}): Promise<SeenMotion> {
    return this.step('openVote', await this.draft(changes));
  }

  /** By the committee, expected to be granted. */
  async step(
    name: MotionStepName,
    motion: Pick<SeenMotion, 'id' | 'version'>,
    more: object = {},
  ): Promise<SeenMotion> {
    return granted(name, await this.tryStep(this.officer, name, motion, more));
  }

  tryStep(
    account: string,
    name: MotionStepName,
    { id, version }: Pick<SeenMotion, 'id' | 'version'>,
    more: object = {},
  ): Promise<MotionOutcome> {
    const own = MOTION_STEPS[name];
    const passed = own === '' ? '' : `, ${own.split(':')[0]}: $${own.split(':')[0]}`;
    const document = `mutation ($id: ID!, $version: Int!${own && `, $${own}`}) {
      ${name}(id: $id, version: $version${passed}) { __typename ... on Motion { ${FIELDS} } ... on Refusal { message } }
    }`;
    return this.ask(account, name, document, { id, version, input: { text: '停车方案二' }, ...more });
  }

  /** With a key, a repetition is told from another wish. */
  async vote(
    account: string,
    { id: motionId }: Pick<SeenMotion, 'id'>,
    choice: ChoiceName,
    { forUnit, key }: { forUnit?: string; key?: string } = {},
  ): Promise<VoteOutcome> {
    const variables = { motionId, choice, forUnitId: forUnit && this.region.unit(forUnit) };
    return this.ask(account, 'castVote', CAST_VOTE, variables, key ? { 'idempotency-key': key } : {});
  }

  async see(account: string, { id }: Pick<SeenMotion, 'id'>): Promise<SeenMotion | null> {
    return (await this.region.as(account).ask<{ motion: SeenMotion | null }>(SEE, { id })).motion;
  }

  private async ask<Outcome extends { readonly __typename: string }>(
    account: string,
    name: string,
    document: string,
    variables: object,
    headers: Record<string, string> = {},
  ): Promise<Outcome> {
    const client = this.region.actingAs(account);
    const { data, errors } = await client.tryAsk<Record<string, Outcome>>(document, variables, headers);
    const [problem] = errors ?? [];
    const message = problem?.extensions.fields?.[0]?.path ?? problem?.message ?? '';
    return data?.[name] ?? ({ __typename: problem?.extensions.code ?? '', message } as unknown as Outcome);
  }
}

function granted(name: string, outcome: MotionOutcome): SeenMotion {
  if (outcome.__typename !== 'Motion') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
  return outcome as SeenMotion;
}

/** The units of the network, which all may vote; the first one convenes it. */
export const VOTERS = [
  'southeast-committee',
  'zhoupu-no3-primary',
  'southeast-kindergarten',
  'bus-639',
  'food-market',
  'property-management',
  'clinic',
  'fire-squadron',
  'police-post',
  'computing-institute',
  'secondary-school',
  'developer',
  'party-school',
  'savings-bank',
] as const;
