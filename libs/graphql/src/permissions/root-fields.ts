import type { GraphQLField, GraphQLSchema } from 'graphql';
import { describePermission, type Permission } from './permission.js';

export interface RootField {
  /** `Query.offers` */
  readonly name: string;
  readonly permission: Permission | undefined;
}

/** All root fields, so that a test can name those without a stated permission. */
export function listRootFields(schema: GraphQLSchema): RootField[] {
  return rootFields(schema).map(({ name, field }) => ({ name, permission: permissionOf(field) }));
}

/** Whoever reads the schema sees who may call what. */
export function describePermissions(schema: GraphQLSchema): void {
  for (const { field } of rootFields(schema)) {
    const permission = permissionOf(field);
    if (permission === undefined) continue;
    const isOwn = field.extensions.needsOwnSignIn ? 'Not with an access token.' : '';
    field.description = [field.description, isOwn, describePermission(permission)].filter(Boolean).join(' ');
  }
}

export function permissionOf(field: GraphQLField<unknown, unknown>): Permission | undefined {
  return field.extensions.permission;
}

function rootFields(schema: GraphQLSchema): { name: string; field: GraphQLField<unknown, unknown> }[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    .filter((type) => type !== null && type !== undefined)
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
    );
}
