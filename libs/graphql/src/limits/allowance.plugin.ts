import type { ApolloServerPlugin } from '@apollo/server';
import { ApiError } from '../errors/api-error.js';
import { currentRequest } from '../errors/request-scope.js';
import type { RequestContext } from '../request-context.js';
import { rateLimitHeaders, type Allowance, type RequestLimit } from './request-limit.js';

/** Counts the requests of each post before the first resolver, and tells in headers what is left. */
export function allowancePlugin(limit: RequestLimit): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      let ofPost: Allowance | null = null;
      return {
        async didResolveOperation({ contextValue }) {
          // What is wrong with a token is said by the fields that ask for one.
          const actor = await contextValue.authenticate().catch(() => null);
          if (actor === null) return;
          ofPost = limit.admit(actor.postId);
          if (ofPost.retryAfter > 0) throw new ApiError('TOO_MANY_REQUESTS');
        },
        async willSendResponse({ response }) {
          const ofAddress = currentRequest()?.allowance;
          const allowances = [ofAddress, ofPost].filter((one) => one !== null && one !== undefined);
          for (const [name, value] of Object.entries(rateLimitHeaders(allowances)))
            response.http.headers.set(name, value);
        },
      };
    },
  };
}
