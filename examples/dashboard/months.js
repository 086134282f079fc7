import { tag } from './words.js';

/** The months shown, the present one last, each as 2026-11, in the zone of the network. */
export function monthsUntil(now, timeZone, count) {
  const [year, month] = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' })
    .format(now)
    .split('-')
    .map(Number);
  return Array.from({ length: count }, (_, at) => {
    const index = year * 12 + month - 1 - (count - 1 - at);
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

/** A month such as 2026-11 on an axis: its year only where one begins, or the axis does. */
export function axisMonth(month, at) {
  const [year, number] = month.split('-').map(Number);
  const date = new Date(Date.UTC(year, number - 1));
  const name = new Intl.DateTimeFormat(tag(), { timeZone: 'UTC', month: 'short' }).format(date);
  return at === 0 || number === 1 ? `${name}\n${year}` : name;
}

/** A day of the network’s clock. */
export function localDay(instant, timeZone) {
  return new Intl.DateTimeFormat(tag(), { timeZone, month: 'numeric', day: 'numeric' }).format(new Date(instant));
}

/** A day and time as the clock of the network shows it. */
export function local(instant, timeZone) {
  const form = { timeZone, month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return new Intl.DateTimeFormat(tag(), form).format(new Date(instant));
}
