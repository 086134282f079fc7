import { FileCarriers, FilesModule } from '#files';
import { NodeRegistry } from '#graphql';
import { NeedCategory, NetworkModule } from '#network';
import { ResourcesModule } from '#resources';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CallAgain } from './call/call-again.js';
import { NeedCall } from './call/need-call.js';
import { NeedCallResolver } from './call/need-call.resolver.js';
import { NeedCategoryResolver } from './category/need-category.resolver.js';
import { NetworkCategoriesResolver } from './category/network-categories.resolver.js';
import { ClaimAsking } from './claim/claim-asking.js';
import { ClaimEnding } from './claim/claim-ending.js';
import { ClaimPlaces } from './claim/claim-places.js';
import { ClaimTimes } from './claim/claim-times.js';
import { Claim } from './claim/claim.entity.js';
import { ClaimResolver } from './claim/claim.resolver.js';
import { ClaimService } from './claim/claim.service.js';
import { NeedClaimsResolver } from './claim/need-claims.resolver.js';
import { NeedMatching } from './matching/need-matching.js';
import { NeedMatchingResolver, NeedOfferMatchResolver } from './matching/need-matching.resolver.js';
import { Need } from './need/need.entity.js';
import { needFiles } from './need/need.files.js';
import { NeedRepository } from './need/need.repository.js';
import { NeedResolver } from './need/need.resolver.js';
import { NeedService } from './need/need.service.js';
import { NetworkNeedsResolver } from './need/network-needs.resolver.js';
import { NeedRecord } from './record/need-record.js';
import { RecordNeedResolver } from './record/record-need.resolver.js';

@Module({
  imports: [FilesModule, NetworkModule, ResourcesModule],
  providers: [
    CallAgain,
    ClaimAsking,
    ClaimEnding,
    ClaimPlaces,
    ClaimResolver,
    ClaimService,
    ClaimTimes,
    NeedCall,
    NeedCallResolver,
    NeedCategoryResolver,
    NeedClaimsResolver,
    NeedMatching,
    NeedMatchingResolver,
    NeedOfferMatchResolver,
    NeedRepository,
    NeedResolver,
    NeedService,
    NetworkCategoriesResolver,
    NetworkNeedsResolver,
    NeedRecord,
    RecordNeedResolver,
  ],
})
export class NeedsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly carriers: FileCarriers,
    private readonly needs: NeedRepository,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Claim', (tx, id) => tx.find(Claim, id));
    this.nodes.register('Need', (tx, id) => tx.find(Need, id));
    this.nodes.register('NeedCategory', (tx, id) => tx.find(NeedCategory, id));
    this.carriers.register(needFiles(this.needs));
  }
}
