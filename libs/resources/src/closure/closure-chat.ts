import { writeChineseSpan } from '#calendar';
import { hidePhones, joinChat } from '#graphql';
import { timeZoneOf, Unit } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Offer } from '../offer/offer.entity.js';
import type { OfferClosure } from './closure.entity.js';
import { CLOSURE_CHAT } from './closure.words.js';

/** What one would write into the group chat about a closure, in plain Chinese: no names, no phones. */
export async function writeClosureChat(tx: TenantTransaction, closure: OfferClosure): Promise<string> {
  const unit = await tx.find(Unit, closure.unitId);
  const offer = await tx.find<Offer>(Offer, closure.offerId);
  return joinChat([
    CLOSURE_CHAT.headline({
      owner: unit?.name ?? CLOSURE_CHAT.aUnit,
      offer: hidePhones(offer?.title ?? ''),
    }),
    CLOSURE_CHAT.time({ span: writeChineseSpan(closure, await timeZoneOf(tx)) }),
    CLOSURE_CHAT.reason({ reason: hidePhones(closure.reason) }),
  ]);
}
