import { Matches, type ValidationOptions } from 'class-validator';

/** Text that says something: more than spaces of any width. */
export function NotBlank(options: ValidationOptions): PropertyDecorator {
  return Matches(/\S/u, options);
}
