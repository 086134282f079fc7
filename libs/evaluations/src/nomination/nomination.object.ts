import { FileObject } from '#files';
import { connectionOf, DateTimeScalar, Node, resultUnion, StaleVersion, WrongState } from '#graphql';
import { ProjectObject } from '#needs';
import { UnitObject } from '#network';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EvaluationRoundObject } from '../round/evaluation-round.object.js';
import { NominationFactObject } from './nomination-fact.object.js';
import { NominationState } from './nomination.entity.js';

registerEnumType(NominationState, {
  name: 'NominationState',
  description: 'How far a nomination has come.',
  valuesMap: {
    DRAFT: { description: 'Its own unit alone reads it.' },
    SUBMITTED: {
      description: 'It takes part. The committee reads it, and from the beginning of scoring the network.',
    },
    RETURNED: {
      description: 'Sent back with a reason; its own unit alone reads it, and can submit it anew.',
    },
    WITHDRAWN: { description: 'Taken back by its unit before scoring began.' },
    EXCLUDED: { description: 'Taken out by the secretary after scoring, with a reason.' },
  },
});

@ObjectType('Nomination', {
  implements: () => Node,
  description: 'What a unit puts up for evaluation (申报), with its statement and evidence.',
})
export abstract class NominationObject extends Node {
  @Field(() => EvaluationRoundObject, {
    nullable: true,
    description: 'In which round; null when you can no longer see it.',
  })
  readonly round!: EvaluationRoundObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'Who nominates; null when you can no longer see it.',
  })
  readonly unit!: UnitObject | null;

  @Field(() => ProjectObject, {
    nullable: true,
    description: 'The project that is nominated; null in other rounds, or when you can no longer see it.',
  })
  readonly project!: ProjectObject | null;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'The unit that is nominated; null in other rounds, or when you can no longer see it.',
  })
  readonly subjectUnit!: UnitObject | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the building group or contest team that is nominated; null in other rounds.',
  })
  readonly subjectLabel!: string | null;

  @Field(() => UnitObject, {
    nullable: true,
    description:
      'Who answers for it, and is given its award: the lead of a project, a unit itself, otherwise who nominates. As it was when scoring began; null before, or when you can no longer see it.',
  })
  readonly responsibleUnit!: UnitObject | null;

  @Field(() => [UnitObject], {
    description:
      'Who took part in the project beside that unit, as it was when scoring began: each is given the award of a co-host. By code, as far as you may see them; none before.',
  })
  readonly coHosts!: UnitObject[];

  @Field(() => String, { description: 'What is nominated, as it was called when it was submitted.' })
  readonly title!: string;

  @Field(() => String, { description: 'Why it should be awarded, in the words of who nominates it.' })
  readonly statement!: string;

  @Field(() => NominationState, { description: 'How far it has come.' })
  readonly state!: NominationState;

  @Field(() => String, { nullable: true, description: 'Why it was returned or excluded.' })
  readonly reason!: string | null;

  @Field(() => [NominationFactObject], {
    description:
      'What the platform itself knows of it, as it was at the last submission; none before, or while it is returned.',
  })
  readonly facts!: NominationFactObject[];

  @Field(() => [FileObject], {
    description: 'Evidence, in the order it came; read by all who read the nomination.',
  })
  readonly files!: FileObject[];

  @Field(() => NominationObject, {
    nullable: true,
    description: 'Of a finalist: its nomination in the round before.',
  })
  readonly finalistOf!: NominationObject | null;

  @Field(() => DateTimeScalar, { description: 'When it was drafted.' })
  readonly draftedAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last submitted; null in a draft and while it is returned.',
  })
  readonly submittedAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes; each step says which one was seen.' })
  readonly version!: number;
}

export const NominationConnection = connectionOf(NominationObject, 'Nomination');
export const CreateNominationResult = resultUnion('CreateNominationResult', [NominationObject, WrongState]);
export const NominationResult = resultUnion('NominationResult', [NominationObject, StaleVersion, WrongState]);
