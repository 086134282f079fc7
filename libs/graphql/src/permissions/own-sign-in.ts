import type { TokenAccess } from '#tenancy';
import { Extensions } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import { ApiError } from '../errors/api-error.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';

declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    needsOwnSignIn?: true;
  }
}

/**
 * Beside @Allow: what opens or closes a way in, for oneself or for others, is done by a person who has signed in. A
 * program with an access token may not, whatever it may do else: a token that has leaked must not make itself a second.
 */
export function OwnSignIn(): MethodDecorator {
  return Extensions({ needsOwnSignIn: true });
}

/** @throws ApiError FORBIDDEN when a program with this access token may not ask for the field */
export function expectTokenMay(
  access: TokenAccess,
  on: string,
  { extensions }: GraphQLField<unknown, unknown>,
): void {
  if (on !== 'Mutation' && !extensions.needsOwnSignIn) return;
  if (access === 'READ') throw ApiError.forbidden(GRAPHQL_WORDS.tokenOnlyReads);
  // What needs no sign-in at all is how one comes by one.
  if (extensions.needsOwnSignIn || extensions.permission?.kind === 'public')
    throw ApiError.forbidden(GRAPHQL_WORDS.ownSignInNeeded);
}
