import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ask, refusalOf, startToyApp } from './toy-app.js';
import { received } from './toy.resolver.js';

const MAKE = 'mutation ($input: MakeToyInput!) { makeToy(input: $input) { name } }';
const GOOD = { name: 'bus', kind: 'BUS', facts: { seats: 40 } };

describe('input', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startToyApp();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    received.length = 0;
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a wrong type', { facts: { seats: 'many' } }, 'input.facts.seats'],
    ['a number out of range', { facts: { seats: 99_999_999_999 } }, 'input.facts.seats'],
    ['a broken rule', { facts: { seats: -1 } }, 'input.facts.seats'],
    ['a missing field', { facts: {} }, 'input.facts.seats'],
    ['an unknown field', { facts: { seats: 1, seat: 1 } }, 'input.facts.seat'],
    ['an unknown enum value', { kind: 'BUSS' }, 'input.kind'],
    ['a day that never was', { day: '2027-02-29' }, 'input.day'],
    ['an instant without offset', { at: '2027-01-01T00:00:00' }, 'input.at'],
    ['an hour that never was', { hours: [{ from: '08:00' }, { from: '24:01' }] }, 'input.hours.1.from'],
    ['a broken rule in a list', { hours: [{ from: '21:00' }] }, 'input.hours.0.from'],
    ['an inexact decimal', { facts: { seats: 1, weight: '1e5' } }, 'input.facts.weight'],
    ['NUL', { name: 'a\0b' }, 'input.name'],
    ['NUL in a list', { tags: ['a', '\0'] }, 'input.tags.1'],
    ['half a surrogate pair', { name: 'a\ud800b' }, 'input.name'],
    ['a line break', { name: 'a\nb' }, 'input.name'],
    ['a line break in a list', { tags: ['a', 'b\tc'] }, 'input.tags.1'],
    ['a hidden character', { name: 'a\u200bb' }, 'input.name'],
    ['a direction turned round', { story: 'bill\u202efdp.exe' }, 'input.story'],
    ['50,000 characters', { name: 'x'.repeat(50_000) }, 'input.name'],
    ['50,000 characters in a list', { tags: ['x'.repeat(50_000)] }, 'input.tags.0'],
    ['longer than the field allows', { name: 'x'.repeat(51) }, 'input.name'],
    ['a list of 201', { tags: Array.from({ length: 201 }, () => 'x') }, 'input.tags'],
    ['NUL in an id', { parentId: '\0' }, 'input.parentId'],
  ])('%s is refused with its path', async (_what, change, path) => {
    const answer = await ask(app, MAKE, { input: { ...GOOD, ...change } });
    expect(refusalOf(answer)).toBe(`BAD_USER_INPUT ${path}`);
    expect(JSON.stringify(answer.body).length).toBeLessThan(1_500);
    expect(received).toEqual([]);
  });

  test.each([
    ['a wrong type', 'facts: { seats: "many" }', 'input.facts.seats'],
    ['an enum typo', 'facts: { seats: 1 }, kind: BUSS', 'input.kind'],
    ['NUL', 'facts: { seats: 1 }, tags: ["a", "\\u0000"]', 'input.tags.1'],
    ['a day that never was', 'facts: { seats: 1 }, day: "2027-02-29"', 'input.day'],
  ])('%s written into the document is refused with its path', async (_what, fields, path) => {
    const answer = await ask(app, `mutation { makeToy(input: { name: "bus", ${fields} }) { name } }`);
    expect(answer.body.errors?.map(({ extensions }) => extensions.fields?.[0]?.path)).toContain(path);
    expect(answer.status).toBe(400);
  });

  test('a literal list of 201 is refused', async () => {
    const tags = Array.from({ length: 201 }, () => '"x"').join(' ');
    const document = `mutation { makeToy(input: { name: "bus", kind: BUS, facts: { seats: 1 }, tags: [${tags}] }) { name } }`;
    expect(refusalOf(await ask(app, document))).toBe('BAD_USER_INPUT input.tags');
  });

  test('what looks the same becomes the same, in variables and in literals', async () => {
    await ask(app, MAKE, { input: { ...GOOD, name: 'Cafe\u0301' } });
    await ask(
      app,
      'mutation { makeToy(input: { name: "Cafe\\u0301", kind: BUS, facts: { seats: 1 } }) { name } }',
    );
    expect(received).toMatchObject([{ name: 'Café' }, { name: 'Café' }]);
  });

  test('rare characters, exact decimals and a long story arrive unharmed', async () => {
    const input = {
      ...GOOD,
      name: '𠮷😀',
      story: '字\n\t字'.repeat(10_000),
      facts: { seats: 1, weight: '45.0' },
    };
    expect((await ask(app, MAKE, { input })).body.data).toEqual({ makeToy: { name: '𠮷😀' } });
    expect(received).toMatchObject([{ facts: { weight: '45.0' } }]);
  });

  test('nesting that would exhaust the stack is refused', async () => {
    let part: object = GOOD;
    for (let depth = 0; depth < 2_000; depth += 1) part = { ...GOOD, part };
    expect(refusalOf(await ask(app, MAKE, { input: part }))).toMatch(/^BAD_USER_INPUT input\.part\.part/);
  });

  test('a missing variable is named', async () => {
    expect(refusalOf(await ask(app, MAKE))).toBe('BAD_USER_INPUT input');
  });
});
