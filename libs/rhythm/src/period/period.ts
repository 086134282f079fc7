import { Temporal } from 'temporal-polyfill';

/** One month, two or three, in which something is to come round once; both days included. */
export interface Period {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
}

/** Those of a year, from January on: no period crosses its end. */
export function periodsOf(year: number, months: 1 | 2 | 3): Period[] {
  return Array.from({ length: 12 / months }, (_, at) =>
    beginning(Temporal.PlainDate.from({ year, month: at * months + 1, day: 1 }), months),
  );
}

export function periodAt(day: Temporal.PlainDate, months: 1 | 2 | 3): Period {
  const month = Math.floor((day.month - 1) / months) * months + 1;
  return beginning(day.with({ month, day: 1 }), months);
}

export function isWithin({ firstDay, lastDay }: Period, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(firstDay, day) <= 0 && Temporal.PlainDate.compare(day, lastDay) <= 0;
}

function beginning(firstDay: Temporal.PlainDate, months: number): Period {
  return { firstDay, lastDay: firstDay.add({ months }).subtract({ days: 1 }) };
}
