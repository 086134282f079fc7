import type { RosterChange } from './roster-plan.js';

const SIGNS = { ADD: '+', UPDATE: '~', REMOVE: '-' } as const;

/** One line, e.g. `~ unit bus-639: name "六三九车队" → "浦东巴士639车队"`. */
export function describeChange({ act, subject, fields }: RosterChange): string {
  const details = fields.map(({ field, before, after }) => `${field} ${before} → ${after}`).join(', ');
  return `${SIGNS[act]} ${subject}${details ? `: ${details}` : ''}`;
}
