import { ApiError, refuseState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { judgeRules } from '../rules/judge-rules.js';
import { draftRules, withSaid, type RulesDraft } from '../rules/rules-draft.js';
import { RulesWriting } from '../rules/rules-writing.js';
import { EvaluationRound, EvaluationRoundState, EvaluationSubjectKind } from './evaluation-round.entity.js';
import type {
  CopyEvaluationRoundInput,
  CreateEvaluationRoundInput,
  UpdateEvaluationRoundInput,
} from './evaluation-round.inputs.js';
import { EvaluationRoundRepository } from './evaluation-round.repository.js';
import { EVALUATION_ROUND_WORDS } from './evaluation-round.words.js';
import { expectRound } from './expect-standing.js';
import { changesOf, expectNone, judgeTerms, UNTOUCHED } from './round-draft.js';

const { SETUP, NOMINATING, FINAL } = EvaluationRoundState;
const USUAL_NOTICE_DAYS = 5;

type RoundSaid = Omit<EvaluationRound, 'regionId' | 'id' | 'unitId' | 'updatedAt' | keyof typeof UNTOUCHED>;

/** What a committee says of a round and its rules, until scoring begins. */
@Injectable()
export class EvaluationRoundService {
  constructor(
    private readonly rounds: EvaluationRoundRepository,
    private readonly rules: RulesWriting,
  ) {}

  /** Being set up: the committee alone knows it. */
  async create(tx: TenantTransaction, input: CreateEvaluationRoundInput): Promise<EvaluationRound> {
    const { networkId, name, subjectKind, periodFrom, periodTo } = input;
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.notFound();
    await expectTakesPart(tx, [networkId]);
    const { nominationsUntil = null, scoringUntil = null } = input;
    const terms = { periodFrom, periodTo, nominationsUntil, scoringUntil };
    const rules = draftRules(input);
    expectNone([...judgeTerms(terms, terms, tx.now), ...judgeRules(rules)]);
    const noticeWorkingDays = input.noticeWorkingDays ?? USUAL_NOTICE_DAYS;
    const origin = { copiedFromId: null, finalistsOfId: null, finalistPlaces: null };
    const said = { ...terms, ...origin, networkId, name, subjectKind, noticeWorkingDays };
    return this.write(tx, said, rules);
  }

  /** Until scoring begins. What is left out stays. */
  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    input: UpdateEvaluationRoundInput,
  ): Promise<EvaluationRound> {
    const round = await this.rounds.takeVersion(tx, id, version);
    expectRound(round, [SETUP, NOMINATING]);
    const changes = changesOf(input);
    const rules = withSaid(await this.rules.read(tx, round), input);
    const { periodFrom, periodTo, nominationsUntil, scoringUntil } = round;
    const terms = { periodFrom, periodTo, nominationsUntil, scoringUntil, ...changes };
    expectNone([...judgeTerms(terms, changes, tx.now), ...judgeRules(rules)]);
    await this.rules.replace(tx, round, rules);
    return this.rounds.change(tx, round, changes);
  }

  /** The same rules for another period; of a contest with a final result also for its first. */
  async copy(tx: TenantTransaction, id: string, input: CopyEvaluationRoundInput): Promise<EvaluationRound> {
    const { name, periodFrom, periodTo, finalists } = input;
    const { networkId } = await this.rounds.get(tx, id);
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    await expectTakesPart(tx, [networkId]);
    const round = await this.rounds.take(tx, id);
    if (finalists) expectFinalists(round);
    const terms = { periodFrom, periodTo, nominationsUntil: null, scoringUntil: null };
    expectNone(judgeTerms(terms, terms, tx.now));
    const { subjectKind, noticeWorkingDays } = round;
    const origin = {
      copiedFromId: round.id,
      finalistsOfId: finalists ? round.id : null,
      finalistPlaces: finalists ?? null,
    };
    const said = { ...terms, ...origin, networkId, name, subjectKind, noticeWorkingDays };
    return this.write(tx, said, await this.rules.read(tx, round));
  }

  private async write(tx: TenantTransaction, said: RoundSaid, rules: RulesDraft): Promise<EvaluationRound> {
    const round = await tx.insert(EvaluationRound, {
      ...UNTOUCHED,
      ...said,
      id: tx.newId(),
      unitId: tx.actor.unitId,
      updatedAt: tx.now,
    });
    await this.rules.create(tx, round, rules);
    return round;
  }
}

function expectFinalists(round: EvaluationRound): void {
  if (round.subjectKind !== EvaluationSubjectKind.CONTEST_TEAM)
    refuseState(round, EVALUATION_ROUND_WORDS.contestsAlone);
  if (round.state !== FINAL) refuseState(round, EVALUATION_ROUND_WORDS.noFinalResult);
}
