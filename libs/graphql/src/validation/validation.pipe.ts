import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { ApiError, type FieldProblem } from '../errors/api-error.js';
import { ERROR_WORDS } from '../errors/error-words.js';
import type { Words } from '../words/words.js';
import { findBreaks } from './many-lines.js';

const BUILT_IN: readonly unknown[] = [String, Number, Boolean, Array, Object, Date];

/** What is missing or not in the schema has been settled by GraphQL; only values are left to check. */
const OPTIONS = { skipMissingProperties: true, forbidUnknownValues: false, stopAtFirstError: true };

/** Inputs become instances of their classes, and every broken rule is named by its path. */
@Injectable()
export class InputValidationPipe implements PipeTransform {
  async transform(value: unknown, { metatype, type, data }: ArgumentMetadata): Promise<unknown> {
    // To Nest the arguments of a GraphQL field are a 'body'; parents, contexts and infos are 'custom'.
    if (type !== 'body' || !isInputClass(metatype) || !isObject(value)) return value;
    return judgeInput(metatype, value, data);
  }
}

/**
 * The instance of an input, ids in it plain: for arguments beneath a row, which are read with it and pass no pipe.
 * Throws BAD_USER_INPUT naming each broken rule by its path, which begins with the name of the argument if one is given.
 */
export function judgeInput<Input extends object>(type: Type<Input>, value: object, name?: string): Input {
  const input = plainToInstance(type, value);
  const broken = validateSync(input, OPTIONS).flatMap((error) => problems(error, name));
  const named = new Set(broken.map(({ path }) => path));
  const breaks = findBreaks(input, name).filter(({ path }) => !named.has(path));
  if (broken.length + breaks.length > 0) throw ApiError.badInput([...broken, ...breaks]);
  return input;
}

function problems(error: ValidationError, parent: string | undefined): FieldProblem[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const own = Object.keys(error.constraints ?? {}).map((rule) => ({ path, message: wordsOf(error, rule) }));
  return [...own, ...(error.children ?? []).flatMap((child) => problems(child, path))];
}

/** As `told` put them there; a rule that tells nothing has only the words of the code. */
function wordsOf({ contexts }: ValidationError, rule: string): Words {
  return (contexts?.[rule] as Words | undefined) ?? ERROR_WORDS.BAD_USER_INPUT;
}

function isInputClass(metatype: ArgumentMetadata['metatype']): metatype is Type<object> {
  return metatype !== undefined && !BUILT_IN.includes(metatype);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
