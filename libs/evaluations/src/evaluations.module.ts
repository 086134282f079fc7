import { FileCarriers, FilesModule } from '#files';
import { NodeRegistry } from '#graphql';
import { InboxKinds, InboxModule } from '#inbox';
import { MessagesModule, MessageThings } from '#messages';
import { MembershipEvents, NetworkModule } from '#network';
import { ResourcesModule } from '#resources';
import { Module, type OnModuleInit } from '@nestjs/common';
import { JudgeAssignment } from './assignment/judge-assignment.entity.js';
import { JudgeAssignmentResolver } from './assignment/judge-assignment.resolver.js';
import { JudgingRollPartsResolver } from './assignment/judging-roll-parts.resolver.js';
import { JudgingRoll } from './assignment/judging-roll.entity.js';
import { JudgingRollResolver } from './assignment/judging-roll.resolver.js';
import { JudgingRepository } from './assignment/judging.repository.js';
import { JudgingService } from './assignment/judging.service.js';
import { OwnAssignment } from './assignment/own-assignment.js';
import { ProposalService } from './assignment/proposal.service.js';
import { RoundPanelsResolver } from './assignment/round-panels.resolver.js';
import { RoundJudging } from './assignment/round-judging.js';
import { EvaluationJudge } from './judge/evaluation-judge.entity.js';
import { JudgeConflict } from './judge/judge-conflict.entity.js';
import { JudgeConflictResolver } from './judge/judge-conflict.resolver.js';
import { JudgeConflictService } from './judge/judge-conflict.service.js';
import { SetAsideEvents } from './judge/set-aside-events.js';
import { NominationAudienceResolver } from './nomination/nomination-audience.resolver.js';
import { NominationAudienceService } from './nomination/nomination-audience.service.js';
import { NominationEnding } from './nomination/nomination-ending.js';
import { Nomination } from './nomination/nomination.entity.js';
import { NOMINATION_FILES } from './nomination/nomination.files.js';
import { NominationRepository } from './nomination/nomination.repository.js';
import {
  NominationResolver,
  ProjectNominationsResolver,
  RoundNominationsResolver,
} from './nomination/nomination.resolver.js';
import { NominationService } from './nomination/nomination.service.js';
import { RoundNominations } from './nomination/round-nominations.js';
import { EvaluationObjection } from './objection/evaluation-objection.entity.js';
import {
  EvaluationObjectionResolver,
  RoundObjectionsResolver,
} from './objection/evaluation-objection.resolver.js';
import { EvaluationObjectionService } from './objection/evaluation-objection.service.js';
import { AccountPapers } from './paper/account-papers.js';
import { Certificates } from './paper/certificates.js';
import { RankingPapers } from './paper/ranking-papers.js';
import { AwardGrants } from './recognition/award-grants.js';
import {
  ContributionRecognitionResolver,
  DishRecognitionsResolver,
  NetworkRecognitionsResolver,
  ProjectRecognitionsResolver,
  RoundRecognitionsResolver,
  UnitRecognitionsResolver,
  NominationRecognitionsResolver,
} from './recognition/recognition-links.resolver.js';
import { Recognition } from './recognition/recognition.entity.js';
import { RECOGNITION_FILES } from './recognition/recognition.files.js';
import { RecognitionResolver } from './recognition/recognition.resolver.js';
import { RecognitionService } from './recognition/recognition.service.js';
import { Deliberation } from './result/deliberation.js';
import { EvaluationResult } from './result/evaluation-result.entity.js';
import { EvaluationResultResolver } from './result/evaluation-result.resolver.js';
import { EvaluationStanding } from './result/evaluation-standing.entity.js';
import { ResultDrafts } from './result/result-drafts.js';
import { ResultListeners } from './result/result-listeners.js';
import { ResultPublishing } from './result/result-publishing.js';
import { RoundResultsResolver } from './result/round-results.resolver.js';
import { ScoringClosing } from './result/scoring-closing.js';
import { EvaluationRoundListResolver } from './round/evaluation-round-list.resolver.js';
import { EvaluationRound } from './round/evaluation-round.entity.js';
import { EvaluationRoundRepository } from './round/evaluation-round.repository.js';
import { EvaluationRoundResolver } from './round/evaluation-round.resolver.js';
import { EvaluationRoundService } from './round/evaluation-round.service.js';
import { NetworkEvaluationRoundsResolver } from './round/network-evaluation-rounds.resolver.js';
import { ReturningOfficerService } from './round/returning-officer.service.js';
import { RoundAudienceResolver } from './round/round-audience.resolver.js';
import { RoundAudienceService } from './round/round-audience.service.js';
import { RoundEnding } from './round/round-ending.js';
import { RoundSteppingService } from './round/round-stepping.service.js';
import { RoundSteps } from './round/round-steps.js';
import { RulesWriting } from './rules/rules-writing.js';
import { ScoreSheet } from './sheet/score-sheet.entity.js';
import { ScoreSheetResolver } from './sheet/score-sheet.resolver.js';
import { ScoreSheetService } from './sheet/score-sheet.service.js';
import { SheetClosing } from './sheet/sheet-closing.js';
import { NOMINATION_MESSAGES } from './nomination/nomination.messages.js';
import { EVALUATION_OBJECTION_MESSAGES } from './objection/evaluation-objection.messages.js';
import { EVALUATION_RESULT_MESSAGES } from './result/evaluation-result.messages.js';
import { EVALUATIONS_INBOX } from './evaluations.inbox.js';

