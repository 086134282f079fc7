import type { TenantTransaction } from '#tenancy';
import { Action } from '../action/action.entity.js';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import type {
  MinutesContentsObject,
  MinutesMotionObject,
  WrittenTextObject,
} from './minutes-contents.object.js';
import type { MinutesRecord, MotionRecord } from './minutes-record.js';
import type { MinutesText } from './minutes-text.js';

/** The record, with what was written beside each item. */
export async function contentsOf(
  tx: TenantTransaction,
  { location, startsAt, endsAt, attendance, reports, items, motions, actions }: MinutesRecord,
  { items: written, ...parts }: MinutesText,
): Promise<MinutesContentsObject> {
  const texts = new Map(written.map(({ itemId, text }) => [itemId, text]));
  const shown = new Set(items.map(({ itemId }) => itemId));
  return {
    ...parts,
    location,
    startsAt,
    endsAt,
    attendance,
    reports: await Promise.all(
      reports.map(async ({ actionId, ...report }) => ({
        ...report,
        action: await tx.find(Action, actionId),
      })),
    ),
    items: await Promise.all(
      items.map(async ({ itemId, ...item }) => ({
        ...item,
        agendaItem: await tx.find(AgendaItem, itemId),
        text: texts.get(itemId) ?? null,
        motions: motions.filter((motion) => motion.itemId === itemId).map(motionOf),
      })),
    ),
    otherMotions: motions.filter(({ itemId }) => itemId === null || !shown.has(itemId)).map(motionOf),
    actions,
  };
}

function motionOf({ turnout, tally, consent, itemId: _, ...motion }: MotionRecord): MinutesMotionObject {
  return {
    ...motion,
    ...turnout,
    ...tally,
    consentAsked: consent?.asked ?? null,
    consentFor: consent?.for ?? null,
    consentAgainst: consent?.against ?? null,
  };
}

export async function writtenTextOf(
  tx: TenantTransaction,
  { items, ...parts }: MinutesText,
): Promise<WrittenTextObject> {
  const texts = items.map(async ({ itemId, text }) => ({
    agendaItem: await tx.find(AgendaItem, itemId),
    text,
  }));
  return { ...parts, items: await Promise.all(texts) };
}
