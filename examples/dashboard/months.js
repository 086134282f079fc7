/** The months shown, the present one last, each as 2026-11, in the zone of the network. */
export function monthsUntil(now, timeZone, count) {
  const [year, month] = monthOf(now, timeZone).split('-').map(Number);
  return Array.from({ length: count }, (_, at) => {
    const index = year * 12 + month - 1 - (count - 1 - at);
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

/** The month in which an instant lies there. */
export function monthOf(instant, timeZone) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(instant);
}

export function after(month) {
  const [year, number] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** A day and time as the clock of the network shows it. */
export function local(instant, timeZone) {
  const form = { timeZone, month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat('zh-CN', form).format(new Date(instant));
}
