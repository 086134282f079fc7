import { AnyPost, TenantContext } from '#graphql';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Figure } from './figure.js';
import { FiguresArgs } from './figures.args.js';
import type { Figures } from './figures.js';
import { FigureObject, FiguresObject } from './figures.object.js';
import { FiguresService } from './figures.service.js';

@Resolver(() => FiguresObject)
export class FiguresResolver {
  constructor(private readonly service: FiguresService) {}

  @AnyPost()
  @Query(() => FiguresObject, {
    nullable: true,
    description:
      'Figures of a network, a unit or an area, by month, quarter or year: of what a network publishes for all who read it, of what is private to units for themselves, their committee and, as sums, stewards. Null alike for what does not exist and for what you may not see. BAD_USER_INPUT for months that are none, in the wrong order, or more than 120.',
  })
  figures(@Args() args: FiguresArgs, @Context() context: TenantContext): Promise<Figures | null> {
    return this.service.find(context, args);
  }

  @ResolveField('figures', () => [FigureObject])
  list(@Parent() figures: Figures): readonly Figure[] {
    return figures.asked.kinds.map((kind) => new Figure(figures, kind));
  }
}
