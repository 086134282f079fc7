import type { ActingUnit, Tenancy, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { IdShape, IdsOf, Task } from './task.js';

/** Does one job in one transaction, as SYSTEM in the unit's name. A job may come twice: look before you act. */
export type JobHandler<Ids> = (tx: TenantTransaction, ids: Ids) => Promise<void>;

/** Does one job in transactions of its own, as work that must not hold one open: what is sent elsewhere. */
export type StepHandler<Ids> = (unit: ActingUnit, ids: Ids) => Promise<void>;

/** What recurs for the platform itself, outside any region. */
export interface Chore {
  readonly name: string;
  /** Five fields, in UTC. */
  readonly crontab: string;
  readonly work: () => Promise<void>;
}

type Work = (tenancy: Tenancy, payload: unknown) => Promise<void>;

/** Each library says how its jobs are done, so that the queue knows none of them. */
@Injectable()
export class JobHandlers {
  private readonly works = new Map<string, Work>();
  private readonly recurring: Chore[] = [];

  /** @throws Error when the name is taken */
  register<Shape extends IdShape>(task: Task<Shape>, handle: JobHandler<IdsOf<Shape>>): void {
    this.take(task.name, async (tenancy, payload) => {
      const { ids, ...unit } = task.parse(payload);
      await tenancy.writeAsUnit(unit, (tx) => handle(tx, ids));
    });
  }

  /** @throws Error when the name is taken */
  registerSteps<Shape extends IdShape>(task: Task<Shape>, handle: StepHandler<IdsOf<Shape>>): void {
    this.take(task.name, async (_tenancy, payload) => {
      const { ids, ...unit } = task.parse(payload);
      await handle(unit, ids);
    });
  }

  /** @throws Error when the name is taken */
  registerChore(chore: Chore): void {
    this.take(chore.name, () => chore.work());
    this.recurring.push(chore);
  }

  has(name: string): boolean {
    return this.works.has(name);
  }

  list(): ReadonlyMap<string, Work> {
    return this.works;
  }

  listChores(): readonly Chore[] {
    return this.recurring;
  }

  private take(name: string, work: Work): void {
    if (this.works.has(name)) throw new Error(`Two handlers are registered for jobs "${name}".`);
    this.works.set(name, work);
  }
}
