import { MenuActs, onDay } from '../../support/menu-acts.js';
import { OrderActs, type SeenOrder } from '../../support/order-acts.js';
import type { TestRegion } from '../../support/test-region.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { World } from '../../support/world.js';

/** Orders of the clinic in the southeast, as far on as a step asks for. */
export class OrderStage {
  private readonly acts: OrderActs;

  constructor(private readonly world: World) {
    this.acts = new OrderActs(world);
  }

  input(): object {
    return this.acts.input();
  }

  async placed(): Promise<Versioned> {
    return versionOf(await this.acts.placed('clinic'));
  }

  async named(): Promise<Versioned> {
    return versionOf(await this.acts.named('clinic', 'food-market'));
  }

  async accepted(): Promise<Versioned> {
    return versionOf(await this.acts.accepted('clinic', 'food-market'));
  }

  async served(): Promise<Versioned> {
    return versionOf(await this.acts.served('clinic', 'food-market'));
  }

  /** Not satisfied once, and closed then, answered with a dish that its server leads. */
  async closed(): Promise<string> {
    const served = await this.acts.served('clinic', 'fire-squadron');
    const again = await this.acts.act('clinic', 'reopenDishOrder', served);
    const named = await this.acts.act(this.acts.secretary, 'dispatchDishOrder', {
      ...again,
      unitId: this.world.unit('food-market'),
    });
    const accepted = await this.acts.act('food-market', 'acceptDishOrder', named);
    await this.link({ dishId: await this.dish(), orderId: accepted.id });
    await this.acts.act('food-market', 'serveDishOrder', accepted);
    return accepted.id;
  }

  /** A dish of who has accepted it, and the order. */
  async answerable(): Promise<{ dishId: string; orderId: string }> {
    const dishId = await this.dish();
    return { dishId, orderId: (await this.accepted()).id };
  }

  async answered(): Promise<{ dishId: string }> {
    const wish = await this.answerable();
    await this.link(wish);
    return { dishId: wish.dishId };
  }

  private async dish(): Promise<string> {
    return (await new MenuActs(this.world).draft('food-market', { dates: [onDay(18)] })).id;
  }

  private async link(wish: object): Promise<void> {
    const link = `mutation ($dishId: ID!, $orderId: ID!) { linkDishToOrder(dishId: $dishId, orderId: $orderId) { __typename } }`;
    await this.world.as('food-market').ask(link, wish);
  }
}

/** What others may not see of orders: accepted elsewhere, and put to a unit or declined in their own network. */
export async function hideOrders(world: World) {
  return {
    otherRegion: await acceptOne(world.other, 'southeast', 'zhoupu-no3-primary', 'bus-639'),
    riverside: await acceptOne(world, 'riverside', 'riverside-primary', 'riverside-property'),
    southeast: await acceptOne(world, 'southeast', 'savings-bank', 'developer'),
  };
}

async function acceptOne(region: TestRegion, network: string, orderer: string, server: string) {
  const acts = new OrderActs(region, network);
  const order = await acts.accepted(orderer, server);
  return { DishOrder: order.id, DishOrderRequest: requestOf(order) };
}

function requestOf({ requests: [request] }: SeenOrder): string {
  if (!request) throw new Error('Nobody was asked.');
  return request.id;
}
