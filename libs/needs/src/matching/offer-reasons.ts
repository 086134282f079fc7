import { joinWords, type Words } from '#graphql';
import { BookingRuleBreach, OFFER_KINDS, type JudgedFact, type OfferMatch } from '#resources';
import { OfferMatchCode } from './match-code.enum.js';
import { MatchedFactObject, NeedOfferMatch, OfferMatchReason } from './need-match.object.js';
import { FACT_NAMES, MATCH_WORDS } from './need-match.words.js';

const { KIND, FACTS, FREE_THEN, ANY_TIME, FACTS_SHORT, TAKEN_THEN, RULES } = OfferMatchCode;

/** An offer with what was found of it put into words. */
export function explainOffer(match: OfferMatch): NeedOfferMatch {
  const { offer, time, facts } = match;
  const held = facts.filter(({ holds }) => holds);
  const short = facts.filter(({ holds }) => !holds);
  const isFree = time !== null && !time.isTaken && time.broken.length === 0;
  const reasons = [
    new OfferMatchReason(KIND, MATCH_WORDS.kind({ kind: OFFER_KINDS[offer.kind] }), { kind: offer.kind }),
    ...(held.length > 0 ? [ofFacts(FACTS, held)] : []),
    ...(time === null ? [new OfferMatchReason(ANY_TIME, MATCH_WORDS.anyTime)] : []),
    ...(isFree && match.fits ? [new OfferMatchReason(FREE_THEN, MATCH_WORDS.freeThen)] : []),
  ];
  const against = [
    ...(short.length > 0 ? [ofFacts(FACTS_SHORT, short)] : []),
    ...(time?.isTaken ? [new OfferMatchReason(TAKEN_THEN, MATCH_WORDS.takenThen)] : []),
    ...(time && time.broken.length > 0 ? [ofRules(time.broken)] : []),
  ];
  return new NeedOfferMatch(match, { reasons, against });
}

function ofFacts(
  code: OfferMatchCode.FACTS | OfferMatchCode.FACTS_SHORT,
  facts: JudgedFact[],
): OfferMatchReason {
  const say = code === FACTS ? MATCH_WORDS.held : MATCH_WORDS.short;
  const messages = facts.map(({ fact, has, wanted }) =>
    say({ fact: FACT_NAMES[fact], has: worded(has), wanted: worded(wanted) }),
  );
  return new OfferMatchReason(code, joinWords(messages), {
    facts: facts.map((fact) => new MatchedFactObject(fact)),
  });
}

function ofRules(broken: NonNullable<OfferMatch['time']>['broken']): OfferMatchReason {
  const breaches = broken.map((rule) => new BookingRuleBreach(rule));
  return new OfferMatchReason(RULES, joinWords(breaches.map(({ message }) => message)), { breaches });
}

function worded(value: number | boolean): Words | number {
  if (typeof value === 'number') return value;
  return value ? MATCH_WORDS.yes : MATCH_WORDS.no;
}
