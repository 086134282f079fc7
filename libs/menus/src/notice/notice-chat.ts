import { hidePhones, joinChat } from '#graphql';
import { Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { In, IsNull } from 'typeorm';
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
      return [C.dates(about), timeLine(await writeDates(tx, { id: In(dateIds) })), C.keptUnlessCancelled];
    case MenuNoticeKind.DATES_RESTORED:
      return [C.restored(about), timeLine(await writeDates(tx, { id: In(dateIds) })), C.keptUnlessCancelled];
    case MenuNoticeKind.MENU_CHANGED: {
      const lines = changes.map(({ zh }, at) => C.change({ number: at + 1, what: zh }));
      return [C.changed({ unit }), ...lines, changes.some(isMove) ? C.keptUnlessCancelled : C.kept];
    }
  }
}

function timeLine(spans: string | null): string | null {
  return spans === null ? null : C.time({ spans });
}
