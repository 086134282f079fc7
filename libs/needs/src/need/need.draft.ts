import { factsOf } from './need-facts.js';
import type { NeedContact } from './need-contact.entity.js';
import { NeedState, type Need } from './need.entity.js';
import type { CreateNeedInput, UpdateNeedInput } from './need.inputs.js';

type Said =
  | 'categoryId'
  | 'title'
  | 'what'
  | 'location'
  | 'startsAt'
  | 'endsAt'
  | 'heads'
  | 'urgency'
  | 'kinds'
  | 'facts'
  | 'places';
type Contact = Pick<NeedContact, 'name' | 'phone'>;

/** What somebody says that is needed, sorted by who reads it. */
export interface NeedDraft {
  readonly values: Pick<Need, Said | 'networkId' | 'source'>;
  readonly contact: Contact;
}

/** What has not happened to a need that was just drafted. */
export const UNTOUCHED = {
  state: NeedState.DRAFT,
  proposedAt: null,
  takenAt: null,
  openedAt: null,
  calledAt: null,
  claimedAt: null,
  begunAt: null,
  answeredAt: null,
  endedAt: null,
  recordedAt: null,
  reason: null,
  answer: null,
  reopenings: 0,
  closedOnBehalf: false,
  projectId: null,
  version: 1,
} as const;

export type NeedChange = UpdateNeedInput;

export function draftOf({ contactName = null, contactPhone = null, ...input }: CreateNeedInput): NeedDraft {
  const { location = null, startsAt = null, endsAt = null, heads = null, facts = null } = input;
  return {
    values: {
      ...input,
      location,
      startsAt,
      endsAt,
      heads,
      kinds: [...new Set(input.kinds)],
      facts: factsOf(facts),
    },
    contact: { name: contactName, phone: contactPhone },
  };
}

/** What is left out stays; null empties what may be empty, and leaves the rest. */
export function changesOf(input: NeedChange): {
  values: Partial<Pick<Need, Said>>;
  contact: Partial<Contact>;
} {
  const { contactName: name, contactPhone: phone, facts, kinds, ...rest } = input;
  const { categoryId, title, what, urgency, places, ...mayBeEmpty } = rest;
  const kept = { categoryId, title, what, urgency, places, kinds: kinds && [...new Set(kinds)] };
  return {
    values: {
      ...withoutEmpty(kept),
      ...withoutUnsaid(mayBeEmpty),
      ...(facts === undefined ? {} : { facts: factsOf(facts) }),
    },
    contact: withoutUnsaid({ name, phone }),
  };
}

function withoutUnsaid<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function withoutEmpty<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: NonNullable<T[K]> };
}
