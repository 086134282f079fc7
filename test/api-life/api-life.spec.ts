import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listUntold } from './api-changelog.js';
import { listFaultyDeprecations } from './deprecations.js';
import { listChanges, type Change } from './schema-changes.js';

const ROOT = join(import.meta.dirname, '../../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

const schema = buildSchema(read('schema.graphql'));
const changes = listChanges(buildSchema(read('released/schema.graphql')), schema);

describe('schema.graphql against released/schema.graphql', () => {
  afterAll(() => {
    // For whoever reads the run: what the next release changes for those who build on the API.
    for (const { grade, says } of changes) process.stdout.write(`schema.graphql: ${grade} ${says}\n`);
  });

  it('has no breaking change that CHANGELOG-API.md does not name under Unreleased', () => {
    expect(listUntold(read('CHANGELOG-API.md'), changes)).toEqual([]);
  });

  it('has no deprecation without a date, or whose date has passed', () => {
    expect(listFaultyDeprecations(schema, new Date().toISOString().slice(0, 10))).toEqual([]);
  });
});

const BEFORE = `
  directive @old(a: Int) repeatable on FIELD | QUERY
  scalar Day
  interface Node { id: ID! }
  interface Named { name: String }
  type Query { toys(first: Int, kind: Kind, size: Int = 1): [Toy] "Lends. Who: officer." lend(id: ID!): Lent gone: Int day: Day  thing: Thing }
  type Toy implements Node & Named { id: ID! name: String weight: Float! old: Int }
  type Car implements Node { id: ID! }
  type Thing { id: ID! }
  type Lonely { a: Int }
  union Lent = Toy | Car
  enum Kind { BUS ROOM }
  input ToyInput { name: String!  size: Int = 1 colour: String }
`;
const AFTER = `
  directive @old on FIELD
  scalar Day
  interface Node { id: ID! }
  interface Named { name: String }
  type Query { toys(first: Int!, size: Int = 2, order: Int, must: Int!): [Toy] "Lends. Who: secretary." lend(id: ID): Lent day: Day thing: Thing extra(a: Int): Extra }
  type Toy implements Node { id: ID! name: String! weight: Float "Older." old: Int @deprecated(reason: "until 2027-03-01: use \`Toy.name\`") }
  type Car implements Node & Named { id: ID! name: String }
  input Thing { id: ID! }
  type Extra { a: Int }
  union Lent = Toy | Extra
  enum Kind { BUS HALL }
  input ToyInput { name: String size: Int = 2 weight: Int! length: Int }
`;

describe('the comparison of two schemas', () => {
  const found = listChanges(
    buildSchema(BEFORE, { assumeValid: true }),
    buildSchema(AFTER, { assumeValid: true }),
  );
  const of = (grade: Change['grade']): string[] =>
    [...new Set(found.filter((one) => one.grade === grade).map(({ coordinate }) => coordinate))].toSorted();

  it('finds what breaks, by its coordinate', () => {
    expect(of('BREAKING')).toEqual([
      '@old',
      '@old(a:)',
      'Kind.ROOM',
      'Lent',
      'Lonely',
      'Query.gone',
      'Query.toys(first:)',
      'Query.toys(kind:)',
      'Query.toys(must:)',
      'Thing',
      'Toy',
      'Toy.weight',
      'ToyInput.colour',
      'ToyInput.weight',
    ]);
  });

  it('finds what is dangerous: new values and members, changed defaults, other callers', () => {
    expect(of('DANGEROUS')).toEqual([
      'Car',
      'Kind.HALL',
      'Lent',
      'Query.lend',
      'Query.toys(order:)',
      'Query.toys(size:)',
      'ToyInput.length',
      'ToyInput.size',
    ]);
  });

  it('names what is safe', () => {
    expect(of('SAFE')).toEqual([
      'Car.name',
      'Extra',
      'Query.extra',
      'Query.lend(id:)',
      'Toy.name',
      'Toy.old',
      'ToyInput.name',
    ]);
  });

  it('finds nothing between a schema and itself', () => {
    expect(listChanges(schema, schema)).toEqual([]);
  });

  it('is content when the breaking ones are named under Unreleased, and with nothing else', () => {
    const told = of('BREAKING')
      .map((coordinate) => `- \`${coordinate}\`: use another.`)
      .join('\n');
    expect(listUntold(`# Changes\n\n## Unreleased\n\n${told}\n\n## 2026-11-22\n`, found)).toEqual([]);
    expect(listUntold(`# Changes\n\n## Unreleased\n\n${told}`, found)).toEqual([]);
    const late = listUntold(`# Changes\n\n## Unreleased\n\n- \`Toy\`\n\n## 2026-11-22\n\n${told}`, found);
    expect(late.map(({ coordinate }) => coordinate)).not.toContain('Toy');
    expect(late.map(({ coordinate }) => coordinate)).toContain('Query.gone');
  });
});

describe('a deprecation', () => {
  const faultsOf = (reason: string): string[] =>
    listFaultyDeprecations(
      buildSchema(`type Query { new: Int old: Int @deprecated(reason: "${reason}") }`),
      '2026-11-22',
    );

  it.each(['until 2026-11-22: use `Query.new`', 'until 2027-03-01: use `Query.new`, which counts all'])(
    'may say %s',
    (reason) => expect(faultsOf(reason)).toEqual([]),
  );

  it.each([
    'until 2026-11-21: use `Query.new`',
    'until 2027-13-01: use `Query.new`',
    'until 2027-03-01: use `Query.newer`',
    'until 2027-03-01',
    'use `Query.new`',
    'No longer supported',
  ])('may not say %s', (reason) => expect(faultsOf(reason)).toHaveLength(1));

  it('is found wherever one can stand', () => {
    const everywhere = buildSchema(`
      type Query { a(old: Int @deprecated): Kind }
      enum Kind { OLD @deprecated }
      input Wish { old: Int @deprecated }
    `);
    expect(listFaultyDeprecations(everywhere, '2026-11-22')).toHaveLength(3);
  });
});
