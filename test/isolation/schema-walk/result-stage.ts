import { nodesOf } from '../../support/judging-acts.js';
import { GROUPS, PARTNERS_ALONE, ResultActs } from '../../support/result-acts.js';
import { versionOf, type Versioned } from '../../support/versioned.js';
import type { World } from '../../support/world.js';

const ONE = { subjects: GROUPS.slice(0, 1), changes: PARTNERS_ALONE };

/** Rounds of the southeast that are scored, as far on as a step asks for. */
export class ResultStage {
  private readonly acts: ResultActs;

  constructor(world: World) {
    this.acts = new ResultActs(world);
  }

  async scored(): Promise<Versioned> {
    return versionOf((await this.acts.scored(ONE)).round);
  }

  async closed(): Promise<Versioned> {
    return versionOf((await this.acts.closed(ONE)).round);
  }

  async withheld(): Promise<Versioned> {
    return versionOf(await this.acts.onRound('withholdAward', await this.closed(), { position: 1 }));
  }

  async published(): Promise<Versioned> {
    return versionOf((await this.acts.published(ONE)).round);
  }

  /** Its notice is over. */
  async noticed(): Promise<Versioned> {
    const round = await this.published();
    await this.acts.passNotice(round);
    return round;
  }

  async sheet(): Promise<Versioned> {
    const { id } = await this.closed();
    const { assignments } = await this.acts.judging.roll(id);
    // Sheets that nobody submitted are dropped when scoring closes.
    return versionOf(nodesOf(assignments).find(({ state }) => state === 'SUBMITTED'));
  }

  async nomination(): Promise<Versioned> {
    const { nominations } = await this.acts.closed(ONE);
    const seen = await this.acts.judging.nominations.see(this.acts.secretary, nominations[0]?.id ?? '');
    return versionOf(seen);
  }

  async excluded(): Promise<Versioned> {
    const nomination = await this.nomination();
    await this.acts.onRound('excludeNomination', nomination);
    return versionOf(await this.acts.judging.nominations.see(this.acts.secretary, nomination.id));
  }

  /** By the clinic, about what the clinic nominated. */
  async filable(): Promise<{ roundId: string; nominationId: string }> {
    const { round, nominations } = await this.acts.published(ONE);
    return { roundId: round.id, nominationId: nominations[0]?.id ?? '' };
  }

  async filed(): Promise<Versioned> {
    const { roundId, nominationId } = await this.filable();
    return versionOf(await this.acts.file('police-post', { id: roundId }, { nominationId }));
  }

  async conflicted(): Promise<Versioned> {
    return versionOf(await this.acts.conflicted());
  }
}

/** A draft, what stands in it and an objection: of the southeast, for its committee alone. */
export async function hideResults(world: World) {
  const acts = new ResultActs(world);
  const { round } = await acts.closed(ONE);
  const { draftResult } = await acts.see(acts.secretary, round.id);
  const standings = (await acts.standings(acts.secretary, draftResult)) ?? [];
  const noticed = await acts.published(ONE);
  const objection = await acts.file('police-post', noticed.round);
  return {
    southeast: {
      EvaluationResult: draftResult?.id ?? '',
      EvaluationStanding: standings[0]?.id ?? '',
      EvaluationObjection: objection.id,
    },
  };
}
