import { MS_PER_DAY, writeChineseDay, writeChineseSpan, Zone, type Span } from '#calendar';
import type { Words } from '#graphql';

/** A span on the wall clock of `zone`, in both languages; a whole day has no times. */
export function writeDishTime(span: Span, zone: string): Words {
  const [from, to] = [localAt(span.startsAt, zone), localAt(span.endsAt, zone)];
  if (from % MS_PER_DAY === 0 && to - from === MS_PER_DAY) {
    return { zh: `${writeChineseDay(span.startsAt, zone)}全天`, en: `${text(from).slice(0, 10)}, all day` };
  }
  const isOneDay = text(from).slice(0, 10) === text(to).slice(0, 10);
  const until = isOneDay ? text(to).slice(11) : text(to);
  return { zh: writeChineseSpan(span, zone), en: `${text(from)}–${until}` };
}

function localAt(instant: Date, zone: string): number {
  return Zone.of(zone).localAt(instant.getTime());
}

/** What the wall clock shows, `2026-12-05 09:00`. */
function text(local: number): string {
  return new Date(local).toISOString().slice(0, 16).replace('T', ' ');
}
