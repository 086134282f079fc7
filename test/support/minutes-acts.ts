import { DoorActs } from './door-acts.js';
import { MeetingActs, type SeenMeeting } from './meeting-acts.js';
import type { TestRegion } from './test-region.js';

const CONFIRMATION = `unit { code } answer request onBehalf seenCorrections reply metByNumber`;
const MOTION = `text outcome isSecret quorumNeeded entitled present represented voting yes no abstained consentAsked objectionCount`;
const FIELDS = `id state version year number editedAt publishedAt confirmedCount correctionAskedCount
  contents { location startsAt endsAt chair recorder opening closing
    attendance { unitName isCounted standing names arrivedAt lateMinutes leftEarlyAt representedBy }
    items { title presenter text postponedBecause agendaItem { id } motions { ${MOTION} } }
    reports { what unitName dueOn state text action { id } }
    otherMotions { ${MOTION} } actions { what unitName dueOn } }
  versions { number editedBy text { chair opening items { text agendaItem { title } } } }
  corrections { number what why } confirmations { ${CONFIRMATION} } chatText`;
const DRAFT = `mutation ($meetingId: ID!) { draftMinutes(meetingId: $meetingId) {
  __typename ... on Minutes { ${FIELDS} } ... on Refusal { message } } }`;
const SEE = `query ($id: ID!) { meeting(id: $id) { state minutes { ${FIELDS} } } }`;

export interface SeenMinutes {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly year: number | null;
  readonly number: number | null;
  readonly confirmedCount: number;
  readonly correctionAskedCount: number;
  readonly contents: {
    readonly location: string | null;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly chair: string | null;
    readonly opening: string | null;
    readonly attendance: readonly {
      readonly unitName: string;
      readonly isCounted: boolean;
      readonly standing: string;
      readonly names: readonly string[];
      readonly lateMinutes: number;
      readonly leftEarlyAt: string | null;
      readonly representedBy: string | null;
    }[];
    readonly items: readonly {
      readonly title: string;
      readonly text: string | null;
      readonly postponedBecause: string | null;
      readonly agendaItem: { readonly id: string } | null;
      readonly motions: readonly SeenResult[];
    }[];
    readonly otherMotions: readonly SeenResult[];
    readonly reports: readonly { readonly text: string; readonly action: { readonly id: string } | null }[];
    readonly actions: readonly { readonly what: string; readonly unitName: string; readonly dueOn: string }[];
  };
  readonly versions: readonly { readonly number: number; readonly editedBy: string; readonly text: object }[];
  readonly corrections: readonly { readonly number: number; readonly what: string; readonly why: string }[];
  readonly confirmations: readonly SeenConfirmation[];
  readonly chatText: string | null;
}

export interface SeenResult {
  readonly text: string;
  readonly outcome: string;
  readonly yes: number;
  readonly objectionCount: number;
}

export interface SeenConfirmation {
  readonly unit: { readonly code: string };
  readonly answer: string | null;
  readonly request: string | null;
  readonly onBehalf: boolean;
  readonly seenCorrections: number;
  readonly reply: string | null;
  readonly metByNumber: number | null;
}

/** What a step answers: the minutes or a confirmation, or why not. */
export type MinutesOutcome = Partial<SeenMinutes & SeenConfirmation> & {
  readonly __typename: string;
  readonly message?: string;
};

/** Steps in the life of minutes: what they take besides the id, and what they give. */
export const MINUTES_STEPS = {
  editMinutes: ['version: Int!, input: EditMinutesInput!', 'Minutes'],
  publishMinutes: ['version: Int!', 'Minutes'],
  correctMinutes: ['version: Int!, input: CorrectMinutesInput!', 'Minutes'],
  confirmMinutes: ['version: Int!, onBehalfOf: ID', 'MinutesConfirmation'],
  askForCorrection: ['version: Int!, request: String!', 'MinutesConfirmation'],
  declineCorrection: ['unitId: ID!, reason: String!', 'MinutesConfirmation'],
} as const;
export type MinutesStepName = keyof typeof MINUTES_STEPS;

