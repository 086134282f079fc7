import { problemOf } from './ask.js';
import { MEETING_CHANGED } from './documents.js';
import { createClient } from './graphql-ws/client.js';

/** Tells of each change of a meeting until the function that it answers is called. */
export function watchMeeting(api, token, id, { changed, failed }) {
  const client = createClient({
    url: api.replace(/^http/, 'ws'),
    connectionParams: { authorization: `Bearer ${token}` },
    // A board hangs for weeks: it comes back whenever the server does.
    retryAttempts: Infinity,
    // 4401 and 4403 say that the token is no longer good.
    shouldRetry: (closed) => !String(closed?.code ?? '').startsWith('44'),
  });
  // Sent with each connection: what changed in between is told first.
  const variables = { id, after: null };
  let isFirst = true;
  client.subscribe(
    { query: MEETING_CHANGED, variables },
    {
      next({ data, errors }) {
        if (errors?.[0]) return failed(problemOf(errors[0]));
        variables.after = data.meetingChanged.cursor;
        // The first says how things stand, which is drawn already.
        if (!isFirst) changed();
        isFirst = false;
      },
      // The board is read again every few minutes all the same.
      error() {},
      complete() {},
    },
  );
  return () => client.dispose();
}
