import { MenuActs } from '../../support/menu-acts.js';
import { SignUpActs, type SeenSignUp } from '../../support/sign-up-acts.js';
import type { TestRegion } from '../../support/test-region.js';
import type { World } from '../../support/world.js';
import type { MenuStage } from './menu-stage.js';

/** Sign-ups of the food market, as far on as a step asks for; each for a dish of its own. */
export class SignUpStage {
  private readonly acts: SignUpActs;

  constructor(
    world: World,
    private readonly menus: MenuStage,
  ) {
    this.acts = new SignUpActs(world, new MenuActs(world));
  }

  async confirmed(): Promise<SeenSignUp & { readonly dishId: string }> {
    const dish = await this.menus.shown();
    return { ...(await this.acts.sign('food-market', dish, 2)), dishId: dish.id };
  }

  /** Let in from the waiting list, and told so. */
  async promoted(): Promise<void> {
    const dish = await this.menus.shown();
    await this.acts.change(dish, { quota: 2 });
    await letIn(this.acts, dish, 'developer', 'food-market');
  }
}

/** What others may not see of sign-ups: who signed up elsewhere, and of their own network for what others lead. */
export async function hideSignUps(world: World) {
  return {
    otherRegion: await hideOne(world.other, 'southeast', 'clinic', 'bus-639', 'zhoupu-no3-primary'),
    riverside: await hideOne(
      world,
      'riverside',
      'riverside-primary',
      'riverside-property',
      'riverside-primary',
    ),
    southeast: await hideOne(world, 'southeast', 'savings-bank', 'developer', 'food-market'),
  };
}

/** A notice, and the sign-up that it tells of. On the last menu that can be made, which nobody else touches. */
async function hideOne(region: TestRegion, network: string, lead: string, first: string, second: string) {
  const acts = new SignUpActs(region, new MenuActs(region, network, '2027-11-01'));
  const dates = [{ startsAt: '2027-11-10T09:00:00+08:00', endsAt: '2027-11-10T11:00:00+08:00' }];
  const dish = await acts.published({ quota: 2, dates }, lead);
  const { id } = await letIn(acts, dish, first, second);
  const [notice] = await acts.notices(second);
  if (!notice) throw new Error('Nobody was told.');
  return { SignUp: id, MenuNotice: notice.id };
}

async function letIn(acts: SignUpActs, dish: { readonly id: string }, first: string, second: string) {
  const before = await acts.sign(first, dish, 2);
  const waiting = await acts.sign(second, dish, 2);
  await acts.cancel(first, before);
  return waiting;
}
