import { ApiError, expectVersion, found } from '#graphql';
import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { DishOrderContact } from './dish-order-contact.entity.js';
import { DishOrder } from './dish-order.entity.js';

export type DishOrderChange = Partial<Omit<DishOrder, 'regionId' | 'id' | 'version' | 'updatedAt'>>;

/** The way to orders that are about to change. Who reads whom to ring follows who has accepted. */
@Injectable()
export class DishOrderRepository {
  /** Locked as it is now; NOT_FOUND for what the actor does not see. */
  async take(tx: TenantTransaction, id: string): Promise<DishOrder> {
    const { networkId } = found(await tx.find(DishOrder, id));
    return found(await asCommittee(tx, networkId, () => tx.lock(DishOrder, id)));
  }

  /** The same for a step that was decided on one version. */
  async takeVersion(tx: TenantTransaction, id: string, version: number): Promise<DishOrder> {
    const order = await this.take(tx, id);
    expectVersion(order, version);
    return order;
  }

  /** The same for what is for its own unit alone to say; FORBIDDEN to everybody else. */
  async takeOwn(tx: TenantTransaction, id: string, version: number): Promise<DishOrder> {
    const { unitId } = found(await tx.find(DishOrder, id));
    if (unitId !== tx.actor.unitId) throw ApiError.forbidden();
    return this.takeVersion(tx, id, version);
  }

  /** The same for the committee of its network; FORBIDDEN to everybody else. */
  async takeConvened(tx: TenantTransaction, id: string, version: number): Promise<DishOrder> {
    const { networkId } = found(await tx.find(DishOrder, id));
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    return this.takeVersion(tx, id, version);
  }

  /** The word of its own unit is written with that unit’s rights, and everything else with the committee’s. */
  async change(tx: TenantTransaction, order: DishOrder, changes: DishOrderChange): Promise<DishOrder> {
    const write = (): Promise<DishOrder> => tx.update(DishOrder, order, { ...changes, updatedAt: tx.now });
    const isOwn = order.unitId === tx.actor.unitId;
    const changed = await (isOwn ? write() : asCommittee(tx, order.networkId, write));
    if (changed.serverUnitId !== order.serverUnitId) await this.showContact(tx, changed);
    return changed;
  }

  private async showContact(
    tx: TenantTransaction,
    { id, networkId, serverUnitId }: DishOrder,
  ): Promise<void> {
    await asCommittee(tx, networkId, async () => {
      const contact = found(await tx.find(DishOrderContact, id));
      await tx.change(DishOrderContact, contact, { readerUnitIds: serverUnitId ? [serverUnitId] : [] });
    });
  }
}
