import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, type GraphQLField, type GraphQLSchema, isRequiredArgument } from 'graphql';
import { readXlsx } from 'hucre/xlsx';
import { EXPORT_LISTS } from '../../../apps/api/src/export/export-lists.js';
import { FullSelection } from '../../isolation/schema-walk/selection.js';
import type { TestClient } from '../../support/test-client.js';
import type { World } from '../../support/world.js';
import type { Staged } from './cast.js';

/** Whatever tells of evaluations, or of what was done. */
export const OF_EVALUATIONS =
  /^(evaluationRounds|evaluationObjections|nominations|myAssignments|judgingRoll|recognitions|contributions|auditLines|recordedForUs|inbox|schedule|me|sessions)$/;
const ARGUMENTS: Readonly<Record<string, string>> = {
  from: '"2026-11-01T00:00:00+08:00"',
  to: '"2026-12-31T00:00:00+08:00"',
  year: '2026',
  first: '20',
};
/** Of others all that their lists hold is read by themselves. */
const DEEP = /^(EvaluationRound|EvaluationResult)$/;
/** Written as a workbook as well; the others are with the other lists, through the same reads. */
const EXPORTED = /^auditLines$/;
/** What is printed of what else there is. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  rhythm: ['rhythm.html', 'rhythm.xlsx'],
  threeLists: ['three-lists.html', 'three-lists.xlsx'],
};

/** Writes what an actor can ask from the schema itself, so that whatever is added is asked for as well. */
export class Readings {
  private readonly schema: GraphQLSchema;
  private readonly select: FullSelection;
  private readonly documents = new Map<string, string>();
  private readonly network: string;

  constructor(
    world: World,
    private readonly staged: Staged,
  ) {
    this.schema = world.api.app.get(GraphQLSchemaHost).schema;
    this.select = new FullSelection(this.schema);
    this.network = world.network('southeast');
  }

  /** All that this client can read, by what it asked for; the nodes whether it may or not. */
  async readAll(
    client: TestClient,
    nodes: readonly (readonly [type: string, id: string])[],
    wanted = OF_EVALUATIONS,
  ): Promise<Map<string, string>> {
    const told = new Map<string, string>();
    const fields = Object.values(this.schema.getQueryType()?.getFields() ?? {});
    for (const field of fields) {
      if (field.name === 'node' || !wanted.test(field.name)) continue;
      told.set(field.name, await this.ask(client, field.name, {}, () => this.root(field)));
    }
    for (const [at, [type, id]] of nodes.entries()) {
      const raw = await this.ask(client, `node ${type}`, { id }, () => this.node(type));
      told.set(`node ${at} ${type}`, raw);
    }
    for (const path of this.paths(wanted)) told.set(path, await send(client, path));
    return told;
  }

  private async ask(
    client: TestClient,
    key: string,
    variables: object,
    write: () => string,
  ): Promise<string> {
    const document = this.documents.get(key) ?? write();
    this.documents.set(key, document);
    const { status, raw } = await client.askRaw(document, variables);
    if (/TOO_COMPLEX|PARSE_FAILED/.test(raw)) throw new Error(`${key} cannot be asked for: ${raw}`);
    return `${status} ${raw}`;
  }

  private root(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.flatMap((argument) => {
      const { name, type } = argument;
      const isWanted = isRequiredArgument(argument) || name === 'first';
      return isWanted ? [`${name}: ${this.valueOf(field.name, name, String(type))}`] : [];
    });
    const passed = given.length > 0 ? `(${given.join(', ')})` : '';
    const { name } = getNamedType(field.type);
    const steps = /^((AuditLine|JudgeAssignment)Connection|Inbox|Schedule)$/.test(name)
      ? 3
      : name.endsWith('Connection')
        ? 2
        : 1;
    return `{ ${field.name}${passed} ${this.select.of(name, steps)} }`;
  }

  private valueOf(field: string, name: string, type: string): string {
    const { roundId, nominationIds } = this.staged;
    if (type.startsWith('MonthFilter')) return '{ from: "2026-01-01", to: "2027-12-31" }';
    if (type.startsWith('DirectoryFilter')) return `{ networkId: "${this.network}" }`;
    if (type.startsWith('Date!')) return name === 'from' ? '"2026-11-01"' : '"2026-12-31"';
    if (name === 'networkId' || field === 'network') return `"${this.network}"`;
    if (name === 'networkIds') return `["${this.network}"]`;
    return ARGUMENTS[name] ?? (field === 'nomination' ? `"${nominationIds[0]}"` : `"${roundId}"`);
  }

  /** With what hangs on it; of a result also how each score came about. */
  private node(type: string): string {
    const account = `account ${this.select.of('EvaluationAccount', 3)}`;
    const standings = `standings(first: 5) { totalCount edges { cursor node { id rank points ${account} } } }`;
    const more = type === 'EvaluationResult' ? `all: ${standings}` : '';
    return `query ($id: ID!) { node(id: $id) { id __typename ... on ${type} ${this.select.of(type, DEEP.test(type) ? 2 : 1).replace(/^\{/, `{ ${more}`)} } }`;
  }

  private paths(wanted: RegExp): string[] {
    const { roundId } = this.staged;
    const printed = ['ranking.html', 'ranking.xlsx', 'draft.html'].map(
      (paper) => `/evaluation-rounds/${roundId}/${paper}`,
    );
    const lists = EXPORT_LISTS.filter(({ field }) =>
      (wanted === OF_EVALUATIONS ? EXPORTED : wanted).test(field),
    );
    const others = Object.entries(PAGES).flatMap(([name, pages]) => (wanted.test(name) ? pages : []));
    return [
      ...printed,
      ...lists.map(({ field }) => `/export/${field}.xlsx`),
      ...others.map((page) => `/networks/${this.network}/${page}`),
    ];
  }
}

/** All of the answer; of a workbook what stands in it, as its zip says when it was made. */
export async function send(client: TestClient, url: string): Promise<string> {
  const { statusCode, body, rawPayload } = await client.send({ method: 'GET', url });
  if (statusCode !== 200 || !url.endsWith('.xlsx')) return `${statusCode} ${body}`;
  const { sheets } = await readXlsx(rawPayload);
  return `200 ${JSON.stringify(sheets.map(({ name, rows }) => ({ name, rows })))}`;
}
