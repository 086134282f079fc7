import { Allow, TenantContext } from '#graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { OfMeetingArgs } from '../agenda/agenda.inputs.js';
import { ActionProgressService } from './action-progress.service.js';
import { ActionReportService } from './action-report.service.js';
import { ReportOnActionResult } from './action-report.object.js';
import {
  ActionReasonArgs,
  ActionStepArgs,
  CreateActionInput,
  FinishActionArgs,
  NoteActionProgressArgs,
  PostponeActionArgs,
  ReassignActionArgs,
  ReportOnActionArgs,
  UpdateActionInput,
} from './action.inputs.js';
import { ActionObject, ActionResult, CreateActionResult } from './action.object.js';
import { ActionService } from './action.service.js';

@Resolver(() => ActionObject)
export class ActionResolver {
  constructor(
    private readonly service: ActionService,
    private readonly progress: ActionProgressService,
    private readonly reports: ActionReportService,
  ) {}

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => CreateActionResult, {
    description:
      'The committee writes down what a meeting has decided that a unit does, from its beginning until its minutes are published. Everybody who reads the meeting reads it, and that unit; stewards do not.',
  })
  createAction(
    @Args() { meetingId }: OfMeetingArgs,
    @Args('input', { description: 'What, by whom and by which day.' }) input: CreateActionInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.create(tx, meetingId, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ActionResult, {
    description:
      'The committee corrects an open action, until the minutes of its meeting are published; after that it is handed over, postponed or dropped, with a reason.',
  })
  updateAction(
    @Args() { id, version }: ActionStepArgs,
    @Args('input', { description: 'What is corrected.' }) input: UpdateActionInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.update(tx, id, version, input));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ActionResult, {
    description:
      'The committee hands an open action to another unit, also when its unit has left the network. What was said of it so far goes with it.',
  })
  reassignAction(
    @Args() { id, version, unitId, reason }: ReassignActionArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.reassign(tx, id, version, { unitId, reason }));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ActionResult, { description: 'The committee gives an open action another last day.' })
  postponeAction(
    @Args() { id, version, dueOn, reason }: PostponeActionArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.postpone(tx, id, version, { dueOn, reason }));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ActionResult, { description: 'The committee gives an open action up, with the reason.' })
  dropAction(@Args() { id, version, reason }: ActionReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.drop(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ActionResult, {
    description: 'The committee says why what was done or dropped is open again.',
  })
  reopenAction(@Args() { id, version, reason }: ActionReasonArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.reopen(tx, id, version, reason));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ActionResult, {
    description:
      'The unit that does it, or the committee, says how far an open action has come. What was said is never changed.',
  })
  noteActionProgress(@Args() { actionId, text }: NoteActionProgressArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.progress.note(tx, actionId, text));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => ActionResult, {
    description: 'The unit that does it, or the committee, says that an action is done.',
  })
  finishAction(@Args() { id, version, text = null }: FinishActionArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.progress.finish(tx, id, version, text));
  }

  @Allow('SECRETARY', 'OFFICER')
  @Mutation(() => ReportOnActionResult, {
    description:
      'The committee writes down what a meeting heard had become of an action that stood open before it, with where the action stands now; until its minutes are published. Said again, the last words hold.',
  })
  reportOnAction(@Args() said: ReportOnActionArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.reports.report(tx, said));
  }
}
