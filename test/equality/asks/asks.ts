import * as fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { Selections } from './selections.js';
import { Values, type Stock } from './values.js';
import { writeAsk, type Ask } from './write-ask.js';

/** The API lets no document be deeper. */
const DEEPEST = 10;

/** Valid documents over the whole schema, each with two sets of variables; a counterexample is told as it is sent. */
export function asks(schema: GraphQLSchema, stock: Stock): fc.Arbitrary<Ask> {
  const query = schema.getQueryType();
  if (!query) throw new Error('There is nothing to ask for.');
  return new Selections(schema, new Values(stock)).of(query, DEEPEST).map((drawn) => {
    const ask = writeAsk(schema, drawn);
    const told = [ask.text, ...ask.variables.map((one) => JSON.stringify(one))].join('\n');
    return Object.assign(ask, { [fc.toStringMethod]: () => told });
  });
}
