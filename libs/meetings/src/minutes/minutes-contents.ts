import type { TenantTransaction } from '#tenancy';
import { Action } from '../action/action.entity.js';
import { AgendaItem } from '../agenda/agenda-item.entity.js';
import type {
  MinutesContentsObject,
  MinutesMotionObject,
  WrittenTextObject,
} from './minutes-contents.object.js';
import { composeItems } from './compose-items.js';
import type { MinutesRecord, MotionRecord } from './minutes-record.js';
import type { MinutesText } from './minutes-text.js';

/** The record, with what was written beside each item. */
export async function contentsOf(
  tx: TenantTransaction,
  record: MinutesRecord,
  text: MinutesText,
): Promise<MinutesContentsObject> {
  const { location, startsAt, endsAt, attendance, reports, actions } = record;
  const { items: _, ...parts } = text;
  const { items, otherMotions } = composeItems(record, text);
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
      items.map(async ({ itemId, motions, ...item }) => ({
        ...item,
        agendaItem: await tx.find(AgendaItem, itemId),
        motions: motions.map(motionOf),
      })),
    ),
    otherMotions: otherMotions.map(motionOf),
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
