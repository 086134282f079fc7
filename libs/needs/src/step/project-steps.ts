import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Project } from '../project/project.entity.js';
import { ProjectStep } from './project-step.entity.js';

/** The rows of a locked project’s steps; they are kept with the rights of the committee, whoever of its units writes. */
@Injectable()
export class ProjectSteps {
  /** In their order. */
  list(tx: TenantTransaction, { id: projectId }: Pick<Project, 'id'>): Promise<ProjectStep[]> {
    return tx.manager.find(ProjectStep, {
      where: { regionId: tx.regionId, projectId },
      order: { place: 'ASC', id: 'ASC' },
    });
  }

  add(
    tx: TenantTransaction,
    { id: projectId, networkId }: Project,
    step: Pick<ProjectStep, 'unitId' | 'place' | 'title' | 'dueOn'>,
  ): Promise<ProjectStep> {
    const fresh = { doneAt: null, doneNote: null, version: 1 };
    return asCommittee(tx, networkId, () =>
      tx.insert(ProjectStep, { ...step, ...fresh, id: tx.newId(), projectId, networkId }),
    );
  }

  change(
    tx: TenantTransaction,
    step: ProjectStep,
    changes: Partial<Omit<ProjectStep, 'regionId' | 'id' | 'version'>>,
  ): Promise<ProjectStep> {
    return asCommittee(tx, step.networkId, () => tx.update(ProjectStep, step, changes));
  }

  remove(tx: TenantTransaction, step: ProjectStep): Promise<void> {
    return asCommittee(tx, step.networkId, () => tx.remove(ProjectStep, step));
  }

  /** Counts their places anew, in this order. */
  async arrange(tx: TenantTransaction, steps: readonly ProjectStep[]): Promise<void> {
    const [one] = steps;
    if (!one) return;
    const placeOf = new Map(steps.map(({ id }, index) => [id, index + 1]));
    const moved = steps.filter(({ id, place }) => place !== placeOf.get(id));
    await asCommittee(tx, one.networkId, () =>
      tx.changeAll(ProjectStep, moved, ({ id, place }) => ({ place: placeOf.get(id) ?? place })),
    );
  }

  /** What a unit had still to do falls to another. */
  async handOver(tx: TenantTransaction, { id, networkId }: Project, from: string, to: string): Promise<void> {
    await asCommittee(tx, networkId, async () => {
      const left = await tx.manager.find(ProjectStep, {
        where: { regionId: tx.regionId, projectId: id, unitId: from, doneAt: IsNull() },
        order: { id: 'ASC' },
      });
      await tx.updateAll(ProjectStep, left, () => ({ unitId: to }));
    });
  }
}
