import { Allow, ConnectionArgs, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { JudgeAssignmentResult } from '../assignment/judge-assignment.object.js';
import { SaveScoreSheetArgs, SubmitScoreSheetArgs } from './score-sheet.inputs.js';
import { ScoreSheetObject } from './score-sheet.object.js';
import { ScoreSheetService } from './score-sheet.service.js';

@Resolver(() => ScoreSheetObject)
export class ScoreSheetResolver {
  constructor(private readonly service: ScoreSheetService) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'REPRESENTATIVE')
  @Mutation(() => JudgeAssignmentResult, {
    description:
      'A judge scores a nomination: a draft until it is submitted; a submitted sheet is amended by it, and stays complete. If a conflict is found at this moment nothing is saved: the assignment that is answered is then DROPPED, or SET_ASIDE.',
  })
  saveScoreSheet(
    @Args() { nominationId, version = null, input }: SaveScoreSheetArgs,
    @Context() context: TenantContext,
  ) {
    const { scores, comment = null } = input;
    return context.write((tx) => this.service.save(tx, nominationId, version, { scores, comment }));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY', 'REPRESENTATIVE')
  @Mutation(() => JudgeAssignmentResult, {
    description:
      'A judge submits a sheet: every criterion has its score, and it counts as it is when scoring is closed. If a conflict is found at this moment the assignment that is answered is DROPPED.',
  })
  submitScoreSheet(
    @Args() { nominationId, version }: SubmitScoreSheetArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.submit(tx, nominationId, version));
  }

  @ResolveField(() => AuditLineConnection, {
    description: 'What its judge did to it, for that judge alone. Newest first.',
  })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }
}
