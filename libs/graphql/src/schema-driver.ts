import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaFactory } from '@nestjs/graphql';
import {
  isInterfaceType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type FieldResolver = GraphQLFieldResolver<unknown, unknown>;
/** Of a subscription, which is answered again and again. */
interface Subscriber {
  readonly subscribe: FieldResolver;
}
type FieldResolvers = Readonly<Record<string, FieldResolver | Subscriber>>;
type Resolvers = Readonly<Record<string, FieldResolvers>>;

/**
 * Apollo with a schema that is made once. Nest's own driver prints what it has made from the classes, reads that as a
 * second schema to hang the resolvers on it, and copies them back: half the time of a start.
 */
@Injectable()
export class SchemaDriver extends ApolloDriver {
  constructor(
    private readonly modules: ModulesContainer,
    private readonly schemas: GraphQLSchemaFactory,
  ) {
    super(modules);
  }

  override async generateSchema(options: ApolloDriverConfig): Promise<GraphQLSchema> {
    const resolvers = await this.findResolvers(options);
    const schema = await this.schemas.create(this.listClasses(), options.buildSchemaOptions ?? {});
    hangOn(schema, resolvers);
    return (await options.transformSchema?.(schema)) ?? schema;
  }

  /** With neither classes nor a document to make a schema of, Nest does nothing but find them. */
  private async findResolvers(options: ApolloDriverConfig): Promise<Resolvers> {
    let found: Resolvers = {};
    await super.generateSchema({
      ...options,
      autoSchemaFile: false,
      transformSchema: (nothing) => nothing,
      transformResolvers: (resolvers) => {
        found = Object.assign({}, ...[resolvers].flat()) as Resolvers;
        return resolvers;
      },
    });
    return found;
  }

  /** Resolvers among them; the factory knows which. */
  private listClasses(): Function[] {
    const providers = [...this.modules.values()].flatMap((module) => [...module.providers.values()]);
    return providers.flatMap(({ instance }) => (instance ? [instance.constructor] : []));
  }
}

/** What resolves a field of an interface resolves it in each of its types, unless one has its own. */
function hangOn(schema: GraphQLSchema, resolvers: Resolvers): void {
  const named = Object.entries(resolvers).map(([name, fields]) => ({ type: schema.getType(name), fields }));
  for (const { type, fields } of named) {
    if (!isInterfaceType(type)) continue;
    for (const kind of [type, ...schema.getPossibleTypes(type)]) hangOnType(kind, fields);
  }
  for (const { type, fields } of named) if (isObjectType(type)) hangOnType(type, fields);
}

function hangOnType(type: GraphQLObjectType | GraphQLInterfaceType, resolvers: FieldResolvers): void {
  const fields = type.getFields();
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (!field) throw new Error(`${type.name} has no field ${name} to resolve.`);
    if (typeof resolve === 'function') field.resolve = resolve;
    else {
      field.subscribe = resolve.subscribe;
      // What there is to tell is found out before the answer is made.
      field.resolve = (told) => told;
    }
  }
}