@Module({
  imports: [FilesModule, InboxModule, MessagesModule, NetworkModule, ResourcesModule],
  providers: [
    AccountPapers,
    AwardGrants,
    Certificates,
    ContributionRecognitionResolver,
    Deliberation,
    DishRecognitionsResolver,
    EvaluationObjectionResolver,
    EvaluationObjectionService,
    EvaluationResultResolver,
    EvaluationRoundListResolver,
    EvaluationRoundRepository,
    EvaluationRoundResolver,
    EvaluationRoundService,
    JudgeAssignmentResolver,
    JudgeConflictResolver,
    JudgeConflictService,
    JudgingRepository,
    JudgingRollPartsResolver,
    JudgingRollResolver,
    JudgingService,
    NetworkEvaluationRoundsResolver,
    NetworkRecognitionsResolver,
    NominationAudienceResolver,
    NominationAudienceService,
    NominationEnding,
    NominationRecognitionsResolver,
    NominationRepository,
    NominationResolver,
    NominationService,
    OwnAssignment,
    ProjectNominationsResolver,
    ProjectRecognitionsResolver,
    ProposalService,
    RankingPapers,
    RecognitionResolver,
    RecognitionService,
    ResultDrafts,
    ResultListeners,
    ResultPublishing,
    ReturningOfficerService,
    RoundAudienceResolver,
    RoundAudienceService,
    RoundEnding,
    RoundJudging,
    RoundNominations,
    RoundNominationsResolver,
    RoundObjectionsResolver,
    RoundPanelsResolver,
    RoundRecognitionsResolver,
    RoundResultsResolver,
    RoundSteppingService,
    RoundSteps,
    RulesWriting,
    ScoreSheetResolver,
    ScoreSheetService,
    ScoringClosing,
    SetAsideEvents,
    SheetClosing,
    UnitRecognitionsResolver,
  ],
})
export class EvaluationsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly carriers: FileCarriers,
    private readonly memberships: MembershipEvents,
    private readonly rounds: RoundEnding,
    private readonly nominations: RoundNominations,
    private readonly nominationEnding: NominationEnding,
    private readonly judging: RoundJudging,
    private readonly results: ResultListeners,
    private readonly inbox: InboxKinds,
    private readonly messages: MessageThings,
  ) {}

  onModuleInit(): void {
    this.inbox.register(EVALUATIONS_INBOX);
    this.messages.register([
      ...EVALUATION_RESULT_MESSAGES,
      NOMINATION_MESSAGES,
      EVALUATION_OBJECTION_MESSAGES,
    ]);
    const { nodes } = this;
    nodes.register('EvaluationJudge', (tx, id) => tx.find(EvaluationJudge, id));
    nodes.register('EvaluationObjection', (tx, id) => tx.find(EvaluationObjection, id));
    nodes.register('EvaluationResult', (tx, id) => tx.find(EvaluationResult, id));
    nodes.register('EvaluationRound', (tx, id) => tx.find(EvaluationRound, id));
    nodes.register('EvaluationStanding', (tx, id) => tx.find(EvaluationStanding, id));
    nodes.register('JudgeAssignment', (tx, id) => tx.find(JudgeAssignment, id));
    nodes.register('JudgeConflict', (tx, id) => tx.find(JudgeConflict, id));
    nodes.register('JudgingRoll', (tx, id) => tx.find(JudgingRoll, id));
    nodes.register('Nomination', (tx, id) => tx.find(Nomination, id));
    nodes.register('Recognition', (tx, id) => tx.find(Recognition, id));
    nodes.register('ScoreSheet', (tx, id) => tx.find(ScoreSheet, id));
    this.carriers.register(NOMINATION_FILES);
    this.carriers.register(RECOGNITION_FILES);
    for (const part of [this.nominations, this.judging, this.results]) part.listen();
    for (const ending of [this.rounds, this.nominationEnding]) {
      this.memberships.onEnding({
        list: (tx, of) => ending.listEnding(tx, of),
        clearUp: (tx, of) => ending.endMembership(tx, of),
      });
    }
  }
}
