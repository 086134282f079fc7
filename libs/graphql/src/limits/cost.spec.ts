import { buildSchema, parse } from 'graphql';
import { measureCost } from './cost.js';

const SCHEMA = buildSchema(`
  type Query { toys(of: ID, first: Int! = 20): ToyConnection }
  type ToyConnection { nodes: [Toy!] }
  type Toy { id: ID name: String }
`);
const DOCUMENT = parse(`query ($of: ID, $size: Int = 10, $named: Boolean = true) {
  toys(of: $of, first: $size) { nodes { id name @include(if: $named) } }
}`);
const costOf = (variables: Record<string, unknown>): number => measureCost(SCHEMA, DOCUMENT, { variables });

describe('measureCost, of a document that is asked again', () => {
  it('counts the sizes of pages and what is left out, and nothing else that variables say', () => {
    expect(costOf({ of: 'one', size: 2 })).toBe(1 + 2 * 3);
    expect(costOf({ of: 'another', size: 2 })).toBe(1 + 2 * 3);
    expect(costOf({ of: 'one', size: 50 })).toBe(1 + 50 * 3);
    expect(costOf({ of: 'one', size: 2, named: false })).toBe(1 + 2 * 2);
    expect(costOf({ of: 'one' })).toBe(1 + 10 * 3);
  });

  it('still refuses a null that fits the variable but not where it is used', () => {
    expect(costOf({ size: 1 })).toBe(1 + 3);
    expect(() => costOf({ size: null })).toThrow('must not be null');
  });
});
