import { applyDecorators, type Type } from '@nestjs/common';
import { Type as TypeOf } from 'class-transformer';
import { ValidateNested } from 'class-validator';

/** An input inside an input, or a list of them: both decorators, as either alone silently checks nothing. */
export function Nested(type: () => Type<object>): PropertyDecorator {
  return applyDecorators(TypeOf(type), ValidateNested());
}
