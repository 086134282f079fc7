import { ClaimActs, type SeenClaim } from '../../support/claim-acts.js';
import { NeedActs } from '../../support/need-acts.js';
import type { TestRegion } from '../../support/test-region.js';
import type { World } from '../../support/world.js';
import type { NeedStage } from './need-stage.js';

const ADD = `mutation ($networkId: ID!, $name: String!) {
  addNeedCategory(networkId: $networkId, name: $name) { ... on NeedCategory { id version } } }`;
const RETIRE = `mutation ($id: ID!, $version: Int!) {
  retireNeedCategory(id: $id, version: $version) { ... on NeedCategory { id version } } }`;

type Versioned = Pick<SeenClaim, 'id' | 'version'>;

/** Claims of the market on needs of the clinic, as far on as a step asks for. */
export class ClaimStage {
  private readonly acts: ClaimActs;

  constructor(
    private readonly world: World,
    private readonly needs: NeedStage,
  ) {
    this.acts = new ClaimActs(world);
  }

  async asked(): Promise<Versioned> {
    return askMarket(this.acts, (await this.needs.taken()).id);
  }

  async accepted(): Promise<Versioned> {
    return versionOf(await this.acts.claim('food-market', (await this.needs.open()).id));
  }

  async filter(): Promise<object> {
    const { id: needId } = await this.needs.open();
    await this.acts.claim('food-market', needId);
    return { needId, networkId: this.world.network('southeast'), unitId: this.world.unit('food-market') };
  }

  async wish(): Promise<object> {
    const { id: needId } = await this.needs.taken();
    return { needId, unitIds: [this.world.unit('food-market')] };
  }

  async newCategory(name: string): Promise<Versioned> {
    const wish = { networkId: this.world.network('southeast'), name };
    return (await this.committee.ask<{ addNeedCategory: Versioned }>(ADD, wish)).addNeedCategory;
  }

  async retiredCategory(): Promise<Versioned> {
    const category = await this.newCategory('旧物');
    const retired = await this.committee.ask<{ retireNeedCategory: Versioned }>(RETIRE, category);
    return retired.retireNeedCategory;
  }

  private get committee() {
    return this.world.as('southeast-committee', { role: 'SECRETARY' });
  }
}

async function askMarket(acts: ClaimActs, needId: string): Promise<Versioned> {
  const claim = (await acts.askFor(needId, 'food-market')).get('food-market');
  if (!claim) throw new Error('The market was not asked.');
  return versionOf(claim);
}

function versionOf({ id, version }: Versioned): Versioned {
  return { id, version };
}

/** What others may not see of claims: of other regions and networks those that were accepted, of their own who was asked. */
export async function hideClaims(world: World) {
  const accept = async (region: TestRegion, network: string, owner: string, claimant: string) => {
    const need = await new NeedActs(region).open(owner, {}, network);
    return (await new ClaimActs(region).claim(claimant, need.id)).id;
  };
  const need = await new NeedActs(world).open('savings-bank');
  return {
    otherRegion: { Claim: await accept(world.other, 'southeast', 'clinic', 'zhoupu-no3-primary') },
    riverside: { Claim: await accept(world, 'riverside', 'riverside-property', 'riverside-primary') },
    southeast: { Claim: (await askMarket(new ClaimActs(world), need.id)).id },
  };
}
