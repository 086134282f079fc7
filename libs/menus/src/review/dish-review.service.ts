import { expectState, found, refuseState } from '#graphql';
import { asCommittee, Post } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { DishCheckIn } from '../check-in/dish-check-in.entity.js';
import { DishState, type Dish } from '../dish/dish.entity.js';
import { speaksForLead } from '../dish/dish.policy.js';
import { DISH_STATES } from '../dish/dish.words.js';
import { DishDoing } from '../doing/dish-doing.js';
import { SignUp, SignUpState } from '../sign-up/sign-up.entity.js';
import { DishReviewer } from './dish-reviewer.entity.js';
import { DishReviews, type Opinion } from './dish-reviews.js';
import { REVIEW_WORDS } from './review.words.js';

type Reviewer = Pick<DishReviewer, 'unitId' | 'personId' | 'personName'>;

/** Reviews by those who have an account: one of each unit that was there, one of each representative. */
@Injectable()
export class DishReviewService {
  constructor(
    private readonly doing: DishDoing,
    private readonly reviews: DishReviews,
  ) {}

  /** From its start until its menu is closed; said anew, it takes the place of what was said before. */
  async review(tx: TenantTransaction, dishId: string, opinion: Opinion): Promise<DishReviewer> {
    const dish = await this.doing.take(tx, dishId);
    const { networkId } = dish;
    const isRepresentative = tx.actor.role === 'REPRESENTATIVE';
    expectState(dish, [DishState.TAKEN], DISH_STATES);
    if (!(await this.doing.hasOne(tx, dish, 'startsAt'))) refuseState(dish, REVIEW_WORDS.notBegun);
    if (speaksForLead(tx, dish)) refuseState(dish, REVIEW_WORDS.isLead);
    const reviewer = isRepresentative ? await personOf(tx) : unitOf(tx);
    const own = reviewer.unitId ? { unitId: reviewer.unitId } : { personId: found(reviewer.personId) };
    const known = await tx.manager.findOneBy(DishReviewer, { regionId: tx.regionId, dishId, ...own });
    if (known) {
      await this.reviews.change(tx, dish, known.id, opinion);
      const said = { ...opinion, reviewedAt: tx.now };
      return asCommittee(tx, networkId, () => tx.change(DishReviewer, known, said));
    }
    if (!isRepresentative && !(await wasThere(tx, dish))) refuseState(dish, REVIEW_WORDS.wasNotThere);
    const { id } = await this.reviews.add(tx, dish, opinion);
    const said = { ...reviewer, ...opinion, dishId, networkId, reviewedAt: tx.now };
    return asCommittee(tx, networkId, () => tx.insert(DishReviewer, { ...said, id }));
  }
}

function unitOf({ actor }: TenantTransaction): Reviewer {
  return { unitId: actor.unitId, personId: null, personName: null };
}

async function personOf(tx: TenantTransaction): Promise<Reviewer> {
  const { personId, personName } = found(await tx.find(Post, found(tx.actor.postId)));
  return { unitId: null, personId, personName };
}

/** Signed up and let in, or checked in: both are its own to read. */
async function wasThere(tx: TenantTransaction, { id: dishId }: Dish): Promise<boolean> {
  const own = { regionId: tx.regionId, dishId, unitId: tx.actor.unitId };
  if (await tx.manager.existsBy(DishCheckIn, { ...own, heads: MoreThan(0) })) return true;
  return tx.manager.existsBy(SignUp, { ...own, state: SignUpState.CONFIRMED });
}
