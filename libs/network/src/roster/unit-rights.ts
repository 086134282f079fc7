import { DatabaseError } from '#database';
import { TenantTransaction } from '#tenancy';
import type { EntityManager } from 'typeorm';
import { Unit } from '../unit/unit.entity.js';

export interface ImportMoment {
  readonly regionId: string;
  readonly now: Date;
  readonly newId: () => string;
}

/**
 * Acts in the name of units within an import, with the rights of each and no more: what an operator brings passes the
 * policies that the unit itself would meet, and leaves audit lines.
 */
export class UnitRights {
  constructor(
    private readonly manager: EntityManager,
    private readonly moment: ImportMoment,
  ) {}

  /** Does the work as that unit; null when there is none. */
  async asUnit<T>(code: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T | null> {
    const { manager, moment } = this;
    const { regionId } = moment;
    const unit = await manager.findOneBy(Unit, { regionId, code });
    if (!unit) return null;
    await this.becomeApplication();
    const acting = { regionId, unitId: unit.id };
    const tx = await TenantTransaction.enterAsUnit(manager, acting, moment.now, moment.newId);
    const result = await work(tx);
    await tx.leaveTrail();
    await manager.query('SET LOCAL ROLE lianjian_operator');
    await manager.query('SELECT app.set_local($1, $2)', ['region_id', regionId]);
    return result;
  }

  private async becomeApplication(): Promise<void> {
    try {
      await this.manager.query('SET LOCAL ROLE lianjian_app');
    } catch (error) {
      throw new DatabaseError(
        'The owner may not act for units: run GRANT lianjian_app TO <the owner> as whoever made that role.',
        { cause: error },
      );
    }
  }
}
