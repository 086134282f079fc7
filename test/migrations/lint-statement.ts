const LITERALS = /'(?:[^']|'')*'|\$\$.*?\$\$|--.*?$/gms;
const KINDS = String.raw`PRIMARY\s+KEY|UNIQUE|FOREIGN\s+KEY|CHECK|EXCLUDE`;

/** What a statement of a migration does that could not be undone by name, or not on many shards. */
export function lintStatement(sql: string): string[] {
  const text = sql.replaceAll(LITERALS, "''").trim();
  if (!/^(CREATE|ALTER)\s(.*\s)?TABLE\b/i.test(text.slice(0, 30))) return [];
  return [...findUnnamed(text), ...(/^ALTER/i.test(text) ? findBundled(text) : [])];
}

function findUnnamed(text: string): string[] {
  const constraints = count(text, KINDS);
  const named = count(text, String.raw`CONSTRAINT\s+\w+\s+(?:${KINDS})`);
  const inline = count(text, 'REFERENCES') - count(text, String.raw`FOREIGN\s+KEY`);
  return constraints > named || inline > 0 ? ['a constraint without a name'] : [];
}

function findBundled(text: string): string[] {
  const offences = [];
  const added = count(text, String.raw`ADD\s+CONSTRAINT`);
  if (added > 1) offences.push('two constraints in one ALTER');
  if (count(text, String.raw`ADD\s+(?!CONSTRAINT)`) > 0 && count(text, 'CONSTRAINT') > 0)
    offences.push('a column and its constraint in one ALTER');
  if (count(text, String.raw`(?:small|big)?serial|GENERATED`) > 0) offences.push('a sequence added later');
  return offences;
}

function count(text: string, words: string): number {
  return [...text.matchAll(new RegExp(String.raw`\b(?:${words})\b`, 'gi'))].length;
}
