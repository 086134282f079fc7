import { FileCarriers, FilesModule } from '#files';
import { FigureKinds, FiguresModule } from '#figures';
import { NodeRegistry } from '#graphql';
import { InboxKinds, InboxModule } from '#inbox';
import { NeedCategory, NetworkModule } from '#network';
import { ResourcesModule } from '#resources';
import { MessagesModule, MessageThings } from '#messages';
import { Module, type OnModuleInit } from '@nestjs/common';
import { NeedAudienceResolver } from './audience/need-audience.resolver.js';
import { NeedAudienceService } from './audience/need-audience.service.js';
import { CallAgain } from './call/call-again.js';
import { NeedCall } from './call/need-call.js';
import { NeedCallResolver } from './call/need-call.resolver.js';
import { NeedCategoryResolver } from './category/need-category.resolver.js';
import { NeedCategoryService } from './category/need-category.service.js';
import { NetworkCategoriesResolver } from './category/network-categories.resolver.js';
import { ClaimAsking } from './claim/claim-asking.js';
import { ClaimEnding } from './claim/claim-ending.js';
import { ClaimPlaces } from './claim/claim-places.js';
import { ClaimTimes } from './claim/claim-times.js';
import { Claim } from './claim/claim.entity.js';
import { ClaimResolver } from './claim/claim.resolver.js';
import { ClaimService } from './claim/claim.service.js';
import { NeedClaimsResolver } from './claim/need-claims.resolver.js';
import { UnitLeaving } from './claim/unit-leaving.js';
import { ProjectHost } from './host/project-host.entity.js';
import { ProjectHostResolver } from './host/project-host.resolver.js';
import { ProjectHostService } from './host/project-host.service.js';
import { ProjectHosts } from './host/project-hosts.js';
import { NeedMatching } from './matching/need-matching.js';
import { NeedMatchingResolver, NeedOfferMatchResolver } from './matching/need-matching.resolver.js';
import { NeedProjects } from './need/need-projects.js';
import { Need } from './need/need.entity.js';
import { needFiles } from './need/need.files.js';
import { CLAIM_MESSAGES } from './claim/claim.messages.js';
import { NEED_MESSAGES } from './need/need.messages.js';
import { PROJECT_MESSAGES } from './project/project.messages.js';
import { NeedRepository } from './need/need.repository.js';
import { NeedResolver } from './need/need.resolver.js';
import { NeedService } from './need/need.service.js';
import { NetworkNeedsResolver } from './need/network-needs.resolver.js';
import { ProjectNote } from './note/project-note.entity.js';
import { ProjectNoteResolver } from './note/project-note.resolver.js';
import { ProjectNoteService } from './note/project-note.service.js';
import { BookingProjectResolver } from './project-booking/booking-project.resolver.js';
import { ProjectBookingResolver } from './project-booking/project-booking.resolver.js';
import { ProjectBookings } from './project-booking/project-bookings.js';
import { NeedProjectResolver } from './project/need-project.resolver.js';
import { NetworkProjectsResolver } from './project/network-projects.resolver.js';
import { ProjectEnding } from './project/project-ending.js';
import { ProjectFollowUp } from './project/project-follow-up.js';
import { ProjectLife } from './project/project-life.js';
import { ProjectListResolver } from './project/project-list.resolver.js';
import { ProjectStart } from './project/project-start.js';
import { Project } from './project/project.entity.js';
import { projectFiles } from './project/project.files.js';
import { ProjectRepository } from './project/project.repository.js';
import { ProjectResolver } from './project/project.resolver.js';
import { ProjectService } from './project/project.service.js';
import { NeedRecord } from './record/need-record.js';
import { RecordNeedResolver } from './record/record-need.resolver.js';
import { ProjectStep } from './step/project-step.entity.js';
import { ProjectStepResolver } from './step/project-step.resolver.js';
import { ProjectStepService } from './step/project-step.service.js';
import { ProjectSteps } from './step/project-steps.js';
import { ThreeListsCountsResolver } from './three-lists/three-lists-counts.resolver.js';
import { ThreeListsResolver } from './three-lists/three-lists.resolver.js';
import { ThreeListsService } from './three-lists/three-lists.service.js';
import { NEEDS_FIGURES, NEEDS_PARTS } from './needs.figures.js';
import { NEEDS_INBOX } from './needs.inbox.js';

@Module({
  imports: [FilesModule, InboxModule, FiguresModule, MessagesModule, NetworkModule, ResourcesModule],
  providers: [
    BookingProjectResolver,
    CallAgain,
    ClaimAsking,
    ClaimEnding,
    ClaimPlaces,
    ClaimResolver,
    ClaimService,
    ClaimTimes,
    NeedAudienceResolver,
    NeedAudienceService,
    NeedCall,
    NeedCallResolver,
    NeedCategoryResolver,
    NeedCategoryService,
    NeedClaimsResolver,
    NeedMatching,
    NeedMatchingResolver,
    NeedOfferMatchResolver,
    NeedProjectResolver,
    { provide: NeedProjects, useExisting: ProjectFollowUp },
    NeedRecord,
    NeedRepository,
    NeedResolver,
    NeedService,
    NetworkCategoriesResolver,
    NetworkNeedsResolver,
    NetworkProjectsResolver,
    ProjectBookingResolver,
    ProjectBookings,
    ProjectEnding,
    ProjectFollowUp,
    ProjectHostResolver,
    ProjectHostService,
    ProjectHosts,
    ProjectLife,
    ProjectListResolver,
    ProjectNoteResolver,
    ProjectNoteService,
    ProjectRepository,
    ProjectResolver,
    ProjectService,
    ProjectStart,
    ProjectStepResolver,
    ProjectStepService,
    ProjectSteps,
    RecordNeedResolver,
    ThreeListsCountsResolver,
    ThreeListsResolver,
    ThreeListsService,
    UnitLeaving,
  ],
})
export class NeedsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly carriers: FileCarriers,
    private readonly needs: NeedRepository,
    private readonly projects: ProjectRepository,
    private readonly hosts: ProjectHosts,
    private readonly leaving: UnitLeaving,
    private readonly inbox: InboxKinds,
    private readonly figures: FigureKinds,
    private readonly messages: MessageThings,
  ) {}

  onModuleInit(): void {
    this.inbox.register(NEEDS_INBOX);
    this.messages.register([NEED_MESSAGES, CLAIM_MESSAGES, PROJECT_MESSAGES]);
    this.figures.register(NEEDS_FIGURES);
    this.figures.registerParts(NEEDS_PARTS);
    this.nodes.register('Claim', (tx, id) => tx.find(Claim, id));
    this.nodes.register('Need', (tx, id) => tx.find(Need, id));
    this.nodes.register('NeedCategory', (tx, id) => tx.find(NeedCategory, id));
    this.nodes.register('Project', (tx, id) => tx.find(Project, id));
    this.nodes.register('ProjectHost', (tx, id) => tx.find(ProjectHost, id));
    this.nodes.register('ProjectNote', (tx, id) => tx.find(ProjectNote, id));
    this.nodes.register('ProjectStep', (tx, id) => tx.find(ProjectStep, id));
    this.carriers.register(needFiles(this.needs));
    this.carriers.register(projectFiles(this.projects, this.hosts));
    this.leaving.listen();
  }
}
