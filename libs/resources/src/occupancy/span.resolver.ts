import type { Span } from '#calendar';
import { TenantContext } from '#graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { isProvisional } from '../conflict/provisional.js';
import { SpanObject } from './span.object.js';

@Resolver(() => SpanObject)
export class SpanResolver {
  @ResolveField(() => Boolean, {
    description:
      'It touches a year whose calendar is not announced: its days count by their weekdays until then, so what is open may still change.',
  })
  provisional(@Parent() { startsAt, endsAt }: Span, @Context() context: TenantContext): Promise<boolean> {
    // One that was stored with its booking has instants as JSON has them.
    const span = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    return context.read((tx) => isProvisional(tx, span));
  }
}
