import { NodeRegistry } from '#graphql';
import { Module, type OnModuleInit } from '@nestjs/common';
import { DirectoryResolver } from './directory/directory.resolver.js';
import { Membership } from './membership/membership.entity.js';
import { MembershipEvents } from './membership/membership.events.js';
import { MembershipResolver } from './membership/membership.resolver.js';
import { MembershipService } from './membership/membership.service.js';
import { Network } from './network/network.entity.js';
import { NetworkResolver } from './network/network.resolver.js';
import { Post } from './post/post.entity.js';
import { PostResolver } from './post/post.resolver.js';
import { PostService } from './post/post.service.js';
import { Area } from './region/area.entity.js';
import { AccessTokens } from './sign-in/access-tokens.js';
import { AttemptLimit } from './sign-in/attempt-limit.js';
import { SignInResolver } from './sign-in/sign-in.resolver.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SigningKeys } from './sign-in/signing-keys.js';
import { Unit } from './unit/unit.entity.js';

@Module({
  providers: [
    AccessTokens,
    AttemptLimit,
    DirectoryResolver,
    MembershipEvents,
    MembershipResolver,
    MembershipService,
    NetworkResolver,
    PostResolver,
    PostService,
    SigningKeys,
    SignInResolver,
    SignInService,
  ],
  exports: [AccessTokens, AttemptLimit, MembershipEvents, SigningKeys],
})
export class NetworkModule implements OnModuleInit {
  constructor(private readonly nodes: NodeRegistry) {}

  onModuleInit(): void {
    for (const entity of [Area, Unit, Network, Membership, Post]) {
      this.nodes.register(entity.name, (tx, id) => tx.find(entity, id));
    }
  }
}
