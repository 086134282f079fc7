import { DoingActs } from '../../support/doing-acts.js';
import type { TestRegion } from '../../support/test-region.js';
import type { World } from '../../support/world.js';
import { beginSoon } from './menu-stage.js';

const MINUTE = 60_000;
const FILE = `mutation ($dishId: ID!, $input: DishOutcomeInput!) {
  fileDishOutcome(dishId: $dishId, input: $input) { ... on DishOutcome { id version } } }`;
export const OUTCOME = { heads: 12, hours: '6.5', what: '义诊十二人' };

interface Filed {
  readonly id: string;
  readonly version: number;
}

/** Dishes of the clinic that are held, as far on as a step asks for; the clock of the walk moves on with each. */
export class DoingStage {
  private readonly acts: DoingActs;

  constructor(private readonly world: World) {
    this.acts = new DoingActs(world);
  }

  /** One can check in, and nobody has. */
  async open(): Promise<{ dishId: string; dateId: string }> {
    const { dish } = await beginSoon(this.world, 'southeast', 'clinic');
    this.world.clock.advance(40 * MINUTE);
    return { dishId: dish.id, dateId: dish.dates[0]?.id ?? '' };
  }

  async shown(): Promise<{ dateId: string; code: string }> {
    const { dateId } = await this.open();
    return { dateId, code: await this.acts.code(dateId) };
  }

  /** The food market has come, and it is over. */
  async attended(): Promise<{ dishId: string; dateId: string }> {
    const held = await this.open();
    await this.acts.note('clinic', held.dateId, 5, 'food-market');
    this.world.clock.advance(2 * 60 * MINUTE);
    return held;
  }

  /** With all that can be read of it. */
  async reviewed(): Promise<{ dishId: string }> {
    const { dishId } = await this.attended();
    await this.acts.act('food-market', 'reviewDish', { dishId, input: { mark: 5, comment: '很好' } });
    return { dishId };
  }

  async filed(): Promise<Filed> {
    const { dishId } = await this.attended();
    return fileOutcome(this.world, 'clinic', dishId);
  }
}

/** An outcome of a dish in the other network and in the other region. */
export async function hideOutcomes(world: World): Promise<{ otherRegion: string; riverside: string }> {
  const now = world.clock.now();
  const elsewhere = await beginSoon(world, 'southeast', 'clinic', world.other);
  const beside = await beginSoon(world, 'riverside', 'riverside-primary');
  world.clock.advance(3 * 60 * MINUTE);
  const [otherRegion, riverside] = [
    await fileOutcome(world.other, 'clinic', elsewhere.dish.id),
    await fileOutcome(world, 'riverside-primary', beside.dish.id),
  ];
  world.clock.set(now);
  return { otherRegion: otherRegion.id, riverside: riverside.id };
}

async function fileOutcome(region: TestRegion, account: string, dishId: string): Promise<Filed> {
  const variables = { dishId, input: OUTCOME };
  return (await region.actingAs(account).ask<{ fileDishOutcome: Filed }>(FILE, variables)).fileDishOutcome;
}
