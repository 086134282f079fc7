import type { TestRegion } from './test-region.js';
import type { Versioned } from './versioned.js';

const STEP = (name: string): string => `mutation ($id: ID!, $version: Int!) {
  ${name}(id: $id, version: $version) { __typename ... on Membership { id version state } } }`;
const INVITE = `mutation ($input: InviteUnitInput!) { inviteUnit(input: $input) { ... on Membership { id version } } }`;
const SEE = `query ($id: ID!) { node(id: $id) { ... on Membership { id version } } }`;

/** Lets units come to a network and go, over HTTP. */
export class MembershipActs {
  constructor(
    private readonly region: TestRegion,
    private readonly network = 'southeast',
  ) {}

  async step(name: 'suspendMembership' | 'resumeMembership' | 'removeMembership', unit: string) {
    const secretary = this.region.as(`${this.network}-committee`);
    const id = this.region.membership(unit, this.network);
    const { node } = await secretary.ask<{ node: Versioned }>(SEE, { id });
    await secretary.ask(STEP(name), node);
  }

  /** Invited and accepted; what it was before does not matter. */
  async join(unit: string, role: 'PARTNER' | 'GUEST' = 'PARTNER'): Promise<Versioned> {
    const input = { networkId: this.region.network(this.network), unitCode: unit, role };
    const secretary = this.region.as(`${this.network}-committee`);
    const { inviteUnit } = await secretary.ask<{ inviteUnit: Versioned }>(INVITE, { input });
    type Done = { acceptInvitation: Versioned };
    return (await this.region.as(unit).ask<Done>(STEP('acceptInvitation'), inviteUnit)).acceptInvitation;
  }

  async remove(membership: Versioned): Promise<void> {
    await this.region.as(`${this.network}-committee`).ask(STEP('removeMembership'), membership);
  }
}
