import { hidePhones, joinChat } from '#graphql';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In, IsNull, MoreThan } from 'typeorm';
import { DishDate } from '../dish/dish-date.entity.js';
import { Dish } from '../dish/dish.entity.js';
import { writeDates } from '../dish/write-dates.js';
import { SignUp } from '../sign-up/sign-up.entity.js';
import { SIGN_UP_ENDS } from '../sign-up/sign-up.words.js';
import { MenuNoticeKind, type MenuNotice } from './menu-notice.entity.js';
import { isMove } from './news.js';
import { MENU_NOTICE_CHAT as C } from './menu-notice.words.js';

/** What one would write to a unit in a chat. */
export async function writeNoticeChat(tx: TenantTransaction, notice: MenuNotice): Promise<string> {
  return hidePhones(joinChat(await linesOf(tx, notice)));
}

async function linesOf(tx: TenantTransaction, notice: MenuNotice): Promise<(string | null)[]> {
  const { kind, dishId, signUpId, dateIds, changes } = notice;
  const unit = (await tx.find(Unit, notice.unitId))?.name ?? C.aUnit;
  const dish = dishId === null ? null : await tx.find(Dish, dishId);
  const signUp = signUpId === null ? null : await tx.find(SignUp, signUpId);
  const about = { unit, title: notice.title ?? C.aDish };
  switch (kind) {
    case MenuNoticeKind.PROMOTED: {
      const spans = dish && (await writeDates(tx, { dishId: dish.id, cancelledAt: IsNull() }));
      return [C.promoted({ ...about, heads: signUp?.heads ?? 0 }), timeLine(spans)];
    }
    case MenuNoticeKind.SIGN_UP_ENDED: {
      const reason = signUp?.endReason ? SIGN_UP_ENDS[signUp.endReason] : C.noReason;
      return [C.ended({ ...about, reason }), dish?.reason ? C.why({ reason: dish.reason }) : null];
    }
    case MenuNoticeKind.DATES_CANCELLED:
    case MenuNoticeKind.DATES_RESTORED: {
      const line = kind === MenuNoticeKind.DATES_RESTORED ? C.restored : C.dates;
      const spans = await writeDates(tx, { id: In(dateIds) });
      return [line(about), timeLine(spans), await keptLine(tx, notice, dishId ? [dishId] : [])];
    }
    case MenuNoticeKind.RECORD_STRUCK_OUT:
      return [C.struckOut(about), dish?.reason ? C.why({ reason: dish.reason }) : null];
    case MenuNoticeKind.MENU_CHANGED: {
      const lines = changes.map(({ zh }, at) => C.change({ number: at + 1, what: zh }));
      const moved = changes.filter(isMove).map((change) => change.dishId);
      return [C.changed({ unit }), ...lines, await keptLine(tx, notice, moved)];
    }
  }
}

/** Whoever was told of another time or place may cancel until the last date begins. */
async function keptLine(
  tx: TenantTransaction,
  { regionId, toldAt }: MenuNotice,
  dishIds: readonly string[],
): Promise<string> {
  const ahead = { regionId, dishId: In([...dishIds]), cancelledAt: IsNull(), startsAt: MoreThan(toldAt) };
  return (await tx.manager.existsBy(DishDate, ahead)) ? C.keptUnlessCancelled : C.kept;
}

function timeLine(spans: string | null): string | null {
  return spans === null ? null : C.time({ spans });
}
