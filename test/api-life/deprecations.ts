import type { GraphQLSchema } from 'graphql';
import { listFacts } from './schema-facts.js';

const FORM = /^until (\d{4}-\d{2}-\d{2}): use `([^`]+)`/;

/** What is wrong with the deprecations: each says until when it works at least, and what to use instead. */
export function listFaultyDeprecations(schema: GraphQLSchema, today: string): string[] {
  const facts = listFacts(schema);
  return [...facts].flatMap(([coordinate, { deprecation }]) => {
    if (deprecation === null) return [];
    const [, until, instead] = FORM.exec(deprecation) ?? [];
    if (until === undefined || Number.isNaN(Date.parse(until)))
      return [
        `${coordinate}: the reason reads "until YYYY-MM-DD: use \`Type.field\`…", not "${deprecation}".`,
      ];
    if (until < today) return [`${coordinate}: ${until} has passed; remove it, or give it more time.`];
    return instead !== undefined && facts.has(instead) ? [] : [`${coordinate}: there is no ${instead}.`];
  });
}