function documentOf(name: MinutesStepName, isTried: boolean): string {
  const [own, gives] = MINUTES_STEPS[name];
  const names = own.split(', ').map((one) => one.split(':')[0] ?? '');
  const declared = own.split(', ').map((one) => `$${one}`);
  const passed = ['id: $id', ...names.map((one) => `${one}: $${one}`), ...(isTried ? ['tryOnly: true'] : [])];
  return `mutation ($id: ID!, ${declared.join(', ')}) { ${name}(${passed.join(', ')}) {
    __typename ... on ${gives} { ${gives === 'Minutes' ? FIELDS : CONFIRMATION} } ... on Refusal { message } } }`;
}

/** Writes and confirms minutes as the committee and units would, over HTTP. */
export class MinutesActs {
  readonly meetings: MeetingActs;

  constructor(
    private readonly world: TestRegion,
    readonly network = 'southeast',
  ) {
    this.meetings = new MeetingActs(world, network);
  }

  /** A meeting in session. */
  async begun(changes: object = {}): Promise<SeenMeeting> {
    return this.meetings.step('beginMeeting', await this.meetings.called(changes));
  }

  /** The same with somebody in the room, over. */
  async closed(changes: object = {}, unit = 'clinic'): Promise<SeenMeeting> {
    const begun = await this.begun(changes);
    await new DoorActs(this.world, begun, this.meetings.secretary).note(unit, 'ARRIVED');
    return this.meetings.step('closeMeeting', begun);
  }

  async draft({ id: meetingId }: { readonly id: string }): Promise<SeenMinutes> {
    const outcome = await this.tryDraft(this.meetings.secretary, meetingId);
    if (outcome.__typename !== 'Minutes') throw new Error(`Refused: ${JSON.stringify(outcome)}`);
    return outcome as SeenMinutes;
  }

  async published(changes: object = {}, unit = 'clinic'): Promise<SeenMinutes> {
    return this.step('publishMinutes', await this.draft(await this.closed(changes, unit)));
  }

  tryDraft(account: string, meetingId: string): Promise<MinutesOutcome> {
    return this.ask(account, 'draftMinutes', DRAFT, { meetingId });
  }

  /** By the secretary, expected to be granted. */
  async step(
    name: MinutesStepName,
    minutes: Pick<SeenMinutes, 'id' | 'version'>,
    more: object = {},
  ): Promise<SeenMinutes> {
    const outcome = await this.tryStep(this.meetings.secretary, name, minutes, more);
    if (outcome.message !== undefined || !('__typename' in outcome) || /^[A-Z_]+$/.test(outcome.__typename))
      throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome as SeenMinutes;
  }

  tryStep(
    account: string,
    name: MinutesStepName,
    { id, version }: Pick<SeenMinutes, 'id' | 'version'>,
    more: object = {},
    isTried = false,
  ): Promise<MinutesOutcome> {
    const input =
      name === 'editMinutes' ? { opening: '会议听取了汇报。' } : { what: '实到 9 家', why: '漏记一家' };
    const given = {
      id,
      version,
      input,
      request: '少记一家',
      reason: '签到表如此',
      unitId: this.world.unit('clinic'),
      ...more,
    };
    return this.ask(account, name, documentOf(name, isTried), given);
  }

  async see(account: string, meetingId: string): Promise<SeenMinutes | null> {
    type Seen = { meeting: { minutes: SeenMinutes | null } | null };
    const { meeting } = await this.world.as(account).ask<Seen>(SEE, { id: meetingId });
    return meeting?.minutes ?? null;
  }

  private async ask(
    account: string,
    name: string,
    document: string,
    variables: object,
  ): Promise<MinutesOutcome> {
    const { data, errors } = await this.world
      .as(account)
      .tryAsk<Record<string, MinutesOutcome>>(document, variables);
    return data?.[name] ?? { __typename: errors?.[0]?.extensions.code ?? '' };
  }
}
