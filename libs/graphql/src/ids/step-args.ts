import type { Type } from '@nestjs/common';
import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { Min } from 'class-validator';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { told } from '../words/told.js';
import { IdOf } from './id-of.js';

export interface Step {
  id: string;
  version: number;
}

/** The arguments of a step in a thing's life: which thing, and which version of it was decided on. */
export function stepOn(type: string): Type<Step> {
  @ArgsType()
  class StepArgs implements Step {
    @IdOf(type)
    @Field(() => ID, { description: `The id of the ${type}.` })
    id!: string;

    @Min(1, told(GRAPHQL_WORDS.versionFromOne))
    @Field(() => Int, { description: 'The version you saw; an older one is refused.' })
    version!: number;
  }
  return StepArgs;
}
