import { Majority, type Tally } from '../motion/majority.js';
import { MotionState } from '../motion/motion.entity.js';
import { type Consent, isConsent, type Outcome } from '../motion/outcome.js';
import type { Turnout } from '../motion/turnout.js';

export interface ResultFacts {
  readonly majority: Majority;
  readonly isSecret: boolean;
  /** How many units had to be present or represented. */
  readonly quorumNeeded: number;
  readonly turnout: Turnout;
  readonly tally: Tally;
  readonly consent: Consent | null;
  readonly outcome: Outcome;
}

const MAJORITIES: Readonly<Record<Majority, string>> = {
  [Majority.SIMPLE]: '赞成多于反对',
  [Majority.ABSOLUTE]: '应到有表决权单位过半数赞成',
  [Majority.TWO_THIRDS_CAST]: '赞成、反对票中三分之二以上赞成',
  [Majority.TWO_THIRDS_ALL]: '应到有表决权单位三分之二以上赞成',
  [Majority.UNANIMOUS]: '一致赞成',
};

const OUTCOMES: Readonly<Record<Exclude<Outcome, MotionState.NO_QUORUM>, string>> = {
  [MotionState.CARRIED]: '表决通过',
  [MotionState.LOST]: '表决未通过',
};

/**
 * What came of a vote, as the minutes say it: `应到14家，到会8家，受托代表2家，参加表决10家。无记名表决：赞成7票，反对2票，弃权1票。
 * 须赞成多于反对，表决通过。`
 */
export function resultText(facts: ResultFacts): string {
  const { isSecret, turnout, tally, consent } = facts;
  const { entitled, present, represented, voting } = turnout;
  const room = `应到${entitled}家，到会${present}家，受托代表${represented}家，参加表决${voting}家。`;
  const ballots = `${isSecret ? '无记名' : '记名'}表决：赞成${tally.yes}票，反对${tally.no}票，弃权${tally.abstained}票。`;
  return `${room}${ballots}${consent ? consentText(consent) : ''}${verdictOf(facts)}。`;
}

function verdictOf({ majority, quorumNeeded, outcome }: ResultFacts): string {
  return outcome === MotionState.NO_QUORUM
    ? `到会和受托代表单位不足${quorumNeeded}家，未达到规定数，不作决定`
    : `须${MAJORITIES[majority]}，${OUTCOMES[outcome]}`;
}

function consentText(consent: Consent): string {
  const { asked, for: agreed, against } = consent;
  const silent = asked - agreed - against;
  const unsaid = silent > 0 ? `，未表态${silent}户` : '';
  const verdict = isConsent(consent) ? '已达到' : '未达到';
  return `会外征询${asked}户：同意${agreed}户，不同意${against}户${unsaid}，${verdict}所需比例。`;
}
