/** What was written about one item of the agenda. */
export interface ItemText {
  readonly itemId: string;
  readonly text: string;
}

/** What people write in minutes, by part; attendance, results and actions stand in the record. */
export interface MinutesText {
  readonly chair: string | null;
  readonly recorder: string | null;
  readonly opening: string | null;
  readonly closing: string | null;
  readonly items: readonly ItemText[];
}

export const NOTHING_WRITTEN: MinutesText = {
  chair: null,
  recorder: null,
  opening: null,
  closing: null,
  items: [],
};

/** What an edit says; what is left out stays, and null empties. */
export interface TextEdit {
  readonly chair?: string | null;
  readonly recorder?: string | null;
  readonly opening?: string | null;
  readonly closing?: string | null;
  readonly items?: readonly { readonly agendaItemId: string; readonly text?: string | null }[] | null;
}

/** The whole text after an edit of some parts; of an item named twice the last text holds. */
export function editText(before: MinutesText, { items, ...parts }: TextEdit): MinutesText {
  const texts = new Map(before.items.map(({ itemId, text }) => [itemId, text]));
  for (const { agendaItemId, text } of items ?? []) {
    if (text) texts.set(agendaItemId, text);
    else texts.delete(agendaItemId);
  }
  const said = Object.entries(parts).flatMap(([part, text]) =>
    text === undefined ? [] : [[part, text === '' ? null : text] as const],
  );
  return {
    ...before,
    ...(Object.fromEntries(said) as Partial<MinutesText>),
    items: [...texts].map(([itemId, text]) => ({ itemId, text })),
  };
}
