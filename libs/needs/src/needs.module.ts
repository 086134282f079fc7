import { FileCarriers, FilesModule } from '#files';
import { NodeRegistry } from '#graphql';
import { NeedCategory, NetworkModule } from '#network';
import { ResourcesModule } from '#resources';
import { Module, type OnModuleInit } from '@nestjs/common';
import { NeedCategoryResolver } from './category/need-category.resolver.js';
import { NetworkCategoriesResolver } from './category/network-categories.resolver.js';
import { ClaimEnding } from './claim/claim-ending.js';
import { Need } from './need/need.entity.js';
import { needFiles } from './need/need.files.js';
import { NeedRepository } from './need/need.repository.js';
import { NeedResolver } from './need/need.resolver.js';
import { NeedService } from './need/need.service.js';
import { NetworkNeedsResolver } from './need/network-needs.resolver.js';
import { ProjectHost } from './host/project-host.entity.js';
import { ProjectNote } from './note/project-note.entity.js';
import { BookingProjectResolver } from './project-booking/booking-project.resolver.js';
import { NeedProjectResolver } from './project/need-project.resolver.js';
import { NetworkProjectsResolver } from './project/network-projects.resolver.js';
import { ProjectListResolver } from './project/project-list.resolver.js';
import { Project } from './project/project.entity.js';
import { ProjectStep } from './step/project-step.entity.js';

@Module({
  imports: [FilesModule, NetworkModule, ResourcesModule],
  providers: [
    ClaimEnding,
    NeedCategoryResolver,
    NeedRepository,
    NeedResolver,
    NeedService,
    NetworkCategoriesResolver,
    NetworkNeedsResolver,
    BookingProjectResolver,
    NeedProjectResolver,
    NetworkProjectsResolver,
    ProjectListResolver,
  ],
})
export class NeedsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly carriers: FileCarriers,
    private readonly needs: NeedRepository,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Need', (tx, id) => tx.find(Need, id));
    this.nodes.register('NeedCategory', (tx, id) => tx.find(NeedCategory, id));
    this.nodes.register('Project', (tx, id) => tx.find(Project, id));
    this.nodes.register('ProjectHost', (tx, id) => tx.find(ProjectHost, id));
    this.nodes.register('ProjectNote', (tx, id) => tx.find(ProjectNote, id));
    this.nodes.register('ProjectStep', (tx, id) => tx.find(ProjectStep, id));
    this.carriers.register(needFiles(this.needs));
  }
}
