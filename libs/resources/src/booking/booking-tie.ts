/** What a booking belongs to: what was asked for in the same act, and the date of a series that it is. */
export interface BookingTie {
  bundleId: string | null;
  seriesId: string | null;
  originalStart: Date | null;
}

export const UNTIED: BookingTie = { bundleId: null, seriesId: null, originalStart: null };
