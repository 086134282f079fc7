import { isScalarType, isSpecifiedScalarType, type GraphQLSchema } from 'graphql';
import { DateScalar } from './date.scalar.js';
import { DateTimeScalar } from './date-time.scalar.js';
import { DecimalScalar } from './decimal.scalar.js';
import { LongText } from './text.js';
import { QuarterScalar } from './quarter.scalar.js';
import { TimeOfDayScalar } from './time-of-day.scalar.js';

const KNOWN = [DateScalar, DateTimeScalar, DecimalScalar, LongText, QuarterScalar, TimeOfDayScalar];

/** A scalar that this library did not write (JSON, say) would let undisciplined text in. */
export function checkScalars(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || isSpecifiedScalarType(type) || KNOWN.some((known) => known === type)) continue;
    throw new Error(
      `The scalar ${type.name} is not one of libs/graphql; text could enter through it unchecked.`,
    );
  }
}
