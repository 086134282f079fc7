import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { judgingAudience, JudgingPart } from './judging-part.js';

/** Why a person will not judge a nomination; it binds the person, whichever post judges. */
@Audited<JudgeConflict>({
  thing: 'JudgeConflict',
  seenBy: (conflict) => judgingAudience(conflict, conflict.personId),
  leaveOut: ['personName', 'declaredAt'],
  isActorsOwn: true,
})
@Entity()
export class JudgeConflict extends JudgingPart {
  @Column('uuid')
  nominationId!: string;

  @Column('uuid')
  postId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  personName!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  declaredAt!: Date;
}
