import { found } from '#graphql';
import type { TenantRow, TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { EvaluationRound } from '../round/evaluation-round.entity.js';
import { EvaluationAward } from './evaluation-award.entity.js';
import { EvaluationCriterion } from './evaluation-criterion.entity.js';
import { EvaluationPanel } from './evaluation-panel.entity.js';
import { EvaluationRules } from './evaluation-rules.entity.js';
import { ruleReadersOf, type RulePart } from './rule-readers.js';
import type { RulesDraft } from './rules-draft.js';

/** What the rules of a round consist of, beside the scale; a test finds a table that is missing here. */
export const RULE_PARTS: readonly (abstract new () => RulePart)[] = [
  EvaluationAward,
  EvaluationCriterion,
  EvaluationPanel,
];

/** Writes the rules of a round whole, and freezes them: from then on the row policies let nobody write them. */
@Injectable()
export class RulesWriting {
  /** As they stand. */
  async read(tx: TenantTransaction, round: EvaluationRound): Promise<RulesDraft> {
    const rules = found(await tx.find(EvaluationRules, round.id));
    const { scaleMin, scaleMax, scaleStep, minimumSheets, sheetsPerPanel } = rules;
    const { criteria, panels, awards } = await this.listParts(tx, round);
    return {
      scale: { scaleMin, scaleMax, scaleStep },
      sheets: { minimumSheets, sheetsPerPanel },
      criteria: criteria.map(({ position, name, description, weight }) => ({
        position,
        name,
        description,
        weight,
      })),
      panels: panels.map(({ kind, weight }) => ({ kind, weight })),
      awards: awards.map(({ position, name, places, minScore, points, coHostPoints }) => ({
        position,
        name,
        places,
        minScore,
        points,
        coHostPoints,
      })),
    };
  }

  /** Of a round that has none yet. */
  async create(
    tx: TenantTransaction,
    round: EvaluationRound,
    { scale, sheets, ...parts }: RulesDraft,
  ): Promise<void> {
    await tx.insert(EvaluationRules, { ...ruleReadersOf(round), ...scale, ...sheets, id: round.id });
    await this.writeParts(tx, round, parts);
  }

  /** In place of those that stand; what stays as it is is left alone. */
  async replace(
    tx: TenantTransaction,
    round: EvaluationRound,
    { scale, sheets, ...parts }: RulesDraft,
  ): Promise<void> {
    const rules = found(await tx.find(EvaluationRules, round.id));
    await tx.change(EvaluationRules, rules, { ...scale, ...sheets });
    await this.writeParts(tx, round, parts);
  }

  /** Who reads the rules follows the round, and with scoring they are frozen for good. */
  async follow(tx: TenantTransaction, round: EvaluationRound): Promise<void> {
    const { networkId, ...readers } = ruleReadersOf(round);
    const rules = found(await tx.find(EvaluationRules, round.id));
    if (rules.isFrozen) return;
    for (const part of RULE_PARTS) {
      const rows = await tx.manager.findBy(part, { regionId: tx.regionId, networkId, roundId: round.id });
      await tx.changeAll(part, rows, () => readers);
    }
    await tx.change(EvaluationRules, rules, readers);
  }

  private async listParts(tx: TenantTransaction, round: EvaluationRound) {
    const where = { regionId: tx.regionId, roundId: round.id };
    return {
      criteria: await tx.manager.find(EvaluationCriterion, { where, order: { position: 'ASC' } }),
      panels: await tx.manager.find(EvaluationPanel, { where, order: { kind: 'ASC' } }),
      awards: await tx.manager.find(EvaluationAward, { where, order: { position: 'ASC' } }),
    };
  }

  private async writeParts(
    tx: TenantTransaction,
    round: EvaluationRound,
    wanted: Pick<RulesDraft, 'criteria' | 'panels' | 'awards'>,
  ): Promise<void> {
    const { criteria, panels, awards } = await this.listParts(tx, round);
    const beneath = { ...ruleReadersOf(round), roundId: round.id };
    const whole = <T extends object>(one: T) => ({ ...beneath, ...one, id: tx.newId() });
    await writeList(tx, EvaluationCriterion, criteria, wanted.criteria.map(whole), 'position');
    await writeList(tx, EvaluationPanel, panels, wanted.panels.map(whole), 'kind');
    await writeList(tx, EvaluationAward, awards, wanted.awards.map(whole), 'position');
  }
}

/** A row is found again by its place in the list; what is no longer wanted goes. */
async function writeList<Part extends RulePart>(
  tx: TenantTransaction,
  part: abstract new () => Part,
  stored: readonly Part[],
  wanted: readonly Omit<Part, 'regionId'>[],
  key: Exclude<keyof Part, 'regionId'>,
): Promise<void> {
  const kept = new Set<Part>();
  const added: Omit<Part, 'regionId'>[] = [];
  for (const one of wanted) {
    const row = stored.find((before) => before[key] === (one as Part)[key]);
    if (!row) added.push(one);
    else kept.add(await changeWhatDiffers(tx, part, row, one));
  }
  for (const row of stored) if (!kept.has(row)) await tx.remove(part, row);
  await tx.insertAll(part, added);
}

async function changeWhatDiffers<Part extends RulePart>(
  tx: TenantTransaction,
  part: abstract new () => Part,
  row: Part,
  wanted: Omit<Part, 'regionId'>,
): Promise<Part> {
  const differs = Object.entries(wanted).filter(
    ([name, value]) => name !== 'id' && row[name as keyof Part] !== value,
  );
  if (differs.length > 0)
    await tx.change(part, row, Object.fromEntries(differs) as Partial<Omit<Part, keyof TenantRow>>);
  return row;
}
