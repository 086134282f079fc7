import { BREACHES } from './breaches.js';
import { RULES } from './rules.js';
import { parseSource, readSources } from './source.js';

const LAW = Object.entries(RULES);
const CASES = LAW.flatMap(([name, rule]) =>
  Object.entries(BREACHES)
    .filter(([broken]) => broken === name)
    .flatMap(([, breaches]) => breaches.map((breach) => ({ name, rule, ...breach }))),
);

describe('The sources', () => {
  const sources = readSources();

  it.each(LAW)('keep to it that %s', (_name, rule) => {
    expect(rule(sources)).toEqual([]);
  });

  it.each(CASES)('would not pass if they broke the rule that $name: $files', ({ rule, files, offence }) => {
    expect(rule(Object.entries(files).map(([path, text]) => parseSource(path, text)))).toEqual([offence]);
  });

  it('are read whole: no import is missed', () => {
    const missed = sources.filter(
      ({ text, imports }) => imports.length < [...text.matchAll(/ from '[^']+';$/gm)].length,
    );
    expect(missed.map(({ path }) => path)).toEqual([]);
    expect(sources.length).toBeGreaterThan(100);
  });
});
