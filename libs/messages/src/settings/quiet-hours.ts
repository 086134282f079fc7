import { instantAt, localDayOf } from '#calendar';

/** From and until are minutes of the day; until lies on the next day when it is the smaller. */
export interface QuietHours {
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
}

/** The instant itself, or the end of the quiet hours in which it falls, by the clock on the wall of `zone`. */
export function afterQuiet(instant: Date, { quietFrom, quietUntil }: QuietHours, zone: string): Date {
  if (quietFrom === null || quietUntil === null) return instant;
  const today = localDayOf(instant, zone);
  // Those that began the day before may last until now.
  for (const day of [today.subtract({ days: 1 }), today]) {
    const from = instantAt(day, quietFrom, zone);
    const until = instantAt(quietUntil > quietFrom ? day : day.add({ days: 1 }), quietUntil, zone);
    if (from <= instant && instant < until) return until;
  }
  return instant;
}

/** The next time the clock on the wall shows that minute, after the instant. */
export function nextAt(instant: Date, minuteOfDay: number, zone: string): Date {
  const today = localDayOf(instant, zone);
  const at = instantAt(today, minuteOfDay, zone);
  return at > instant ? at : instantAt(today.add({ days: 1 }), minuteOfDay, zone);
}
