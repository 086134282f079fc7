import { buildSchema, isInputObjectType, type GraphQLInputField } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OfferKind } from '../offer/offer.entity.js';
import { FACT_COLUMNS_OF, FACTS_OF } from './fact-columns.js';
import { OFFERS_FORM, OWN_OFFERS_FORM } from './offer-form.js';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../../../schema.graphql'), 'utf8'));

function fieldsOf(input: string): readonly GraphQLInputField[] {
  const type = schema.getType(input);
  if (!isInputObjectType(type)) throw new Error(`There is no input ${input}.`);
  return Object.values(type.getFields());
}

describe('the form of offers', () => {
  it('has a column for everything that an offer is drafted from', () => {
    const asked = fieldsOf('CreateOfferInput').map(({ name }) => name);
    const facts = Object.values(FACT_COLUMNS_OF).flat();
    const terms = OWN_OFFERS_FORM.columns.filter((column) => !facts.includes(column));
    expect(terms.map(({ field }) => (field === 'kind' ? 'facts' : field)).toSorted()).toEqual(
      asked.toSorted(),
    );
  });

  it.each(Object.values(OfferKind))('has a column for every fact of %s', (kind) => {
    const input = fieldsOf('OfferFactsInput').find(({ name }) => name === FACTS_OF[kind]);
    expect(FACT_COLUMNS_OF[kind].map(({ field }) => field).toSorted()).toEqual(
      fieldsOf(String(input?.type))
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('has no column twice, and no more of them than are read', () => {
    const { columns } = OFFERS_FORM;
    expect(new Set(columns.map(({ field }) => field)).size).toBe(columns.length);
    const names = columns.flatMap(({ heading }) => [
      heading.split(' ')[0],
      heading.slice(heading.indexOf(' ') + 1),
    ]);
    expect(new Set(names).size).toBe(names.length);
    expect(columns.length).toBeLessThan(50);
  });
});
