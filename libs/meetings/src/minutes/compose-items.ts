import type { ItemRecord, MinutesRecord, MotionRecord } from './minutes-record.js';
import type { MinutesText } from './minutes-text.js';

/** An item of the agenda as minutes tell of it. */
export interface ComposedItem extends ItemRecord {
  /** Null where nothing was written beside it. */
  readonly text: string | null;
  readonly motions: readonly MotionRecord[];
}

/** What people wrote and what was voted on, each beside its item; last what belongs to none that is shown. */
export function composeItems(
  { items, motions }: Pick<MinutesRecord, 'items' | 'motions'>,
  text: Pick<MinutesText, 'items'>,
): { items: ComposedItem[]; otherMotions: MotionRecord[] } {
  const texts = new Map(text.items.map((written) => [written.itemId, written.text]));
  const shown = new Set(items.map(({ itemId }) => itemId));
  return {
    items: items.map((item) => ({
      ...item,
      text: texts.get(item.itemId) ?? null,
      motions: motions.filter(({ itemId }) => itemId === item.itemId),
    })),
    otherMotions: motions.filter(({ itemId }) => itemId === null || !shown.has(itemId)),
  };
}
