import type { Motion } from './motion.entity.js';
import type { Consent } from './outcome.js';

type ConsentColumns = Pick<Motion, 'consentMajority' | 'consentAsked' | 'consentFor' | 'consentAgainst'>;

/** What was gathered outside, as the row of its motion has it; null where nothing was. */
export function consentOf({
  consentMajority: majority,
  consentAsked: asked,
  consentFor,
  consentAgainst: against,
}: ConsentColumns): Consent | null {
  if (majority === null || asked === null || consentFor === null || against === null) return null;
  return { majority, asked, for: consentFor, against };
}
