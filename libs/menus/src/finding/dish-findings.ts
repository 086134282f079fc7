import { ApiError, expectState, expectVersion, found, refuseState } from '#graphql';
import { asCommittee, expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { expectLinks } from '../dish/dish.draft.js';
import { Dish, DishKind, DishState } from '../dish/dish.entity.js';
import { partOf } from '../dish/dish-readers.js';
import { speaksForDish } from '../dish/dish.policy.js';
import { DishRepository } from '../dish/dish.repository.js';
import { DISH_STATES } from '../dish/dish.words.js';
import { DOING_WORDS } from '../doing/doing.words.js';
import { DishFinding } from './dish-finding.entity.js';
import { DISH_FINDING_WORDS as W } from './dish-finding.words.js';

export type FindingSaid = Pick<DishFinding, 'text' | 'needId'>;

const MOST_FINDINGS = 50;

/** What surveys find, from their first date on, also after their menu is closed: writing up takes weeks. */
@Injectable()
export class DishFindings {
  constructor(private readonly dishes: DishRepository) {}

  async add(tx: TenantTransaction, dishId: string, said: FindingSaid): Promise<Dish> {
    const dish = await this.takeSurvey(tx, dishId, said.needId);
    const where = { regionId: tx.regionId, dishId };
    if ((await tx.manager.countBy(DishFinding, where)) >= MOST_FINDINGS) refuseState(dish, W.tooMany);
    const { unitId } = tx.actor;
    const drafted = { ...partOf(dish), ...said, id: tx.newId(), unitId, foundAt: tx.now, version: 1 };
    await asCommittee(tx, dish.networkId, () => tx.insert(DishFinding, drafted));
    return dish;
  }

  async update(tx: TenantTransaction, id: string, version: number, said: FindingSaid): Promise<Dish> {
    const { finding, dish } = await this.take(tx, id, version, said.needId);
    await asCommittee(tx, dish.networkId, () => tx.update(DishFinding, finding, said));
    return dish;
  }

  async remove(tx: TenantTransaction, id: string, version: number): Promise<Dish> {
    const { finding, dish } = await this.take(tx, id, version, null);
    await asCommittee(tx, dish.networkId, () => tx.remove(DishFinding, finding));
    return dish;
  }

  private async take(tx: TenantTransaction, id: string, version: number, needId: string | null) {
    const { dishId, networkId } = found(await tx.find(DishFinding, id));
    const dish = await this.takeSurvey(tx, dishId, needId);
    const finding = found(await asCommittee(tx, networkId, () => tx.lock(DishFinding, id)));
    expectVersion(finding, version);
    return { finding, dish };
  }

  /** By its lead, or the committee. */
  private async takeSurvey(tx: TenantTransaction, dishId: string, needId: string | null): Promise<Dish> {
    const seen = found(await tx.find(Dish, dishId));
    if (!speaksForDish(tx, seen)) throw ApiError.forbidden();
    await expectTakesPart(tx, [seen.networkId]);
    await expectLinks(tx, { needId }, seen.networkId);
    const dish = await this.dishes.take(tx, dishId);
    expectState(dish, [DishState.TAKEN], DISH_STATES);
    if (dish.publishedAt === null) refuseState(dish, DOING_WORDS.notPublished);
    if (dish.kind !== DishKind.TOPICAL_SURVEY) refuseState(dish, W.notASurvey);
    if (dish.startsAt > tx.now) refuseState(dish, W.notBegun);
    return dish;
  }
}
