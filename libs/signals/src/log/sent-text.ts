// Anything shorter is in every sentence; a Chinese name may have two characters.
const TOO_SHORT = /^[ -~]{0,3}$|^.?$/s;
const LITERAL = /"""([\s\S]*?)"""|"((?:\\.|[^"\\\n])*)"/g;

/** Every text in a GraphQL request, from its variables and its document, as it may be quoted by an error. */
export function listSent(body: unknown): string[] {
  const { query, variables } = readBody(body);
  const texts = [...literalsOf(query), ...textsIn(variables)];
  const written = texts.flatMap((text) => [text, text.normalize('NFC'), text.normalize('NFC').trim()]);
  return [...new Set(written)].filter((text) => !TOO_SHORT.test(text));
}

function readBody(body: unknown): { query: string; variables: unknown } {
  if (typeof body !== 'object' || body === null) return { query: '', variables: null };
  const query = 'query' in body && typeof body.query === 'string' ? body.query : '';
  const variables = 'variables' in body ? body.variables : null;
  return { query, variables: typeof variables === 'string' ? parse(variables) : variables };
}

/** By GET the variables are a text. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function literalsOf(query: string): string[] {
  return [...query.matchAll(LITERAL)].map(([, block, line]) => block?.trim() ?? String(parse(`"${line}"`)));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
