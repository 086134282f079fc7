import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  Allow,
  AnyPost,
  ApiError,
  IdArg,
  NOWHERE,
  Public,
  readPage,
  Refused,
  StaleVersion,
  type KeysetList,
  type Page,
} from '#graphql';
import { writeCursor } from '../../../test/support/write-cursor.js';
import { LendToyResult, MakeToyInput, Toy, ToyConnection, ToysArgs, ToyTaken } from './toy.types.js';

export const TOY_ID = '11111111-2222-4333-8444-555555555555';
const TOYS: KeysetList = { name: 'toys', order: [{ expression: 'toy.name', direction: 'ASC' }] };
const THINGS: KeysetList = { name: 'things', order: [{ expression: 'toy.name', direction: 'ASC' }] };

/** What the resolvers received, for the tests to look at. */
export const received: unknown[] = [];

@Resolver(() => Toy)
export class ToyResolver {
  @Query(() => ToyConnection, { description: 'All toys.' })
  @Public('toys are for everybody')
  toys(@Args() args: ToysArgs): Page<Toy> {
    return pageOf(args, TOYS, 3);
  }

  @Query(() => ToyConnection, { description: 'Other toys.' })
  @Public('things are for everybody')
  things(@Args() args: ToysArgs): Page<Toy> {
    return pageOf(args, THINGS);
  }

  @Query(() => Toy, { description: 'One toy.' })
  @AnyPost()
  toy(@IdArg('Toy') id: string): Toy {
    received.push(id);
    if (id === NOWHERE || id !== TOY_ID) throw ApiError.notFound();
    return new Toy(id, 'bus');
  }

  @Query(() => Int, { nullable: true, description: 'Breaks.' })
  @Public('to be broken')
  broken(@Args('how', { type: () => String, description: 'How.' }) how: string): number {
    if (how === 'pool') throw new Error('timeout exceeded when trying to connect');
    throw Object.assign(new Error(`secret detail in ${how}`), { code: how });
  }

  @Query(() => Int, { description: 'States nothing.' })
  forgotten(): number {
    return 1;
  }

  @Mutation(() => Toy, { description: 'Makes a toy.' })
  @Public('anybody may make toys')
  makeToy(@Args('input', { type: () => MakeToyInput, description: 'The toy.' }) input: MakeToyInput): Toy {
    received.push(input);
    return new Toy(TOY_ID, input.name);
  }

  @Mutation(() => LendToyResult, { description: 'Lends a toy.' })
  @Allow('SECRETARY', 'OFFICER')
  lendToy(@Args('version', { type: () => Int, description: 'The version seen.' }) version: number): Toy {
    if (version === 1) throw new Refused(new StaleVersion(2));
    if (version === 2) throw new Refused(new ToyTaken());
    return new Toy(TOY_ID, 'bus');
  }

  @Mutation(() => Toy, { description: 'Refuses without a union.' })
  @Public('to be broken')
  refuseWrongly(): Toy {
    throw new Refused(new ToyTaken());
  }
}

function pageOf(args: ToysArgs, list: KeysetList, totalCount?: number): Page<Toy> {
  const { from, size } = readPage(args, list);
  const names = ['a', 'b', 'c'].filter((name) => from === null || name > (from[0] ?? ''));
  const edges = names
    .slice(0, size)
    .map((name) => ({ cursor: writeCursor(list, [name]), node: new Toy(TOY_ID, name) }));
  const pageInfo = {
    hasNextPage: names.length > size,
    hasPreviousPage: from !== null,
    startCursor: edges.at(0)?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo, totalCount };
}
