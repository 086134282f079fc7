import { asCommittee } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { isSame } from '../dish/date-plan.js';
import { DishDate } from '../dish/dish-date.entity.js';
import type { Dish } from '../dish/dish.entity.js';
import { SignUp, SignUpState } from '../sign-up/sign-up.entity.js';
import type { MenuVersion } from '../version/menu-version.entity.js';
import type { PublishedDish } from '../version/published-dish.js';
import { MenuNotice, MenuNoticeKind } from './menu-notice.entity.js';
import { isMove, newsOf } from './news.js';

const LIVE = [SignUpState.CONFIRMED, SignUpState.WAITING];

const OF_DATES = [MenuNoticeKind.DATES_CANCELLED, MenuNoticeKind.DATES_RESTORED];

type NoticeDraft = Pick<MenuNotice, 'networkId' | 'unitId' | 'kind'> & Partial<MenuNotice>;

/** Tells units what becomes of what they signed up for. With the rights of the committee. */
@Injectable()
export class MenuNotices {
  /** They were let in from the waiting list. */
  async tellPromoted(tx: TenantTransaction, dish: Dish, promoted: readonly SignUp[]): Promise<void> {
    await this.tell(
      tx,
      promoted.map((signUp) => aboutSignUp(dish, signUp, MenuNoticeKind.PROMOTED)),
    );
  }

  /** They are no longer signed up, by no word of their own. */
  async tellEnded(tx: TenantTransaction, dish: Dish, ended: readonly SignUp[]): Promise<void> {
    await this.tell(
      tx,
      ended.map((signUp) => aboutSignUp(dish, signUp, MenuNoticeKind.SIGN_UP_ENDED)),
    );
  }

  /** Some dates of a dish will not be held. */
  async tellOfDates(tx: TenantTransaction, dish: Dish, dropped: readonly DishDate[]): Promise<void> {
    if (dropped.length === 0) return;
    const signUps = await listLive(tx, [dish.id]);
    const about = { dateIds: dropped.map(({ id }) => id), dishVersion: dish.version };
    await this.tell(
      tx,
      signUps.map((one) => ({ ...aboutSignUp(dish, one, MenuNoticeKind.DATES_CANCELLED), ...about })),
    );
  }

  /** What they were told would not be held is held after all: a date stands again at just that time. */
  async tellOfRestored(tx: TenantTransaction, dish: Dish): Promise<void> {
    const dates = await tx.manager.find(DishDate, {
      where: { regionId: tx.regionId, dishId: dish.id },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    const cancelled = dates.filter(({ cancelledAt }) => cancelledAt !== null);
    if (cancelled.length === 0) return;
    const about = { regionId: tx.regionId, dishId: dish.id, kind: In([...OF_DATES]) };
    const notices = await tx.manager.findBy(MenuNotice, about);
    const told: NoticeDraft[] = [];
    for (const signUp of await listLive(tx, [dish.id])) {
      const own = notices.filter(({ signUpId }) => signUpId === signUp.id);
      const known = new Set(own.flatMap(({ dateIds }) => dateIds));
      const missed = cancelled.filter(({ id }) => known.has(id));
      const restored = dates.filter(
        (date) => date.cancelledAt === null && !known.has(date.id) && missed.some((one) => isSame(one, date)),
      );
      const dateIds = restored.map(({ id }) => id);
      const what = { dateIds, dishVersion: dish.version };
      if (restored.length > 0) {
        told.push({ ...aboutSignUp(dish, signUp, MenuNoticeKind.DATES_RESTORED), ...what });
      }
    }
    await this.tell(tx, told);
  }

  /** Whether a unit was told, since it signed up, that time or place are others: then it may yet cancel. */
  async wasToldOfMove(
    tx: TenantTransaction,
    { unitId, dishId, networkId, signedAt }: SignUp,
  ): Promise<boolean> {
    const notices = await asCommittee(tx, networkId, () =>
      tx.manager.findBy(MenuNotice, {
        regionId: tx.regionId,
        unitId,
        networkId,
        kind: In([...OF_DATES, MenuNoticeKind.MENU_CHANGED]),
        toldAt: MoreThanOrEqual(signedAt),
      }),
    );
    return notices.some(
      (notice) =>
        notice.dishId === dishId || notice.changes.some((one) => one.dishId === dishId && isMove(one)),
    );
  }

  /** A later version changes dishes: each unit that is signed up for some of them is told of those, in one notice. */
  async tellOfVersion(
    tx: TenantTransaction,
    { id: menuVersionId, networkId, dishes, changes }: MenuVersion,
    before: readonly PublishedDish[],
  ): Promise<void> {
    const news = newsOf(changes, before, dishes);
    const signUps = await listLive(tx, [...new Set(news.map(({ dishId }) => dishId))]);
    const units = [...new Set(signUps.map(({ unitId }) => unitId))].toSorted();
    await this.tell(
      tx,
      units.map((unitId) => {
        const own = signUps.filter((signUp) => signUp.unitId === unitId).map(({ dishId }) => dishId);
        const changed = news.filter(({ dishId }) => own.includes(dishId));
        return { networkId, unitId, kind: MenuNoticeKind.MENU_CHANGED, menuVersionId, changes: changed };
      }),
    );
  }

  /** What the committee wrote down of them was not so. */
  async tellStruckOut(tx: TenantTransaction, dish: Dish, unitIds: readonly string[]): Promise<void> {
    const { id: dishId, networkId, title } = dish;
    const kind = MenuNoticeKind.RECORD_STRUCK_OUT;
    await asCommittee(tx, networkId, () =>
      this.tell(
        tx,
        unitIds.map((unitId) => ({ networkId, unitId, kind, dishId, title })),
      ),
    );
  }

  private async tell(tx: TenantTransaction, told: readonly NoticeDraft[]): Promise<void> {
    if (told.length === 0) return;
    await tx.insertAll(
      MenuNotice,
      told.map((one) => ({ ...OF_NOTHING, ...one, id: tx.newId(), toldAt: tx.now })),
    );
  }
}

const OF_NOTHING = {
  dishId: null,
  title: null,
  signUpId: null,
  dateIds: [] as string[],
  dishVersion: null,
  menuVersionId: null,
  changes: [],
};

function aboutSignUp({ title }: Dish, signUp: SignUp, kind: MenuNoticeKind): NoticeDraft {
  const { id: signUpId, networkId, unitId, dishId } = signUp;
  return { networkId, unitId, kind, dishId, title, signUpId };
}

function listLive(tx: TenantTransaction, dishIds: readonly string[]): Promise<SignUp[]> {
  return tx.manager.find(SignUp, {
    where: { regionId: tx.regionId, dishId: In([...dishIds]), state: In(LIVE) },
    order: { lineNumber: 'ASC', id: 'ASC' },
  });
}
