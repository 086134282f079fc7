import { ApiError, found, refuseState } from '#graphql';
import { expectTakesPart } from '#network';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { EvaluationRoundState, type EvaluationRound } from '../round/evaluation-round.entity.js';
import { EvaluationRoundRepository } from '../round/evaluation-round.repository.js';
import { expectRound, expectStanding } from '../round/expect-standing.js';
import { publishedPartOf, publishedReadersOf } from '../round/round-readers.js';
import { foldName } from '../rules/fold-name.js';
import { findFacts } from './nomination-facts.js';
import { subjectOf, titleOf } from './nomination-subject.js';
import { Nomination, NominationState } from './nomination.entity.js';
import type { CreateNominationInput, UpdateNominationInput } from './nomination.inputs.js';
import { NominationRepository } from './nomination.repository.js';
import { NOMINATION_STATES, NOMINATION_WORDS } from './nomination.words.js';

const { DRAFT, SUBMITTED, RETURNED, WITHDRAWN } = NominationState;

/** From the draft of a unit to what takes part in a round. Every step decides with the round held, so that none of its own comes between. */
@Injectable()
export class NominationService {
  constructor(
    private readonly nominations: NominationRepository,
    private readonly rounds: EvaluationRoundRepository,
  ) {}

  /** A draft that nobody outside the unit can see. */
  async create(
    tx: TenantTransaction,
    { roundId, statement, ...said }: CreateNominationInput,
  ): Promise<Nomination> {
    const seen = await this.rounds.get(tx, roundId);
    await expectTakesPart(tx, [seen.networkId]);
    const subject = subjectOf(seen, said);
    const title = await titleOf(tx, seen, subject);
    const round = await this.rounds.hold(tx, roundId);
    expectNominating(round);
    expectInTime(tx, round);
    return tx.insert(Nomination, {
      ...publishedPartOf(round),
      ...subject,
      ...UNTOUCHED,
      id: tx.newId(),
      unitId: tx.actor.unitId,
      title,
      statement,
      draftedAt: tx.now,
      draftedOnBehalf: tx.actor.role === 'ON_BEHALF',
    });
  }

  /** Its statement, as long as the committee does not have it. */
  async update(
    tx: TenantTransaction,
    id: string,
    version: number,
    { statement }: UpdateNominationInput,
  ): Promise<Nomination> {
    const { roundId } = found(await tx.find(Nomination, id));
    expectNominating(await this.rounds.hold(tx, roundId));
    const nomination = await this.nominations.takeOwn(tx, id, version);
    expectStanding(nomination, [DRAFT, RETURNED], NOMINATION_STATES);
    const draftedOnBehalf = nomination.draftedOnBehalf && tx.actor.role === 'ON_BEHALF';
    return this.nominations.change(tx, nomination, { statement, draftedOnBehalf });
  }

  /** It takes part from now on, with what the platform knows of it now; the second of the same subject is refused. */
  async submit(tx: TenantTransaction, id: string, version: number): Promise<Nomination> {
    const known = found(await tx.find(Nomination, id));
    if (known.unitId !== tx.actor.unitId) throw ApiError.forbidden();
    await expectTakesPart(tx, [known.networkId]);
    const title = await titleOf(tx, await this.rounds.get(tx, known.roundId), known);
    // Alone, so that of two who nominate the same thing the second finds the first.
    const round = await this.rounds.takeSeen(tx, known.roundId);
    expectNominating(round);
    const nomination = await this.nominations.takeOwn(tx, id, version);
    expectStanding(nomination, [DRAFT, RETURNED], NOMINATION_STATES);
    expectInTime(tx, round);
    await this.expectFirst(tx, nomination);
    const submitted = { state: SUBMITTED, submittedAt: tx.now, reason: null };
    const changed = await this.nominations.change(tx, nomination, {
      ...submitted,
      ...publishedReadersOf(round),
      title,
    });
    await this.nominations.writeFacts(tx, changed, await findFacts(tx, round, changed));
    return changed;
  }

  /** Its unit takes it back before scoring begins; of a round that was cancelled what nobody else ever read. */
  async withdraw(tx: TenantTransaction, id: string, version: number): Promise<Nomination> {
    const { roundId } = found(await tx.find(Nomination, id));
    const round = await this.rounds.hold(tx, roundId);
    const isCancelled = round.state === EvaluationRoundState.CANCELLED;
    if (!isCancelled) expectNominating(round);
    const nomination = await this.nominations.takeOwn(tx, id, version);
    expectStanding(
      nomination,
      isCancelled ? [DRAFT, RETURNED] : [DRAFT, RETURNED, SUBMITTED],
      NOMINATION_STATES,
    );
    return this.nominations.change(tx, nomination, { state: WITHDRAWN });
  }

  /** Back to its unit, with the reason; nobody else reads it any more. */
  async sendBack(tx: TenantTransaction, id: string, version: number, reason: string): Promise<Nomination> {
    const { roundId, networkId } = found(await tx.find(Nomination, id));
    if (!tx.actor.convenedNetworkIds.includes(networkId)) throw ApiError.forbidden();
    expectNominating(await this.rounds.hold(tx, roundId));
    const nomination = await this.nominations.takeVersion(tx, id, version);
    expectStanding(nomination, [SUBMITTED], NOMINATION_STATES);
    await this.nominations.writeFacts(tx, nomination, []);
    const back = { state: RETURNED, submittedAt: null, draftedOnBehalf: false, reason };
    return this.nominations.change(tx, nomination, back);
  }

  private async expectFirst(tx: TenantTransaction, nomination: Nomination): Promise<void> {
    const { networkId, roundId, projectId, subjectUnitId, subjectLabel } = nomination;
    const submitted = await this.nominations.listSubmitted(tx, networkId, roundId);
    const isSame = (other: Nomination): boolean =>
      other.projectId === projectId &&
      other.subjectUnitId === subjectUnitId &&
      foldName(other.subjectLabel) === foldName(subjectLabel);
    if (submitted.some(isSame)) refuseState(nomination, NOMINATION_WORDS.nominatedAlready);
  }
}

/** What has not happened to a nomination that was just drafted. */
const UNTOUCHED = {
  state: DRAFT,
  isOpen: false,
  reason: null,
  finalistOfId: null,
  responsibleUnitId: null,
  coHostUnitIds: [],
  submittedAt: null,
  version: 1,
};

function expectNominating(round: EvaluationRound): void {
  expectRound(round, [EvaluationRoundState.NOMINATING]);
}

function expectInTime({ now }: TenantTransaction, round: EvaluationRound): void {
  if (round.nominationsUntil && round.nominationsUntil <= now) refuseState(round, NOMINATION_WORDS.tooLate);
}
