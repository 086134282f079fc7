import { ConnectionArgs, TenantContext, type Page, type Words } from '#graphql';
import type { Network, Unit } from '#network';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { FigureMeasure } from '../kind/figure-measure.enum.js';
import type { FigureNature } from '../kind/figure-nature.enum.js';
import type { FigureName } from '../kind/figure-name.enum.js';
import { FigureRowsArgs } from '../row/figure-rows.args.js';
import { pageOfRows, type FigureRow } from '../row/figure-rows.js';
import { FigureRowConnection } from '../row/figure-row.object.js';
import type { Figure, ToldPart } from './figure.js';
import type { FigureValue } from './figure-value.js';
import {
  FigureObject,
  FigureOfNetworkObject,
  FigureOfUnitObject,
  FigureValueObject,
} from './figures.object.js';

@Resolver(() => FigureObject)
export class FigureResolver {
  @ResolveField()
  name(@Parent() { kind }: Figure): FigureName {
    return kind.name;
  }

  @ResolveField()
  title(@Parent() { kind }: Figure): Words {
    return kind.title;
  }

  @ResolveField()
  definition(@Parent() { kind }: Figure): Words {
    return kind.definition;
  }

  @ResolveField()
  measure(@Parent() { kind }: Figure): FigureMeasure {
    return kind.measure;
  }

  @ResolveField()
  nature(@Parent() { kind }: Figure): FigureNature {
    return kind.nature;
  }

  @ResolveField()
  async values(@Parent() figure: Figure): Promise<readonly FigureValue[]> {
    return (await figure.sums()).values;
  }

  @ResolveField(() => FigureValueObject, { nullable: true })
  async total(@Parent() figure: Figure): Promise<FigureValue | null> {
    return (await figure.sums()).total;
  }

  @ResolveField(() => [FigureOfUnitObject], {
    description:
      'The same of each unit, the largest first: of all that belong to the network and of those that have left, of your own alone where the others are not told to you. Empty for what is no figure of units.',
  })
  byUnit(@Parent() figure: Figure): Promise<readonly ToldPart[]> {
    return figure.byUnit();
  }

  @ResolveField(() => [FigureOfNetworkObject], {
    description: 'The same of each network that was counted. Empty where the figure is withheld.',
  })
  byNetwork(@Parent() figure: Figure): Promise<readonly ToldPart[]> {
    return figure.byNetwork();
  }

  @ResolveField(() => FigureRowConnection, {
    nullable: true,
    description:
      'What the figure was made of, the latest month first: their numerators and denominators add up to it. Null where `rowsWithheld` says why. BAD_USER_INPUT for a page that cannot be, and for months outside those asked.',
  })
  rows(
    @Args() args: FigureRowsArgs,
    @Args() page: ConnectionArgs,
    @Parent() figure: Figure,
    @Context() context: TenantContext,
  ): Promise<Page<FigureRow> | null> {
    return pageOfRows(context, figure, args, page);
  }
}

@Resolver(() => FigureOfUnitObject)
export class FigureOfUnitResolver {
  @ResolveField()
  unit(@Parent() { figures, id }: ToldPart): Promise<Unit | null> {
    return figures.parties.findUnit(id);
  }
}

@Resolver(() => FigureOfNetworkObject)
export class FigureOfNetworkResolver {
  @ResolveField()
  network(@Parent() { figures, id }: ToldPart): Promise<Network | null> {
    return figures.parties.findNetwork(id);
  }
}
