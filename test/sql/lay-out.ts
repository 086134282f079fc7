/** A statement broken into lines that a reviewer can compare; nothing but blanks changes. */
export function layOut(sql: string): string {
  return layOutPart(sql.replaceAll(/\s+/g, ' ').trim(), 0).join('\n');
}

const WIDTH = 110;
const CLAUSE = /^ (FROM|WHERE|ORDER BY|LIMIT|LEFT JOIN|(?<!LEFT )JOIN|AND|OR|WHEN|ELSE) /;

function layOutPart(text: string, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (indent.length + text.length <= WIDTH) return [indent + text];
  const clauses = splitAt(text, (rest) => CLAUSE.test(rest));
  if (clauses.length > 1) return clauses.flatMap((clause) => layOutPart(clause.trim(), depth));
  const items = splitAtCommas(text);
  if (items.length > 1) return items.flatMap((item) => layOutPart(item, depth));
  const [start, end] = findGroup(text, WIDTH / 3) ?? [];
  if (start === undefined || end === undefined) return [indent + text];
  const [head, inner] = [text.slice(0, start + 1), text.slice(start + 1, end).trim()];
  const isPairs = head.endsWith('json_build_object(');
  const body = isPairs ? layOutPairs(inner, depth + 1) : layOutPart(inner, depth + 1);
  return [indent + head, ...body, ...layOutPart(text.slice(end), depth)];
}

/** Each key beside its value. */
function layOutPairs(text: string, depth: number): string[] {
  const items = splitAtCommas(text);
  return items.flatMap((key, at) => {
    if (at % 2 === 1) return [];
    const [first = '', ...rest] = layOutPart(items[at + 1] ?? '', depth);
    return ['  '.repeat(depth) + `${key} ${first.trimStart()}`, ...rest];
  });
}

function splitAtCommas(text: string): string[] {
  const items = splitAt(text, (rest) => rest.startsWith(', ')).map((item) => item.replace(/^, /, ''));
  return items.map((item, at) => (at < items.length - 1 ? `${item},` : item));
}

/** The parts of a text, each but the first beginning where it may be cut outside of all parentheses. */
function splitAt(text: string, isCut: (rest: string) => boolean): string[] {
  const cuts = [...walk(text)]
    .filter(({ depth, at }) => depth === 0 && at > 0 && isCut(text.slice(at)))
    .map(({ at }) => at);
  return [0, ...cuts].map((start, index) => text.slice(start, cuts[index]));
}

function findGroup(text: string, least: number): [start: number, end: number] | null {
  let start = -1;
  for (const { at, depth } of walk(text)) {
    if (text[at] === '(' && depth === 0) start = at;
    if (text[at] === ')' && depth === 0 && start >= 0 && at - start > least) return [start, at];
  }
  return null;
}

/** Every character outside of quotes, and how many parentheses are open around it. */
function* walk(text: string): Generator<{ at: number; depth: number }> {
  let [depth, quote] = [0, ''];
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === "'" || char === '"') quote = char;
    else {
      if (char === ')') depth--;
      yield { at, depth };
      if (char === '(') depth++;
    }
  }
}
