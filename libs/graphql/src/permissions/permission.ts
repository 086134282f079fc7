import { Extensions } from '@nestjs/graphql';
import type { Role } from '#tenancy';

/** Who may call a root field; it stands in the field's extensions and in its description. */
export type Permission =
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  | { readonly kind: 'any-post' }
  | { readonly kind: 'public'; readonly why: string };

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    permission?: Permission;
  }
}

/** Only these posts. */
export function Allow(...roles: [Role, ...Role[]]): MethodDecorator {
  return state({ kind: 'roles', roles });
}

/** Whoever is signed in; rows are then hidden by the database, not by the post. */
export function AnyPost(): MethodDecorator {
  return state({ kind: 'any-post' });
}

/** Nobody need sign in: say why. */
export function Public(why: string): MethodDecorator {
  return state({ kind: 'public', why });
}

export function describePermission(permission: Permission): string {
  switch (permission.kind) {
    case 'roles':
      return `Who: ${permission.roles.map((role) => role.toLowerCase()).join(', ')}.`;
    case 'any-post':
      return 'Who: anyone signed in.';
    case 'public':
      return `Who: everyone, signed in or not (${permission.why}).`;
  }
}

function state(permission: Permission): MethodDecorator {
  return Extensions({ permission });
}
