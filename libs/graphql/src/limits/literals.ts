import { BREAK, Kind, visit, type ASTNode, type DocumentNode, type GraphQLError } from 'graphql';
import type { FieldProblem } from '../errors/api-error.js';
import { wordsOf } from '../words/bad-value.js';

const VALUES: readonly string[] = [
  Kind.VARIABLE,
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
];

/** Null when the error is not about a value that stands in the document. */
export function findLiteralProblem(document: DocumentNode, error: GraphQLError): FieldProblem | null {
  const node = error.nodes?.[0];
  if (node === undefined || !VALUES.includes(node.kind)) return null;
  return { path: pathTo(document, node), message: wordsOf(error) };
}

/** Argument, input fields and list positions on the way to a value: `input.hours.0.from`. */
function pathTo(document: DocumentNode, wanted: ASTNode): string {
  let steps: string[] = [];
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== wanted) return undefined;
      const chain = [...ancestors, ...(parent === undefined ? [] : [parent]), node];
      steps = chain.flatMap((one, index) => step(one, chain[index + 1]));
      return BREAK;
    },
  });
  return steps.join('.');
}

type Link = ASTNode | readonly ASTNode[] | undefined;

function step(link: Link, next: Link): string[] {
  if (link === undefined) return [];
  if ('kind' in link) {
    if (link.kind === Kind.ARGUMENT || link.kind === Kind.OBJECT_FIELD) return [link.name.value];
    return link.kind === Kind.VARIABLE_DEFINITION ? [link.variable.name.value] : [];
  }
  const item = link.findIndex((one) => one === next);
  const isListItem =
    link[item] !== undefined && VALUES.includes(link[item].kind) && link[item].kind !== Kind.OBJECT_FIELD;
  return isListItem ? [String(item)] : [];
}
