import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { CHALLENGE } from '../http/http-error.js';

/** 401 when nothing could be answered for want of a sign-in, so that clients refresh and try again without a look inside. */
export function challengePlugin<C extends object>(): ApolloServerPlugin<C> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response }) {
          if (!isUnauthenticated(response)) return;
          // Nest's driver sets 200 for whatever was executed, in the turn in which all plugins are told.
          await Promise.resolve();
          response.http.status = 401;
          response.http.headers.set('www-authenticate', CHALLENGE);
        },
      };
    },
  };
}

/** A field that was answered with null, and without an error, was answered. */
function isUnauthenticated({ body }: GraphQLResponse): boolean {
  if (body.kind !== 'single') return false;
  const { data, errors = [] } = body.singleResult;
  const failed = new Set(errors.map(({ path }) => path?.[0]));
  const isEmpty = Object.entries(data ?? {}).every(([field, value]) => value === null && failed.has(field));
  return isEmpty && errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
}
