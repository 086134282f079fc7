import { resultUnion, StaleVersion, WrongState } from '#graphql';
import { MeetingObject } from '../meeting/meeting.object.js';
import { OffersMissing } from './offers-missing.refusal.js';

/** Of acts that book for a meeting. */
export const MeetingOffersResult = resultUnion('MeetingOffersResult', [
  MeetingObject,
  OffersMissing,
  StaleVersion,
  WrongState,
]);
