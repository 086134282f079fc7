import { writeChineseTime } from '#calendar';

/** `14:03`, as the clock on the wall of `zone` (IANA name) shows it. */
export function wallClock(instant: Date, zone: string): string {
  return writeChineseTime(instant, zone).slice(-5);
}
