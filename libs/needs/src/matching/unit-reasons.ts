import type { NeedCategory } from '#network';
import { UnitMatchCode } from './match-code.enum.js';
import { UnitMatchReason } from './need-match.object.js';
import { CLAIMED_WORDS, MATCH_WORDS } from './need-match.words.js';
import type { UnitRecord } from './unit-records.js';

const { HELPED_BEFORE, ASKED_LATELY, HAS_CLAIM } = UnitMatchCode;

/** What a unit has done before, put into words. */
export function explainUnit(
  { helped, helpedInCategory, lastHelpedAt, asked, declined, claimState }: UnitRecord,
  category: NeedCategory,
): { reasons: UnitMatchReason[]; against: UnitMatchReason[] } {
  const name = { en: category.nameEn ?? category.name, zh: category.name };
  const told = MATCH_WORDS.helped({ times: helped, inCategory: helpedInCategory, category: name });
  const figures = { times: helped, timesInCategory: helpedInCategory };
  const reasons = lastHelpedAt
    ? [new UnitMatchReason(HELPED_BEFORE, told, { ...figures, lastAt: lastHelpedAt })]
    : [];
  const against = [
    ...(asked > 0
      ? [
          new UnitMatchReason(ASKED_LATELY, MATCH_WORDS.asked({ times: asked, declined }), {
            times: asked,
            declined,
          }),
        ]
      : []),
    ...(claimState ? [new UnitMatchReason(HAS_CLAIM, CLAIMED_WORDS[claimState], { claimState })] : []),
  ];
  return { reasons, against };
}
