import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from './request-context.js';

/** Gives the request's connection back as soon as the answer stands, whatever the answer is. */
export function closingPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue }) {
          await contextValue.close?.();
        },
      };
    },
  };
}
