import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import type { TestClient } from '../support/test-client.js';
import type { World } from '../support/world.js';
import type { ReadEntry } from './read-inbox.js';

/** `cross-posted@developer` acts through the post in that unit. */
export function clientOf(world: World, account: string): TestClient {
  const [name = '', unit] = account.split('@');
  return unit === undefined ? world.actingAs(name) : world.as(name, { unit });
}

export function schemaOf(world: World): GraphQLSchema {
  return world.api.app.get(GraphQLSchemaHost).schema;
}

/** Calls the mutation that an entry names, as any client could from the schema; throws when it is refused. */
export async function settle(
  world: World,
  client: TestClient,
  { thing }: Pick<ReadEntry, 'thing'>,
  { name, more }: { readonly name: string; readonly more: object },
): Promise<void> {
  const schema = schemaOf(world);
  const field = schema.getMutationType()?.getFields()[name];
  if (!field || !thing) throw new Error(`There is no ${name}, or nothing to settle.`);
  const wanted = field.args.filter(({ type }) => String(type).endsWith('!'));
  const about = wanted.find(({ type }) => String(type) === 'ID!')?.name ?? 'id';
  const wantsVersion = wanted.some((arg) => arg.name === 'version') && !('version' in more);
  const version = wantsVersion ? { version: await versionOf(client, thing) } : {};
  const given: Record<string, unknown> = { [about]: thing.id, ...version, ...more };
  const args = field.args.filter((arg) => arg.name in given);
  const answer = await client.ask<Record<string, { __typename: string; message?: string }>>(
    `mutation (${args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')}) {
      ${name}(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) { __typename ... on Refusal { message } } }`,
    given,
  );
  const outcome = answer[name];
  const type = schema.getType(outcome?.__typename ?? '');
  const isRefusal = isObjectType(type) && type.getInterfaces().some((one) => one.name === 'Refusal');
  if (isRefusal) throw new Error(`${name}: ${JSON.stringify(outcome)} (${getNamedType(field.type).name})`);
}

async function versionOf(
  client: TestClient,
  { __typename, id }: { readonly __typename: string; readonly id: string },
): Promise<number | undefined> {
  const query = `query ($id: ID!) { node(id: $id) { ... on ${__typename} { version } } }`;
  const { node } = await client.ask<{ node: { version: number } | null }>(query, { id });
  return node?.version;
}
