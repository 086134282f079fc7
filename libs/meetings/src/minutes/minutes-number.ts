import type { Minutes } from './minutes.entity.js';

/** As it stands beneath the red head, `〔2026〕3号`; null in a draft and of a working meeting. */
export function minutesNumber({ year, number }: Pick<Minutes, 'year' | 'number'>): string | null {
  return year === null || number === null ? null : `〔${year}〕${number}号`;
}
