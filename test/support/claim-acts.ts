import type { TestRegion } from './test-region.js';

const FIELDS = `id version way state reason askedAt acceptedAt arrivedAt finishedAt settledAt unit { code }`;
const OUTCOME = `__typename ... on Claim { ${FIELDS} } ... on Refusal { code message }
  ... on WrongState { currentState }`;

/** Steps in the life of a claim, and what they take besides id and version. */
const STEPS = {
  answerClaim: ['accept: Boolean!', 'reason: String'],
  withdrawClaim: [],
  giveUpClaim: ['reason: String!'],
  noteArrival: ['at: DateTime'],
  noteFinish: ['at: DateTime'],
} as const satisfies Record<string, readonly string[]>;
export type ClaimStepName = keyof typeof STEPS;

export interface SeenClaim {
  readonly id: string;
  readonly version: number;
  readonly way: string;
  readonly state: string;
  readonly reason: string | null;
  readonly askedAt: string | null;
  readonly acceptedAt: string | null;
  readonly arrivedAt: string | null;
  readonly finishedAt: string | null;
  readonly settledAt: string | null;
  readonly unit: { readonly code: string } | null;
}

/** What a step answers: the claim, or why not. */
export type ClaimOutcome = Partial<SeenClaim> & {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly currentState?: string;
  readonly claimedBy?: readonly { readonly code: string }[];
  readonly units?: readonly { readonly code: string }[];
};

export const CLAIM_NEED = `mutation ($needId: ID!, $onBehalfOf: ID) {
  claimNeed(needId: $needId, onBehalfOf: $onBehalfOf) {
    ${OUTCOME} ... on NoPlaceLeft { claimedBy { code } }
  }
}`;
const ASK = `mutation ($needId: ID!, $unitIds: [ID!]!) {
  askToClaim(needId: $needId, unitIds: $unitIds) {
    __typename ... on Refusal { code message } ... on AlreadyClaimed { units { code } }
    ... on WrongState { currentState } ... on Need { id }
  }
}`;
const CLAIMS = `query ($filter: ClaimFilter!) { claims(filter: $filter, first: 100) { edges { node { ${FIELDS} } } } }`;

export function claimStep(name: ClaimStepName): string {
  const declared = ['id: ID!', 'version: Int!', ...STEPS[name], 'onBehalfOf: ID'];
  // The committee's own step cannot be recorded on behalf of a unit.
  const own = name === 'withdrawClaim' ? declared.slice(0, -1) : declared;
  const passed = own.map((one) => one.slice(0, one.indexOf(':'))).map((one) => `${one}: $${one}`);
  return `mutation (${own.map((one) => `$${one}`).join(', ')}) { ${name}(${passed.join(', ')}) {
    ${OUTCOME} ${name === 'answerClaim' ? '... on NoPlaceLeft { claimedBy { code } }' : ''}
  } }`;
}

/** Claims needs as people would, over HTTP. */
export class ClaimActs {
  constructor(private readonly world: TestRegion) {}

  /** Whatever it answers; `onBehalfOf` names the unit for which a committee writes it down. */
  async tryClaim(account: string, needId: string, onBehalfOf?: string): Promise<ClaimOutcome> {
    const variables = { needId, ...(onBehalfOf && { onBehalfOf: this.world.unit(onBehalfOf) }) };
    const { claimNeed } = await this.as(account).ask<{ claimNeed: ClaimOutcome }>(CLAIM_NEED, variables);
    return claimNeed;
  }

  async claim(account: string, needId: string, onBehalfOf?: string): Promise<SeenClaim> {
    return granted('claimNeed', await this.tryClaim(account, needId, onBehalfOf));
  }

  async tryAskFor(needId: string, units: readonly string[], network = 'southeast'): Promise<ClaimOutcome> {
    const unitIds = units.map((unit) => this.world.unit(unit));
    const committee = this.as(`${network}-committee`);
    return (await committee.ask<{ askToClaim: ClaimOutcome }>(ASK, { needId, unitIds })).askToClaim;
  }

  /** Each of these units is asked; their claims by the code of the unit. */
  async askFor(needId: string, ...units: string[]): Promise<Map<string, SeenClaim>> {
    const outcome = await this.tryAskFor(needId, units);
    if (outcome.__typename !== 'Need') throw new Error(`askToClaim was refused: ${JSON.stringify(outcome)}`);
    const asked = await this.list('southeast-committee', { needId, states: ['ASKED'] });
    return new Map(asked.map((claim) => [claim.unit?.code ?? '', claim]));
  }

  /** A step that is expected to be granted. */
  async step(
    account: string,
    name: ClaimStepName,
    { id, version }: Pick<SeenClaim, 'id' | 'version'>,
    more: object = {},
  ): Promise<SeenClaim> {
    return granted(name, await this.tryStep(account, name, { id, version, ...more }));
  }

  async tryStep(account: string, name: ClaimStepName, variables: object): Promise<ClaimOutcome> {
    const answer = await this.as(account).ask<Record<ClaimStepName, ClaimOutcome>>(claimStep(name), {
      ...(name === 'giveUpClaim' && { reason: '车辆临时检修' }),
      ...variables,
    });
    return answer[name];
  }

  async list(account: string, filter: object): Promise<SeenClaim[]> {
    const { claims } = await this.as(account).ask<{ claims: { edges: { node: SeenClaim }[] } }>(CLAIMS, {
      filter,
    });
    return claims.edges.map(({ node }) => node);
  }

  as(account: string) {
    return account.endsWith('-committee')
      ? this.world.as(account, { role: 'SECRETARY' })
      : this.world.as(account);
  }
}

function granted(name: string, outcome: ClaimOutcome): SeenClaim {
  if (outcome.__typename !== 'Claim') throw new Error(`${name} was refused: ${JSON.stringify(outcome)}`);
  return outcome as SeenClaim;
}
