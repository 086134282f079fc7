import type { PipeTransform } from '@nestjs/common';
import { Args, ID } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { fromGlobalId } from './global-id.js';

/** On an input's property (one id or a list): services then receive plain uuids. */
export function IdOf(type: string): PropertyDecorator {
  return Transform(({ value }) => plainId(type, value));
}

/** An id argument of its own: `get(@IdArg('Offer') id: string)`. */
export function IdArg(type: string, name = 'id'): ParameterDecorator {
  return Args(name, { type: () => ID, description: `The id of the ${type}.` }, new GlobalIdPipe(type));
}

/** Turns an opaque id argument into a uuid. */
export class GlobalIdPipe implements PipeTransform {
  constructor(private readonly type: string) {}

  transform(value: unknown): unknown {
    return plainId(this.type, value);
  }
}

function plainId(type: string, value: unknown): unknown {
  if (typeof value === 'string') return fromGlobalId(type, value);
  return Array.isArray(value) ? value.map((one: unknown) => plainId(type, one)) : value;
}
