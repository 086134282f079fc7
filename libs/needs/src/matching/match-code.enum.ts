import { registerEnumType } from '@nestjs/graphql';

export enum OfferMatchCode {
  KIND = 'KIND',
  FACTS = 'FACTS',
  FREE_THEN = 'FREE_THEN',
  ANY_TIME = 'ANY_TIME',
  FACTS_SHORT = 'FACTS_SHORT',
  TAKEN_THEN = 'TAKEN_THEN',
  RULES = 'RULES',
}

export enum UnitMatchCode {
  HELPED_BEFORE = 'HELPED_BEFORE',
  ASKED_LATELY = 'ASKED_LATELY',
  HAS_CLAIM = 'HAS_CLAIM',
}

registerEnumType(OfferMatchCode, {
  name: 'OfferMatchCode',
  description: 'What speaks for an offer, or against it.',
  valuesMap: {
    KIND: { description: 'For: it is of a kind that is asked for.' },
    FACTS: { description: 'For: facts that were asked for hold.' },
    FREE_THEN: { description: 'For: it could be booked for the whole time of the need, as things stand.' },
    ANY_TIME: { description: 'For: the need has no time, so none was judged.' },
    FACTS_SHORT: { description: 'Against: facts that were asked for do not hold.' },
    TAKEN_THEN: {
      description: 'Against: something confirmed is in the way, or too little of a pool is left.',
    },
    RULES: { description: 'Against: the time breaks rules of its owner.' },
  },
});

registerEnumType(UnitMatchCode, {
  name: 'UnitMatchCode',
  description: 'What speaks for a unit, or against it.',
  valuesMap: {
    HELPED_BEFORE: { description: 'For: it has helped with other needs of this network.' },
    ASKED_LATELY: { description: 'Against: it was asked in the last 365 days; how often stands beside it.' },
    HAS_CLAIM: { description: 'Against: it was asked for this very need, or took it on.' },
  },
});
