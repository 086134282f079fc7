import { ClaimActs } from '../../support/claim-acts.js';
import { NeedActs, type SeenNeed } from '../../support/need-acts.js';
import type { World } from '../../support/world.js';

type Versioned = Pick<SeenNeed, 'id' | 'version'>;

/** Needs of the clinic in the southeast, as far on as a step asks for; the market claims them. */
export class NeedStage {
  private readonly acts: NeedActs;

  constructor(private readonly world: World) {
    this.acts = new NeedActs(world);
  }

  category(network: string): Promise<string> {
    return this.acts.category(network);
  }

  async input(): Promise<object> {
    return {
      networkId: this.world.network('southeast'),
      categoryId: await this.category('southeast'),
      title: '活动需要一辆车',
      what: '接送老人去体检。',
    };
  }

  async draft(): Promise<Versioned> {
    return versionOf(await this.acts.draft('clinic', { contactName: '值班', contactPhone: '021-55550000' }));
  }

  async proposed(): Promise<Versioned> {
    return versionOf(await this.acts.step('clinic', 'proposeNeed', await this.draft()));
  }

  /** Urgent, and wanting what the fleet lends. */
  async called(): Promise<Versioned> {
    const urgent = { urgency: 'URGENT', kinds: ['VEHICLE'], facts: { seatsAtLeast: 5 } };
    return versionOf(await this.acts.step('clinic', 'proposeNeed', await this.acts.draft('clinic', urgent)));
  }

  /** The clinic had it, and the market helped. */
  async past(): Promise<object> {
    const [startsAt, endsAt] = ['2026-11-20T09:00:00+08:00', '2026-11-20T11:00:00+08:00'];
    const claims = [{ unitId: this.world.unit('food-market'), acceptedAt: startsAt }];
    const unitId = this.world.unit('clinic');
    return { ...(await this.input()), unitId, startsAt, endsAt, claims, answer: '接送完毕。' };
  }

  async taken(): Promise<Versioned> {
    return versionOf(await this.acts.step('southeast-committee', 'takeNeed', await this.proposed()));
  }

  async open(): Promise<Versioned> {
    return versionOf(await this.acts.step('southeast-committee', 'openNeed', await this.taken()));
  }

  async claimed(): Promise<Versioned> {
    const { id, version } = await this.open();
    await new ClaimActs(this.world).claim('food-market', id);
    return { id, version: version + 1 };
  }

  async begun(): Promise<Versioned> {
    return versionOf(await this.acts.step('food-market', 'beginNeed', await this.claimed()));
  }

  async answered(): Promise<Versioned> {
    return versionOf(await this.acts.step('food-market', 'answerNeed', await this.begun()));
  }
}

function versionOf({ id, version }: Versioned): Versioned {
  return { id, version };
}

/** What others may not see of needs: one that a network has taken, one that is only proposed, and a draft. */
export async function hideNeeds(world: World) {
  const [here, there] = [new NeedActs(world), new NeedActs(world.other)];
  const open = async (acts: NeedActs, account: string, network: string) =>
    (await acts.open(account, {}, network)).id;
  const proposed = await here.step('savings-bank', 'proposeNeed', await here.draft('savings-bank'));
  return {
    otherRegion: {
      Need: await open(there, 'clinic', 'southeast'),
      NeedCategory: await there.category('southeast'),
    },
    riverside: {
      Need: await open(here, 'riverside-property', 'riverside'),
      NeedCategory: await here.category('riverside'),
    },
    southeast: { Need: proposed.id },
    drafts: { Need: (await here.draft('savings-bank')).id },
  };
}
