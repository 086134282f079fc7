import type { TenantContext } from '#graphql';
import type { TenantRow } from '#tenancy';
import DataLoader from 'dataloader';
import { In, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import { Network } from '../network/network.entity.js';
import { Unit } from './unit.entity.js';

/** Units and networks that entries of one request name, each read once; null for what the asking post does not see. */
export class Parties {
  private readonly units: DataLoader<string, Unit | null>;
  private readonly networks: DataLoader<string, Network | null>;

  constructor(context: Pick<TenantContext, 'read'>) {
    this.units = loaderOf(context, Unit);
    this.networks = loaderOf(context, Network);
  }

  findUnit(id: string): Promise<Unit | null> {
    return this.units.load(id);
  }

  findNetwork(id: string): Promise<Network | null> {
    return this.networks.load(id);
  }
}

function loaderOf<Held extends TenantRow>(
  context: Pick<TenantContext, 'read'>,
  entity: EntityTarget<Held>,
): DataLoader<string, Held | null> {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await context.read((tx) => {
      const where = { regionId: tx.regionId, id: In([...ids]) } as unknown as FindOptionsWhere<Held>;
      return tx.manager.findBy(entity, where);
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
