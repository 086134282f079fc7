import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity, type ValueTransformer } from 'typeorm';
import type { EvaluationPanelKind } from '../arithmetic/evaluation-panel-kind.js';

/** The driver reads numeric[] as numbers; eight digits are exact in them. */
const AS_TEXT: ValueTransformer = {
  to: (scores: unknown) => scores,
  from: (scores: readonly (number | null)[]) => scores.map((score) => score?.toFixed(2) ?? null),
};

/** What a judge gives a nomination; its id is that of the assignment. Nobody else ever reads it with a name. */
@Audited<ScoreSheet>({
  thing: 'ScoreSheet',
  seenBy: ({ judgePersonId }) => ({ people: [judgePersonId] }),
  leaveOut: ['panelKind'],
  isActorsOwn: true,
})
@Entity()
export class ScoreSheet extends TenantEntity {
  @Column('uuid')
  roundId!: string;

  @Column('uuid')
  nominationId!: string;

  @Column('text')
  panelKind!: EvaluationPanelKind;

  @Column('uuid')
  judgePostId!: string;

  @Column('uuid')
  judgePersonId!: string;

  /** One for each criterion, by its position; exact, with two places; null while it is open. */
  @Column('numeric', { array: true, transformer: AS_TEXT })
  scores!: (string | null)[];

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('boolean')
  isSubmitted!: boolean;

  @Column('integer')
  version!: number;
}
