import { ApiError, type FieldProblem } from '#graphql';
import { validateHours } from '../availability/hours.js';
import type { OfferFactsInput } from './offer-facts.inputs.js';
import type { OfferInternal } from './offer-internal.entity.js';
import type { CreateOfferInput, UpdateOfferInput } from './offer.inputs.js';
import { OfferKind, type Offer } from './offer.entity.js';
import { OFFER_KINDS, OFFER_WORDS } from './offer.words.js';

type TermName =
  | 'title'
  | 'description'
  | 'hours'
  | 'confirmation'
  | 'leadTimeMinutes'
  | 'horizonDays'
  | 'slotMinutes'
  | 'longestMinutes'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes'
  | 'requestsHold';

export type OfferTermsDraft = Pick<Offer, TermName>;
export type OfferInternalDraft = Pick<OfferInternal, 'contactName' | 'contactPhone' | 'notes'>;

/** The facts of one kind, as columns of its entity. */
export interface OfferFactsDraft {
  kind: OfferKind;
  values: object;
}

export interface OfferDraft {
  terms: OfferTermsDraft;
  facts: OfferFactsDraft;
  internal: OfferInternalDraft;
}

/** What an update sets; the kind of an offer never changes. */
export interface OfferChanges {
  terms: Partial<OfferTermsDraft>;
  facts: OfferFactsDraft | null;
  internal: Partial<OfferInternalDraft>;
}

const MINUTES_PER_DAY = 1440;

const KINDS: Record<keyof OfferFactsInput, OfferKind> = {
  venue: OfferKind.VENUE,
  vehicle: OfferKind.VEHICLE,
  powerSupply: OfferKind.POWER_SUPPLY,
  equipment: OfferKind.EQUIPMENT,
  expertise: OfferKind.EXPERTISE,
};

/** Throws BAD_USER_INPUT for what only shows between several fields. */
export function draftOf(input: CreateOfferInput): OfferDraft {
  const {
    facts,
    contactName = null,
    contactPhone = null,
    notes = null,
    description = null,
    ...terms
  } = input;
  expectSound(terms);
  return {
    terms: { ...terms, description },
    facts: factsOf(facts),
    internal: { contactName, contactPhone, notes },
  };
}

/** Null clears what may be empty, and leaves anything else as it is. */
export function changesOf(input: UpdateOfferInput, before: Offer): OfferChanges {
  const { facts, contactName, contactPhone, notes, description, ...rest } = input;
  const needed = Object.entries(rest).filter(([, value]) => value !== undefined && value !== null);
  const terms: Partial<OfferTermsDraft> = { ...Object.fromEntries(needed), ...given({ description }) };
  const { hours, slotMinutes, longestMinutes, leadTimeMinutes, horizonDays } = before;
  expectSound({ hours, slotMinutes, longestMinutes, leadTimeMinutes, horizonDays, ...terms });
  const draft = facts ? factsOf(facts) : null;
  if (draft && draft.kind !== before.kind) {
    const message = OFFER_WORDS.kindStays({ kind: OFFER_KINDS[before.kind] });
    throw ApiError.badInput([{ path: 'input.facts', message }]);
  }
  return { terms, facts: draft, internal: given({ contactName, contactPhone, notes }) };
}

function factsOf(input: OfferFactsInput): OfferFactsDraft {
  const [entry] = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  if (!entry) throw ApiError.badInput([{ path: 'input.facts', message: OFFER_WORDS.oneKind }]);
  const [name, values] = entry as [keyof OfferFactsInput, object];
  // Facts are given whole: what was left out is empty from now on.
  const whole = Object.entries(values).map(([fact, value]: [string, unknown]) => [fact, value ?? null]);
  return { kind: KINDS[name], values: Object.fromEntries(whole) as object };
}

type Joined = 'hours' | 'slotMinutes' | 'longestMinutes' | 'leadTimeMinutes' | 'horizonDays';

function expectSound(terms: Pick<Offer, Joined>): void {
  const problems: FieldProblem[] = validateHours(terms.hours).map(({ line, message }) => ({
    path: `input.hours.${line}`,
    message,
  }));
  if (terms.longestMinutes < terms.slotMinutes) {
    problems.push({ path: 'input.longestMinutes', message: OFFER_WORDS.longestBelowSlot });
  }
  if (terms.leadTimeMinutes > terms.horizonDays * MINUTES_PER_DAY) {
    problems.push({ path: 'input.leadTimeMinutes', message: OFFER_WORDS.leadTimeBeyondHorizon });
  }
  if (problems.length > 0) throw ApiError.badInput(problems);
}

function given<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
